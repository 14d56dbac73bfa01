/// What an account may still use.
public struct ExecutionCount: Codable, Hashable, Sendable {
    /// Row.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    /// Runs left until the next reset.
    public var executionCount: Int64
    /// Prompts left.
    public var tokens: Int64
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?
    public var nextResetDate: Timestamp?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, executionCount: Int64 = 0, tokens: Int64 = 0,
        dateCreated: Timestamp? =
            nil, dateModified: Timestamp? = nil, nextResetDate: Timestamp? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.executionCount = executionCount
        self.tokens = tokens
        self.dateCreated = dateCreated
        self.dateModified = dateModified
        self.nextResetDate = nextResetDate
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case executionCount
        case tokens
        case dateCreated
        case dateModified
        case nextResetDate
    }
}
