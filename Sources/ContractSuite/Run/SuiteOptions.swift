/// How a suite is run.
public struct SuiteOptions: Sendable {
    /// Names of stories, or beginnings of them; empty runs all.
    public var only: [String] = []
    /// Ends after the first check that fails.
    public var failsFast = false
    /// The longest one exchange may take.
    public var timeout = Duration.seconds(60)
    /// The longest an async task may take.
    public var taskTimeout = Duration.seconds(60)
    /// Order and data follow from this number.
    public var seed: UInt64 = 0
    /// The least share of the answers that a request can provoke, in percent.
    public var minimumCoverage: Double?
    /// Also does what would harm a cluster in use: rotates secrets, restores backups, sends nodes away, uses up quotas.
    /// Nil: only where the server says that it is a mock.
    public var mayHarm: Bool?

    public init() {}
}
