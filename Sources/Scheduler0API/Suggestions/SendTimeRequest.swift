/// Who is to receive what, and in which days.
public struct SendTimeRequest: Codable, Hashable, Sendable {
    public var recipients: [SendTimeParty]
    public var sender: SendTimeParty?
    public var message: SendTimeMessage?
    /// Now, if absent.
    public var referenceTime: Timestamp?
    public var earliestSendAt: Timestamp?
    /// Later than earliest_send_at.
    public var latestSendAt: Timestamp?
    /// Default 30.
    public var candidateIntervalMinutes: Int64?
    /// Default 3.
    public var suggestionCount: Int64?
    /// Default 7; more than 30 counts as 30.
    public var searchHorizonDays: Int64?

    public init(
        recipients: [SendTimeParty], sender: SendTimeParty? = nil, message: SendTimeMessage? = nil,
        referenceTime:
            Timestamp? = nil, earliestSendAt: Timestamp? = nil, latestSendAt: Timestamp? = nil,
        candidateIntervalMinutes: Int64? = nil, suggestionCount: Int64? = nil, searchHorizonDays: Int64? = nil
    ) {
        self.recipients = recipients
        self.sender = sender
        self.message = message
        self.referenceTime = referenceTime
        self.earliestSendAt = earliestSendAt
        self.latestSendAt = latestSendAt
        self.candidateIntervalMinutes = candidateIntervalMinutes
        self.suggestionCount = suggestionCount
        self.searchHorizonDays = searchHorizonDays
    }

    private enum CodingKeys: String, CodingKey {
        case recipients
        case sender
        case message
        case referenceTime = "reference_time"
        case earliestSendAt = "earliest_send_at"
        case latestSendAt = "latest_send_at"
        case candidateIntervalMinutes = "candidate_interval_minutes"
        case suggestionCount = "suggestion_count"
        case searchHorizonDays = "search_horizon_days"
    }
}
