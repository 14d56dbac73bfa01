/// An approved model.
public struct ModelInfo: Codable, Hashable, Sendable {
    /// Name to use in settings.
    public var id: String
    /// Name for people.
    public var displayName: String
    /// The provider's default.
    public var isDefault: Bool

    public init(
        id: String = "", displayName: String = "", isDefault: Bool = false
    ) {
        self.id = id
        self.displayName = displayName
        self.isDefault = isDefault
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case displayName = "display_name"
        case isDefault = "default"
    }
}
