/// Who archives a credential.
public struct Archiving: Codable, Hashable, Sendable {
    /// Who asks.
    public var archivedBy: String

    public init(
        archivedBy: String
    ) {
        self.archivedBy = archivedBy
    }
}
