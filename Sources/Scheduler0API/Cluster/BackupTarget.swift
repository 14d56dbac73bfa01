/// Where the backup goes.
public struct BackupTarget: Codable, Hashable, Sendable {
    /// A file name in the backup folder.
    public var destinationPath: String

    public init(
        destinationPath: String
    ) {
        self.destinationPath = destinationPath
    }

    private enum CodingKeys: String, CodingKey {
        case destinationPath = "destPath"
    }
}
