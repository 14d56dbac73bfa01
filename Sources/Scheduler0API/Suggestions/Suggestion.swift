public import WireJSON

/// Something somebody promised, asked for or waits for.
public struct Suggestion: Codable, Hashable, Sendable {
    public var id: String
    public var type: String
    public var status: String
    public var actor: SuggestionActor?
    public var requestedBy: SuggestionActor?
    public var participants: [SuggestionActor]
    public var action: JSON?
    public var object: JSON?
    public var temporal: SuggestedTime?
    public var recommendedAction: JSON?
    public var confidence: Double
    /// One sentence.
    public var reason: String
    public var evidence: [JSON]
    public var ruleIDs: [String]
    public var explanation: JSON?
    /// Time of the message.
    public var createdAt: Timestamp?

    public init(
        id: String = "", type: String = "", status: String = "", actor: SuggestionActor? = nil,
        requestedBy:
            SuggestionActor? = nil, participants: [SuggestionActor] = [], action: JSON? = nil, object: JSON? = nil,
        temporal: SuggestedTime? = nil, recommendedAction: JSON? = nil, confidence: Double = 0, reason: String = "",
        evidence: [JSON] = [], ruleIDs: [String] = [], explanation: JSON? = nil, createdAt: Timestamp? = nil
    ) {
        self.id = id
        self.type = type
        self.status = status
        self.actor = actor
        self.requestedBy = requestedBy
        self.participants = participants
        self.action = action
        self.object = object
        self.temporal = temporal
        self.recommendedAction = recommendedAction
        self.confidence = confidence
        self.reason = reason
        self.evidence = evidence
        self.ruleIDs = ruleIDs
        self.explanation = explanation
        self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case status
        case actor
        case requestedBy = "requested_by"
        case participants
        case action
        case object
        case temporal
        case recommendedAction = "recommended_action"
        case confidence
        case reason
        case evidence
        case ruleIDs = "rule_ids"
        case explanation
        case createdAt = "created_at"
    }
}
