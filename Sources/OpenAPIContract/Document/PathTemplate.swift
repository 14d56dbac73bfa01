/// A path with names in it, taken apart at its slashes.
struct PathTemplate: Hashable {
    enum Piece: Hashable {
        case text(String)
        case parameter(String)
    }

    /// The part between two slashes.
    enum Segment: Hashable {
        case literal(String)
        case parameter(String)
        /// Text and names together: `{year}-{month}`, `report.{format}`.
        case mixed([Piece])

        /// The segment without its names: two with the same shape match the same texts.
        var shape: Segment {
            switch self {
            case .literal: self
            case .parameter: .parameter("")
            case .mixed(let pieces):
                .mixed(pieces.map { if case .parameter = $0 { .parameter("") } else { $0 } })
            }
        }
    }

    struct Fault: Error {
        let message: String
    }

    let segments: [Segment]

    var parameterNames: [String] {
        segments.flatMap { segment -> [String] in
            switch segment {
            case .literal: []
            case .parameter(let name): [name]
            case .mixed(let pieces):
                pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
            }
        }
    }

    static func parse(_ text: String) -> Result<PathTemplate, Fault> {
        guard text.hasPrefix("/") else { return .failure(Fault(message: "a path must begin with /")) }
        var segments: [Segment] = []
        for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            switch segment(part) {
            case .success(let segment): segments.append(segment)
            case .failure(let fault): return .failure(fault)
            }
        }
        let template = PathTemplate(segments: segments)
        let names = template.parameterNames
        guard Set(names).count == names.count else {
            return .failure(Fault(message: "a path must not name a parameter twice"))
        }
        return .success(template)
    }

    private static func segment(_ text: Substring) -> Result<Segment, Fault> {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                return .failure(Fault(message: "a { without its } in \"\(text)\""))
            }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty, !name.contains("{") else {
                return .failure(Fault(message: "a { } without a name in \"\(text)\""))
            }
            if open > rest.startIndex { pieces.append(.text(URIReference.percentDecoded(rest[..<open]))) }
            if case .parameter = pieces.last {
                return .failure(Fault(message: "two parameters side by side in \"\(text)\""))
            }
            pieces.append(.parameter(String(name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(URIReference.percentDecoded(rest))) }
        switch (pieces.count, pieces.first) {
        case (0, _): return .success(.literal(""))
        case (1, .text(let text)): return .success(.literal(text))
        case (1, .parameter(let name)): return .success(.parameter(name))
        default: return .success(.mixed(pieces))
        }
    }
}
