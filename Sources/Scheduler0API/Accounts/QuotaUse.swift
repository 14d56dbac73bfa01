/// Requests of one kind in the current month.
public struct QuotaUse: Codable, Hashable, Sendable {
    /// A month.
    public var limit: Int64
    public var used: Int64
    public var remaining: Int64

    public init(
        limit: Int64 = 0, used: Int64 = 0, remaining: Int64 = 0
    ) {
        self.limit = limit
        self.used = used
        self.remaining = remaining
    }
}
