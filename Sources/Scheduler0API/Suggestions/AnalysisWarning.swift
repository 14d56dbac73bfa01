/// Something that was left out or could not be read.
public struct AnalysisWarning: Codable, Hashable, Sendable {
    public var messageID: String?
    public var code: String
    public var reason: String?

    public init(
        messageID: String? = nil, code: String = "", reason: String? = nil
    ) {
        self.messageID = messageID
        self.code = code
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "message_id"
        case code
        case reason
    }
}
