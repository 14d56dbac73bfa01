/// How far the latest backup or restore is.
public struct BackupProgress: Codable, Hashable, Sendable {
    /// `backup`, `restore` or empty.
    public var operationType: String
    public var status: String
    /// Percent.
    public var progress: Int64
    public var message: String
    public var startTime: Timestamp?
    public var endTime: Timestamp?
    public var backupPath: String

    public init(
        operationType: String = "", status: String = "", progress: Int64 = 0, message: String = "",
        startTime:
            Timestamp? = nil, endTime: Timestamp? = nil, backupPath: String = ""
    ) {
        self.operationType = operationType
        self.status = status
        self.progress = progress
        self.message = message
        self.startTime = startTime
        self.endTime = endTime
        self.backupPath = backupPath
    }
}
