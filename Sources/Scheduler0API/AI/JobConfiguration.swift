public import WireJSON

/// A schedule read from a prompt. What is unknown is left out or null.
public struct JobConfiguration: Codable, Hashable, Sendable {
    public var kind: String
    public var purpose: String
    /// What the message is about.
    public var subject: String
    /// First run, with the offset of the zone.
    public var nextRunAt: Timestamp?
    /// The nearest common rhythm; cronExpression is exact.
    public var recurrence: String
    public var event: String
    public var delivery: String
    /// Five fields, minute first.
    public var cronExpression: String
    public var channel: String
    public var recipients: [String]
    /// No run before this instant.
    public var startDate: Timestamp?
    /// No run after this instant.
    public var endDate: Timestamp?
    /// IANA name of the zone cronExpression is read in.
    public var timezone: String
    /// Remarks, such as `calculatedOffset` or a warning that the schedule is only near to what was asked.
    public var metadata: JSON?

    public init(
        kind: String = "", purpose: String = "", subject: String = "", nextRunAt: Timestamp? = nil,
        recurrence:
            String = "", event: String = "", delivery: String = "", cronExpression: String = "", channel: String = "",
        recipients: [String] = [], startDate: Timestamp? = nil, endDate: Timestamp? = nil, timezone: String = "",
        metadata: JSON? = nil
    ) {
        self.kind = kind
        self.purpose = purpose
        self.subject = subject
        self.nextRunAt = nextRunAt
        self.recurrence = recurrence
        self.event = event
        self.delivery = delivery
        self.cronExpression = cronExpression
        self.channel = channel
        self.recipients = recipients
        self.startDate = startDate
        self.endDate = endDate
        self.timezone = timezone
        self.metadata = metadata
    }
}
