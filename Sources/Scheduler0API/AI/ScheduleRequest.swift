/// A sentence, and where its jobs belong.
public struct ScheduleRequest: Codable, Hashable, Sendable {
    /// What should happen when, at most 160 characters.
    public var prompt: String
    /// Who asks.
    public var createdBy: String
    /// At most 5, each at most 36 characters. The jobs' purpose is one of them.
    public var purposes: [String]?
    /// At most 5, each at most 36 characters. The jobs' event is one of them.
    public var events: [String]?
    /// At most 5, each at most 36 characters. The jobs' recipients are among them.
    public var recipients: [String]?
    /// At most 5, each at most 36 characters. The jobs' channel is one of them.
    public var channels: [String]?
    /// IANA name; UTC when absent or empty.
    public var timezone: String?
    /// BCP 47 tag; `en` when absent or empty.
    public var locale: String?
    /// A project of the account; otherwise one is found by name or created.
    public var projectID: Int64?
    public var project: ScheduleProject?
    /// An executor of the account; otherwise one is chosen.
    public var executorID: Int64?

    public init(
        prompt: String, createdBy: String, purposes: [String]? = nil, events: [String]? = nil,
        recipients: [String]? = nil, channels: [String]? = nil, timezone: String? = nil, locale: String? = nil,
        projectID: Int64? = nil,
        project: ScheduleProject? = nil, executorID: Int64? = nil
    ) {
        self.prompt = prompt
        self.createdBy = createdBy
        self.purposes = purposes
        self.events = events
        self.recipients = recipients
        self.channels = channels
        self.timezone = timezone
        self.locale = locale
        self.projectID = projectID
        self.project = project
        self.executorID = executorID
    }

    private enum CodingKeys: String, CodingKey {
        case prompt
        case createdBy
        case purposes
        case events
        case recipients
        case channels
        case timezone
        case locale
        case projectID = "projectId"
        case project
        case executorID = "executorId"
    }
}
