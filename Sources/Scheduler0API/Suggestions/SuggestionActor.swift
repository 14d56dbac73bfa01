/// Somebody a suggestion is about.
public struct SuggestionActor: Codable, Hashable, Sendable {
    public var id: String?
    public var displayName: String?

    public init(
        id: String? = nil, displayName: String? = nil
    ) {
        self.id = id
        self.displayName = displayName
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case displayName = "display_name"
    }
}
