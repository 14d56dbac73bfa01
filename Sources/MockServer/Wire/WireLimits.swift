/// What one connection may cost the server, and for how long.
public struct WireLimits: Sendable {
    /// The longest request body; more is answered 413.
    public var bodyBytes = 8 << 20
    /// The longest request target and the longest single header; more is answered 431.
    public var headFieldBytes = 32 << 10
    /// All of a request's head together; more is answered 431.
    public var headBytes = 64 << 10
    /// The number of headers; more is answered 431.
    public var headFields = 200
    /// Connections served at once; more wait in the listener's queue until one ends.
    public var connections = 1_000
    /// How often a connection's age is looked at; every limit below is rounded up to a whole number of these.
    public var tick = Duration.milliseconds(500)
    /// How long a connection may stay open between two requests. Longer than the 90 s after which Go's client drops
    /// an idle connection, so that the client ends it and never meets a connection that closes under its request.
    public var idle = Duration.seconds(120)
    /// How long a request's head may take from its first byte, however steadily it drips.
    public var head = Duration.seconds(10)
    /// How long a request's body may take from the end of its head, however steadily it drips.
    public var body = Duration.seconds(30)
    /// How long a client may take to accept an answer.
    public var write = Duration.seconds(30)
    /// How long what a client still sends is thrown away after an answer that ends the connection. Closing at once would
    /// reset the connection, and the client could lose the answer.
    public var linger = Duration.seconds(2)

    public init() {}

    /// The number of whole ticks that cover `duration`, at least one.
    func ticks(covering duration: Duration) -> Int {
        max(1, Int((duration / tick).rounded(.up)))
    }
}
