/// All path templates as one tree of segments, so that finding a path takes one step a segment.
struct RouteTable: Sendable {
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var mixed: [(pieces: [PathTemplate.Piece], shape: PathTemplate.Segment, child: Int)] = []
        var parameter: Int?
        /// The place in `routes` of the template that ends here.
        var route: Int?
    }

    struct Route: Sendable {
        let template: String
        /// In the order of the path.
        let parameterNames: [String]
        /// The place of each operation, by method.
        var operations: [(method: String, index: Int)] = []
    }

    private var nodes = [Node()]
    private(set) var routes: [Route] = []

    /// Adds an operation; the message says why when its path conflicts with one added before.
    mutating func add(_ template: PathTemplate, text: String, method: String, index: Int) -> String? {
        var node = 0
        for segment in template.segments { node = child(of: node, for: segment) }
        guard let route = nodes[node].route else {
            nodes[node].route = routes.count
            routes.append(
                Route(template: text, parameterNames: template.parameterNames, operations: [(method, index)]))
            return nil
        }
        guard routes[route].template == text else {
            return "this path matches the same as \(routes[route].template); one of the two can never be reached"
        }
        routes[route].operations.append((method, index))
        return nil
    }

    private mutating func child(of node: Int, for segment: PathTemplate.Segment) -> Int {
        let known: Int? =
            switch segment {
            case .literal(let text): nodes[node].literals[text]
            case .parameter: nodes[node].parameter
            case .mixed: nodes[node].mixed.first { $0.shape == segment.shape }?.child
            }
        if let known { return known }
        let child = nodes.count
        nodes.append(Node())
        switch segment {
        case .literal(let text): nodes[node].literals[text] = child
        case .parameter: nodes[node].parameter = child
        case .mixed(let pieces): nodes[node].mixed.append((pieces, segment.shape, child))
        }
        return child
    }

    /// The route of `path` and the texts at its parameters, percent-decoded. Literal text beats mixed segments, which
    /// beat bare parameters, from left to right.
    func find(_ path: some StringProtocol) -> (route: Route, values: [String])? {
        guard path.utf8.first == UInt8(ascii: "/") else { return nil }
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            .map { URIReference.percentDecoded($0) }
        var values: [String] = []
        guard let route = find(segments[...], node: 0, &values) else { return nil }
        return (routes[route], values)
    }

    private func find(_ segments: ArraySlice<String>, node: Int, _ values: inout [String]) -> Int? {
        guard let segment = segments.first else { return nodes[node].route }
        let rest = segments.dropFirst()
        if let child = nodes[node].literals[segment], let route = find(rest, node: child, &values) { return route }
        let mark = values.count
        for candidate in nodes[node].mixed {
            if Self.read(segment[...], candidate.pieces[...], &values),
                let route = find(rest, node: candidate.child, &values)
            {
                return route
            }
            values.removeSubrange(mark...)
        }
        guard let child = nodes[node].parameter, !segment.isEmpty else { return nil }
        values.append(segment)
        if let route = find(rest, node: child, &values) { return route }
        values.removeSubrange(mark...)
        return nil
    }

    /// Reads the parameters of a mixed segment, each as short as it can be and not empty.
    private static func read(
        _ text: Substring, _ pieces: ArraySlice<PathTemplate.Piece>, _ values: inout [String]
    ) -> Bool {
        guard let piece = pieces.first else { return text.isEmpty }
        let later = pieces.dropFirst()
        switch piece {
        case .text(let literal): return text.hasPrefix(literal) && read(text.dropFirst(literal.count), later, &values)
        case .parameter:
            guard case .text(let stop) = later.first else {
                values.append(String(text))
                return !text.isEmpty
            }
            let isLast = later.count == 1
            let end =
                isLast && text.hasSuffix(stop)
                ? text.index(text.endIndex, offsetBy: -stop.count)
                : text.indices.dropFirst().first { text[$0...].hasPrefix(stop) }
            guard let end, end > text.startIndex else { return false }
            values.append(String(text[..<end]))
            return read(text[end...], later, &values)
        }
    }
}
