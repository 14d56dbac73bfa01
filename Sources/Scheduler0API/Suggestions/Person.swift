/// Somebody who takes part in a conversation.
public struct Person: Codable, Hashable, Sendable {
    public var id: String?
    public var displayName: String?
    public var name: String?
    public var timezone: String?

    public init(
        id: String? = nil, displayName: String? = nil, name: String? = nil, timezone: String? = nil
    ) {
        self.id = id
        self.displayName = displayName
        self.name = name
        self.timezone = timezone
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case displayName = "display_name"
        case name
        case timezone
    }
}
