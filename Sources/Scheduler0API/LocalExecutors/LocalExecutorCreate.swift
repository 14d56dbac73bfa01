/// A local executor to register.
public struct LocalExecutorCreate: Codable, Hashable, Sendable {
    public var name: String
    /// Command line to run for each job.
    public var command: String
    /// Who asks.
    public var createdBy: String
    /// Folder the command runs in.
    public var workingDirectory: String?
    public var description: String?
    public var tags: [String]?

    public init(
        name: String, command: String, createdBy: String, workingDirectory: String? = nil,
        description: String? =
            nil, tags: [String]? = nil
    ) {
        self.name = name
        self.command = command
        self.createdBy = createdBy
        self.workingDirectory = workingDirectory
        self.description = description
        self.tags = tags
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case command
        case createdBy
        case workingDirectory = "workingDir"
        case description
        case tags
    }
}
