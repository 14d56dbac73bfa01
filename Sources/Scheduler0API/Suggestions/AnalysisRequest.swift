/// A conversation.
public struct AnalysisRequest: Codable, Hashable, Sendable {
    public var messages: [ConversationMessage]
    public var conversationID: String?
    /// The speakers when absent.
    public var participants: [Person]?
    public var options: AnalysisOptions?

    public init(
        messages: [ConversationMessage], conversationID: String? = nil, participants: [Person]? = nil,
        options:
            AnalysisOptions? = nil
    ) {
        self.messages = messages
        self.conversationID = conversationID
        self.participants = participants
        self.options = options
    }

    private enum CodingKeys: String, CodingKey {
        case messages
        case conversationID = "conversation_id"
        case participants
        case options
    }
}
