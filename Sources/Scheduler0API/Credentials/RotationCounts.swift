/// How many stored secrets were encrypted anew.
public struct RotationCounts: Codable, Hashable, Sendable {
    public var credentialsRotated: Int64
    public var executorsRotated: Int64
    public var aiSettingsRotated: Int64

    public init(
        credentialsRotated: Int64 = 0, executorsRotated: Int64 = 0, aiSettingsRotated: Int64 = 0
    ) {
        self.credentialsRotated = credentialsRotated
        self.executorsRotated = executorsRotated
        self.aiSettingsRotated = aiSettingsRotated
    }
}
