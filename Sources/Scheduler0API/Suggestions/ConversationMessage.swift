/// Something somebody said.
public struct ConversationMessage: Codable, Hashable, Sendable {
    public var speaker: Person
    /// ISO 8601.
    public var timestamp: Timestamp
    /// Blank messages are skipped.
    public var message: String?
    /// `msg_001` and so on when absent.
    public var id: String?

    public init(
        speaker: Person, timestamp: Timestamp, message: String? = nil, id: String? = nil
    ) {
        self.speaker = speaker
        self.timestamp = timestamp
        self.message = message
        self.id = id
    }
}
