public import OpenAPIContract
public import WireJSON

/// Checks exchanges against a document, wherever they were seen.
public struct ExchangeChecker: Sendable {
    public let document: OpenAPIDocument

    public init(document: OpenAPIDocument) { self.document = document }

    /// What the document says about one exchange.
    ///
    /// - Parameter responseJSON: The answer's body when it was parsed already.
    public func check(_ exchange: RecordedExchange, responseJSON: JSON? = nil) -> CheckedExchange {
        let url = RequestURL(exchange.url)
        guard let path = APIPath(of: url.path, in: document).text else {
            var checked = CheckedExchange(operation: nil)
            if APIPath.isControl(url.path) {
                checked.unchecked = ["outside the API"]
            } else {
                checked.undocumented = .init(
                    expected: "a path of the document, under \(prefixes)", found: "\(exchange.method) \(url.path)")
            }
            return checked
        }
        switch document.match(method: exchange.method, path: path) {
        case .unknownPath:
            var checked = CheckedExchange(operation: nil)
            checked.undocumented = .init(expected: "a path of the document", found: "\(exchange.method) \(path)")
            return checked
        case .methodNotAllowed(let allowed):
            var checked = CheckedExchange(operation: nil)
            checked.undocumented = .init(
                expected: "a documented method of \(path): \(allowed.joined(separator: ", "))", found: exchange.method)
            return checked
        case .operation(let operation, pathParameters: _):
            return check(exchange, path, url.query, operation, responseJSON)
        }
    }

    private var prefixes: String { document.serverPrefixes.map { $0.isEmpty ? "/" : $0 }.joined(separator: ", ") }

    private func check(
        _ recorded: RecordedExchange, _ path: String, _ query: [RecordedExchange.Field], _ operation: Operation,
        _ responseJSON: JSON?
    ) -> CheckedExchange {
        var checked = CheckedExchange(operation: operation)
        checked.responseJSON = responseJSON ?? Self.json(recorded.responseBody, recorded.responseHeaders)
        let exchange = Exchange(
            method: recorded.method, path: path, query: query.map { ($0.name, $0.value) },
            requestHeaders: recorded.requestHeaders.map { ($0.name, $0.value) },
            requestBody: Self.body(recorded.requestBody, nil),
            status: recorded.status ?? 0, responseHeaders: recorded.responseHeaders.map { ($0.name, $0.value) },
            responseBody: Self.body(recorded.responseBody, checked.responseJSON))
        checked.request = document.requestViolations(of: exchange, for: operation)
        if let reason = recorded.requestBody.obstacle {
            checked.unchecked.append("request body: \(reason)")
            checked.request.removeAll { $0.location == .requestBody }
        }
        guard recorded.status != nil else { return checked }
        checked.response = document.violations(of: exchange, for: operation)
        if let reason = recorded.responseBody.obstacle {
            checked.unchecked.append("response body: \(reason)")
            checked.response.removeAll { $0.location == .responseBody }
        }
        return checked
    }

    private static func body(_ body: RecordedBody, _ json: JSON?) -> Exchange.Body {
        switch body {
        case .whole(let bytes): json.map { .json($0) } ?? .bytes(bytes)
        // Something that is there and not JSON: its type and its status are checked, what is said of it is dropped.
        case .beginning, .unread: .bytes([UInt8(ascii: " ")])
        }
    }

    private static func json(_ body: RecordedBody, _ headers: [RecordedExchange.Field]) -> JSON? {
        guard case .whole(let bytes) = body, !bytes.isEmpty,
            let type = headers.last(where: { $0.name.lowercased() == "content-type" }),
            MediaTypeName(type.value).isJSON
        else { return nil }
        // What is no JSON is told by the check of the bytes, with the place of the fault.
        return try? JSON.parse(bytes)
    }
}

extension RecordedBody {
    /// Why the body cannot be checked; nil when it can.
    var obstacle: String? {
        switch self {
        case .whole: nil
        case .beginning: "not all of it is known"
        case .unread(let reason): reason
        }
    }
}

extension ExchangeChecker {
    /// The operation an exchange is for, when the document has one.
    public func operationID(of exchange: RecordedExchange) -> String? {
        guard let path = APIPath(of: exchange.path, in: document).text,
            case .operation(let operation, pathParameters: _) = document.match(method: exchange.method, path: path)
        else { return nil }
        return operation.id
    }
}
