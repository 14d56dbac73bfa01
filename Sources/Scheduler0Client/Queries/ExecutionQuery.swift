public import Scheduler0API

/// Which rows of the execution log. What is nil is no filter.
public struct ExecutionQuery: Hashable, Sendable {
    public enum Column: String, CaseIterable, Hashable, Sendable {
        case dateCreated
        case lastExecutionDateTime
        case nextExecutionDateTime
    }

    public var limit: Int64?
    public var offset: Int64?
    /// Rows written at or after this instant.
    public var startDate: Timestamp?
    /// Rows written at or before this instant.
    public var endDate: Timestamp?
    public var projectID: Int64?
    public var jobID: Int64?
    public var state: ExecutionState?
    public var orderBy: Column?
    public var direction: SortDirection?

    public init(
        limit: Int64? = nil, offset: Int64? = nil, startDate: Timestamp? = nil, endDate: Timestamp? = nil,
        projectID: Int64? = nil, jobID: Int64? = nil, state: ExecutionState? = nil, orderBy: Column? = nil,
        direction: SortDirection? = nil
    ) {
        self.limit = limit
        self.offset = offset
        self.startDate = startDate
        self.endDate = endDate
        self.projectID = projectID
        self.jobID = jobID
        self.state = state
        self.orderBy = orderBy
        self.direction = direction
    }

    var items: Scheduler0.Query {
        [
            ("limit", limit.map(String.init)), ("offset", offset.map(String.init)), ("startDate", startDate?.text),
            ("endDate", endDate?.text), ("projectId", projectID.map(String.init)),
            ("jobId", jobID.map(String.init)), ("state", state?.word), ("orderBy", orderBy?.rawValue),
            ("orderDirection", direction?.rawValue),
        ]
    }
}
