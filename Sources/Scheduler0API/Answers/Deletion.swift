/// Who deletes a resource.
public struct Deletion: Codable, Hashable, Sendable {
    /// Who asks.
    public var deletedBy: String

    public init(
        deletedBy: String
    ) {
        self.deletedBy = deletedBy
    }
}
