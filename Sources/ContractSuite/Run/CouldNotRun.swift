/// Why there is nothing to report: the server was not reached, is no Scheduler0 server, or refuses the credentials.
public struct CouldNotRun: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line.
    public let description: String

    public init(_ description: String) { self.description = description }
}
