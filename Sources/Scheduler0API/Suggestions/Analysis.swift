public import WireJSON

/// What was found in a conversation.
public struct Analysis: Codable, Hashable, Sendable {
    public var requestID: String
    public var conversationID: String?
    public var analyzedAt: Timestamp?
    public var suggestions: [Suggestion]
    public var obligations: [Obligation]
    public var warnings: [AnalysisWarning]
    public var engine: JSON?

    public init(
        requestID: String = "", conversationID: String? = nil, analyzedAt: Timestamp? = nil,
        suggestions:
            [Suggestion] = [], obligations: [Obligation] = [], warnings: [AnalysisWarning] = [], engine: JSON? = nil
    ) {
        self.requestID = requestID
        self.conversationID = conversationID
        self.analyzedAt = analyzedAt
        self.suggestions = suggestions
        self.obligations = obligations
        self.warnings = warnings
        self.engine = engine
    }

    private enum CodingKeys: String, CodingKey {
        case requestID = "request_id"
        case conversationID = "conversation_id"
        case analyzedAt = "analyzed_at"
        case suggestions
        case obligations
        case warnings
        case engine
    }
}
