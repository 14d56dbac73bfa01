/// What to delete.
public struct LogCleanup: Codable, Hashable, Sendable {
    /// The account of the header, as text.
    public var accountID: String
    /// Rows older than this many times 30 days are deleted.
    public var retentionMonths: Int64

    public init(
        accountID: String, retentionMonths: Int64
    ) {
        self.accountID = accountID
        self.retentionMonths = retentionMonths
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "accountId"
        case retentionMonths
    }
}
