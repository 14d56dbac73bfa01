public import OpenAPIContract
public import WireJSON

/// One answer as a value, before it becomes bytes on a socket.
public struct Reply: Sendable {
    public enum Body: Sendable {
        case empty
        case json(JSON)
        case text(String)
    }

    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: Body
    /// What was asked for, once the pipeline has found it.
    var operation: OpenAPIContract.Operation?
    /// Where this answer breaks the document; empty when it keeps it.
    public var violations: [Violation] = []

    public init(status: Int, headers: [(name: String, value: String)] = [], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public func bodyBytes() -> [UInt8] {
        switch body {
        case .empty: []
        case .json(let json): json.serialized()
        case .text(let text): Array(text.utf8)
        }
    }
}

extension Reply {
    /// The envelope around a good answer: exactly `data` and `success`, in this order.
    /// Observed: server-behaviour 0.1.
    static func success(_ data: JSON, status: Int = 200, headers: [(name: String, value: String)] = []) -> Reply {
        envelope(data, success: true, status: status, headers: headers)
    }

    static func failure(_ data: JSON, status: Int, headers: [(name: String, value: String)] = []) -> Reply {
        envelope(data, success: false, status: status, headers: headers)
    }

    /// Done, nothing to say. Observed: server-behaviour 0.1 (headers as others, no body).
    static let noContent = Reply(status: 204, headers: jsonHeaders, body: .empty)

    private static let jsonHeaders: [(name: String, value: String)] = [
        ("Content-Type", "application/json"), ("Access-Control-Allow-Origin", "*"),
    ]

    private static func envelope(
        _ data: JSON, success: Bool, status: Int, headers: [(name: String, value: String)]
    ) -> Reply {
        Reply(
            status: status, headers: jsonHeaders + headers,
            body: .json(.object(["data": data, "success": .bool(success)])))
    }

    /// Go's page for an unknown path. Observed: server-behaviour 2.8.
    public static let pageNotFound = Reply(
        status: 404,
        headers: [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")],
        body: .text("404 page not found\n"))
}
