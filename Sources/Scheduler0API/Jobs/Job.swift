/// Work that runs at set times. Unset fields are null or left out.
public struct Job: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    /// The project it belongs to.
    public var projectID: Int64
    /// Where its runs go.
    public var executorID: Int64?
    /// Cron text: five fields (minute first), six fields (second first) or a descriptor such as `@daily` or `@every
    /// 1h30m`. None: the job runs once, at startDate.
    public var spec: String?
    /// Opaque text handed to the executor.
    public var data: String?
    /// Runs from this instant on.
    public var startDate: Timestamp?
    /// No run after this instant.
    public var endDate: Timestamp?
    /// Instant of the latest run.
    public var lastExecutionDate: Timestamp?
    /// IANA name of the zone the spec is read in.
    public var timezone: String
    /// As sent; seconds east of UTC.
    public var timezoneOffset: Int64?
    /// Further attempts after a failed one.
    public var retryMax: Int64?
    public var executionID: String?
    /// Only active jobs run.
    public var status: JobStatus?
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?
    public var createdBy: String?
    public var modifiedBy: String?
    public var deletedBy: String?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, projectID: Int64 = 0, executorID: Int64? = nil, spec: String? = nil,
        data: String? = nil, startDate: Timestamp? = nil, endDate: Timestamp? = nil,
        lastExecutionDate: Timestamp? =
            nil, timezone: String = "", timezoneOffset: Int64? = nil, retryMax: Int64? = nil,
        executionID: String? =
            nil, status: JobStatus? = nil, dateCreated: Timestamp? = nil, dateModified: Timestamp? = nil,
        createdBy:
            String? = nil, modifiedBy: String? = nil, deletedBy: String? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.projectID = projectID
        self.executorID = executorID
        self.spec = spec
        self.data = data
        self.startDate = startDate
        self.endDate = endDate
        self.lastExecutionDate = lastExecutionDate
        self.timezone = timezone
        self.timezoneOffset = timezoneOffset
        self.retryMax = retryMax
        self.executionID = executionID
        self.status = status
        self.dateCreated = dateCreated
        self.dateModified = dateModified
        self.createdBy = createdBy
        self.modifiedBy = modifiedBy
        self.deletedBy = deletedBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case projectID = "projectId"
        case executorID = "executorId"
        case spec
        case data
        case startDate
        case endDate
        case lastExecutionDate
        case timezone
        case timezoneOffset
        case retryMax
        case executionID = "executionId"
        case status
        case dateCreated
        case dateModified
        case createdBy
        case modifiedBy
        case deletedBy
    }
}
