/// What may change in a project.
public struct ProjectUpdate: Codable, Hashable, Sendable {
    public var description: String
    /// Who asks.
    public var modifiedBy: String

    public init(
        description: String, modifiedBy: String
    ) {
        self.description = description
        self.modifiedBy = modifiedBy
    }
}
