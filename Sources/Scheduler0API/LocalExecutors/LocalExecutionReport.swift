/// One row for the execution log.
public struct LocalExecutionReport: Codable, Hashable, Sendable {
    /// A row with job 0 is skipped.
    public var jobID: Int64
    /// A row without it is skipped.
    public var uniqueID: String
    /// 0 scheduled, 1 success, 2 failed.
    public var state: ExecutionState
    /// RFC 3339; anything else, also empty, means unknown.
    public var lastExecutionTime: Timestamp?
    /// RFC 3339; anything else, also empty, means none.
    public var nextExecutionTime: Timestamp?
    public var executionVersion: Int64?
    public var jobQueueVersion: Int64?

    public init(
        jobID: Int64, uniqueID: String, state: ExecutionState, lastExecutionTime: Timestamp? = nil,
        nextExecutionTime: Timestamp? = nil, executionVersion: Int64? = nil, jobQueueVersion: Int64? = nil
    ) {
        self.jobID = jobID
        self.uniqueID = uniqueID
        self.state = state
        self.lastExecutionTime = lastExecutionTime
        self.nextExecutionTime = nextExecutionTime
        self.executionVersion = executionVersion
        self.jobQueueVersion = jobQueueVersion
    }

    private enum CodingKeys: String, CodingKey {
        case jobID = "jobId"
        case uniqueID = "uniqueId"
        case state
        case lastExecutionTime
        case nextExecutionTime
        case executionVersion
        case jobQueueVersion
    }
}
