/// Work that goes on after its request was answered.
public struct AsyncTask: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    public var requestID: String
    /// What was asked, as JSON text.
    public var input: String
    /// The outcome, as JSON text or words; empty before the end.
    public var output: String
    /// `create_job`, `backup-database` or `restore-database`.
    public var service: String
    /// 0 not started, 1 in progress, 2 success, 3 failed.
    public var state: TaskState?
    /// Owner.
    public var accountID: Int64
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?

    public init(
        id: Int64 = 0, requestID: String = "", input: String = "", output: String = "", service: String = "",
        state:
            TaskState? = nil, accountID: Int64 = 0, dateCreated: Timestamp? = nil, dateModified: Timestamp? = nil
    ) {
        self.id = id
        self.requestID = requestID
        self.input = input
        self.output = output
        self.service = service
        self.state = state
        self.accountID = accountID
        self.dateCreated = dateCreated
        self.dateModified = dateModified
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case requestID = "requestId"
        case input
        case output
        case service
        case state
        case accountID = "accountId"
        case dateCreated
        case dateModified
    }
}
