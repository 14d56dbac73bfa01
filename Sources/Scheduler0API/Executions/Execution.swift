/// One row of the execution log.
public struct Execution: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    /// The job.
    public var jobID: Int64
    /// Names the run.
    public var uniqueID: String
    /// 0 scheduled, 1 success, 2 failed.
    public var state: ExecutionState?
    /// The node that ran it.
    public var nodeID: Int64
    /// Instant the run was due.
    public var lastExecutionDatetime: Timestamp?
    /// Instant of the run after it.
    public var nextExecutionDatetime: Timestamp?
    public var jobQueueVersion: Int64
    /// Shared by the retries of a run.
    public var executionVersion: Int64
    /// When the row was written.
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, jobID: Int64 = 0, uniqueID: String = "", state: ExecutionState? = nil,
        nodeID: Int64 = 0, lastExecutionDatetime: Timestamp? = nil, nextExecutionDatetime: Timestamp? = nil,
        jobQueueVersion: Int64 = 0, executionVersion: Int64 = 0, dateCreated: Timestamp? = nil,
        dateModified:
            Timestamp? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.jobID = jobID
        self.uniqueID = uniqueID
        self.state = state
        self.nodeID = nodeID
        self.lastExecutionDatetime = lastExecutionDatetime
        self.nextExecutionDatetime = nextExecutionDatetime
        self.jobQueueVersion = jobQueueVersion
        self.executionVersion = executionVersion
        self.dateCreated = dateCreated
        self.dateModified = dateModified
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case jobID = "jobId"
        case uniqueID = "uniqueId"
        case state
        case nodeID = "nodeId"
        case lastExecutionDatetime
        case nextExecutionDatetime
        case jobQueueVersion
        case executionVersion
        case dateCreated
        case dateModified
    }
}
