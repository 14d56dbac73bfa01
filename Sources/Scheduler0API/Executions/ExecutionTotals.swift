/// Counts since the account exists.
public struct ExecutionTotals: Codable, Hashable, Sendable {
    /// Owner.
    public var accountID: Int64
    public var scheduled: Int64
    public var success: Int64
    public var failed: Int64

    public init(
        accountID: Int64 = 0, scheduled: Int64 = 0, success: Int64 = 0, failed: Int64 = 0
    ) {
        self.accountID = accountID
        self.scheduled = scheduled
        self.success = success
        self.failed = failed
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "accountId"
        case scheduled
        case success
        case failed
    }
}
