public import WireJSON

/// A request and its response, as they went over the wire.
public struct Exchange: Sendable {
    /// A body, parsed or not. No bytes are no body.
    public enum Body: Sendable {
        case json(JSON)
        case bytes([UInt8])

        public static let none = Body.bytes([])

        var isEmpty: Bool { if case .bytes(let bytes) = self { bytes.isEmpty } else { false } }
    }

    public var method: String
    /// Without query.
    public var path: String
    /// Percent-decoded, in order.
    public var query: [(String, String)]
    public var requestHeaders: [(String, String)]
    public var requestBody: Body
    public var status: Int
    public var responseHeaders: [(String, String)]
    public var responseBody: Body

    public init(
        method: String, path: String, query: [(String, String)] = [], requestHeaders: [(String, String)] = [],
        requestBody: Body = .none, status: Int, responseHeaders: [(String, String)] = [], responseBody: Body = .none
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.requestHeaders = requestHeaders
        self.requestBody = requestBody
        self.status = status
        self.responseHeaders = responseHeaders
        self.responseBody = responseBody
    }
}

extension Sequence where Element == (String, String) {
    /// The values of the header `name`, whatever its case.
    func values(ofHeader name: String) -> [String] {
        filter { $0.0.utf8.count == name.utf8.count && $0.0.lowercased() == name.lowercased() }.map(\.1)
    }
}
