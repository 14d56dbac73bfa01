/// One complete request as it came off the socket.
struct WireRequest: Sendable {
    var method: String
    /// The request target as sent, percent-encoded.
    var target: String
    var headers: [(name: String, value: String)]
    var body: [UInt8]
    /// Whether the client keeps the connection for another request.
    var keepsConnection: Bool
}
