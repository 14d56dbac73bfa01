import NIOHTTP1

/// What a proxy may and must change of a message's headers.
enum HeaderRules {
    /// RFC 9110, 7.6.1: these speak of one connection, not of the message.
    private static let hopByHop: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade",
    ]

    /// The headers that go on: all but those for this connection, in their order and spelling.
    static func passedOn(_ headers: HTTPHeaders) -> HTTPHeaders {
        let named = headers[canonicalForm: "connection"].map { $0.lowercased() }
        // A sender cannot have the framing or the host of a message taken away by naming it.
        let dropped = hopByHop.union(named).subtracting(["content-length", "host", "content-type"])
        return HTTPHeaders(headers.filter { !dropped.contains($0.name.lowercased()) }.map { ($0.name, $0.value) })
    }

    /// For the target: with its host in place of this proxy's, and the body framed as it came.
    static func forTarget(_ head: HTTPRequestHead, _ target: ProxyTarget) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers.add(name: "Host", value: target.authority)
        for header in passedOn(head.headers) where header.name.lowercased() != "host" {
            headers.add(name: header.name, value: header.value)
        }
        if isChunked(head.headers) { headers.add(name: "Transfer-Encoding", value: "chunked") }
        return headers
    }

    /// For the client: the number of violations, and a framing that its version of HTTP knows.
    ///
    /// Returns also whether the end of the connection is the end of the body.
    static func forClient(
        _ head: HTTPResponseHead, violations: Int, method: HTTPMethod, version: HTTPVersion
    ) -> (headers: HTTPHeaders, endsWithConnection: Bool) {
        var headers = passedOn(head.headers)
        headers.replaceOrAdd(name: LocalAnswer.violationsHeader, value: String(violations))
        guard mayHaveBody(head.status, method), !headers.contains(name: "Content-Length") else {
            return (headers, false)
        }
        guard version == .http1_1 else { return (headers, true) }
        headers.add(name: "Transfer-Encoding", value: "chunked")
        return (headers, false)
    }

    static func mayHaveBody(_ status: HTTPResponseStatus, _ method: HTTPMethod) -> Bool {
        method != .HEAD && status.mayHaveResponseBody
    }

    static func isChunked(_ headers: HTTPHeaders) -> Bool {
        headers[canonicalForm: "transfer-encoding"].contains { $0.lowercased() == "chunked" }
    }
}
