/// One request as a value: what came from the socket, the world's prefix already taken off.
public struct Call: Sendable {
    public var method: String
    /// Percent-encoded as sent, for example `/api/v1/jobs/1`.
    public var path: String
    /// Decoded, in the order sent.
    public var query: [(name: String, value: String)]
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(
        method: String, path: String, query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first header `name`, compared without case; nil when absent or empty.
    public func header(_ name: String) -> String? {
        for header in headers where header.name.isSame(ignoringCaseOf: name) {
            return header.value.isEmpty ? nil : header.value
        }
        return nil
    }

    /// The first query parameter `name`; an empty value counts as missing. Observed: server-behaviour 4.1.
    public func query(_ name: String) -> String? {
        for item in query where item.name == name { return item.value.isEmpty ? nil : item.value }
        return nil
    }
}
