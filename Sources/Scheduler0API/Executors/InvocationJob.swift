/// The job a test invocation pretends to run.
public struct InvocationJob: Codable, Hashable, Sendable {
    public var id: Int64?
    public var projectID: Int64?
    public var spec: String?
    /// Handed to the executor as it is.
    public var data: String?
    public var executorID: Int64?
    public var startDate: Timestamp?
    public var endDate: Timestamp?
    /// Default UTC.
    public var timezone: String?
    public var timezoneOffset: Int64?
    public var retryMax: Int64?
    /// Default `active`.
    public var status: String?
    public var createdBy: String?

    public init(
        id: Int64? = nil, projectID: Int64? = nil, spec: String? = nil, data: String? = nil,
        executorID: Int64? =
            nil, startDate: Timestamp? = nil, endDate: Timestamp? = nil, timezone: String? = nil,
        timezoneOffset: Int64? = nil, retryMax: Int64? = nil, status: String? = nil, createdBy: String? = nil
    ) {
        self.id = id
        self.projectID = projectID
        self.spec = spec
        self.data = data
        self.executorID = executorID
        self.startDate = startDate
        self.endDate = endDate
        self.timezone = timezone
        self.timezoneOffset = timezoneOffset
        self.retryMax = retryMax
        self.status = status
        self.createdBy = createdBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case projectID = "projectId"
        case spec
        case data
        case executorID = "executorId"
        case startDate
        case endDate
        case timezone
        case timezoneOffset
        case retryMax
        case status
        case createdBy
    }
}
