public import WireJSON

/// Good times to send, best first.
public struct SendTimes: Codable, Hashable, Sendable {
    public var requestID: String
    public var referenceTime: Timestamp?
    public var suggestions: [SendTimeSuggestion]
    public var search: JSON?
    public var policy: JSON?
    public var engine: JSON?
    public var rejectedSummary: JSON?
    public var noSuggestion: JSON?
    public var sendNow: JSON?
    public var warnings: [JSON]
    public var metadata: JSON?

    public init(
        requestID: String = "", referenceTime: Timestamp? = nil, suggestions: [SendTimeSuggestion] = [],
        search:
            JSON? = nil, policy: JSON? = nil, engine: JSON? = nil, rejectedSummary: JSON? = nil,
        noSuggestion: JSON? =
            nil, sendNow: JSON? = nil, warnings: [JSON] = [], metadata: JSON? = nil
    ) {
        self.requestID = requestID
        self.referenceTime = referenceTime
        self.suggestions = suggestions
        self.search = search
        self.policy = policy
        self.engine = engine
        self.rejectedSummary = rejectedSummary
        self.noSuggestion = noSuggestion
        self.sendNow = sendNow
        self.warnings = warnings
        self.metadata = metadata
    }

    private enum CodingKeys: String, CodingKey {
        case requestID = "request_id"
        case referenceTime = "reference_time"
        case suggestions
        case search
        case policy
        case engine
        case rejectedSummary = "rejected_summary"
        case noSuggestion = "no_suggestion"
        case sendNow = "send_now"
        case warnings
        case metadata
    }
}
