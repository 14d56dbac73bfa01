/// The backup to restore from.
public struct RestoreRequest: Codable, Hashable, Sendable {
    /// A file of the backup folder.
    public var filePath: String

    public init(
        filePath: String
    ) {
        self.filePath = filePath
    }
}
