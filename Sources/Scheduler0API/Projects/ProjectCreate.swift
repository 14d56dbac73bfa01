/// A project to create.
public struct ProjectCreate: Codable, Hashable, Sendable {
    /// Unique in the account; blanks around it do not count.
    public var name: String
    public var description: String
    /// Who asks.
    public var createdBy: String

    public init(
        name: String, description: String, createdBy: String
    ) {
        self.name = name
        self.description = description
        self.createdBy = createdBy
    }
}
