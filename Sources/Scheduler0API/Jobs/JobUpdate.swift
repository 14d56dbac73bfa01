/// What is absent, null, empty or zero stays as it is.
public struct JobUpdate: Codable, Hashable, Sendable {
    /// Who asks.
    public var modifiedBy: String
    /// Ignored: a job stays in its project.
    public var projectID: Int64?
    /// IANA name.
    public var timezone: String?
    /// An executor of the account.
    public var executorID: Int64?
    /// Cron text; none for a job that runs once, at startDate.
    public var spec: String?
    /// Handed to the executor as it is. At most 3072 bytes, or 1048576 with feature 2.
    public var data: String?
    public var startDate: Timestamp?
    public var endDate: Timestamp?
    /// Kept as sent.
    public var timezoneOffset: Int64?
    /// Further attempts after a failed one.
    public var retryMax: Int64?
    /// Empty means active.
    public var status: JobStatus?

    public init(
        modifiedBy: String, projectID: Int64? = nil, timezone: String? = nil, executorID: Int64? = nil,
        spec:
            String? = nil, data: String? = nil, startDate: Timestamp? = nil, endDate: Timestamp? = nil,
        timezoneOffset:
            Int64? = nil, retryMax: Int64? = nil, status: JobStatus? = nil
    ) {
        self.modifiedBy = modifiedBy
        self.projectID = projectID
        self.timezone = timezone
        self.executorID = executorID
        self.spec = spec
        self.data = data
        self.startDate = startDate
        self.endDate = endDate
        self.timezoneOffset = timezoneOffset
        self.retryMax = retryMax
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case modifiedBy
        case projectID = "projectId"
        case timezone
        case executorID = "executorId"
        case spec
        case data
        case startDate
        case endDate
        case timezoneOffset
        case retryMax
        case status
    }
}
