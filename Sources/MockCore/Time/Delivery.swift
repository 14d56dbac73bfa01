public import CivilTime

/// A webhook to send: a value, carried out at the edge, whose outcome comes back to the world.
public struct Delivery: Sendable, Identifiable {
    /// Counts up in the order of launch.
    public let id: Int64
    public let method: String
    public let url: String
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]
    /// Each delivery gets this long. Observed: server-behaviour 6.5.
    public static let timeLimit = Span.seconds(30)
}

/// A delivery under way and the runs that wait for it.
struct Flight {
    let delivery: Delivery
    let runs: [Run]
    /// Known once it ended; kept until all deliveries of the instant have.
    var succeeded: Bool?
}
