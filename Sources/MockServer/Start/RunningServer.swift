import ServiceLifecycle

/// A server that accepts connections.
public final class RunningServer: Sendable {
    /// Of the default world: `http://127.0.0.1:7070`.
    public let baseURL: String
    /// The port listened on, also when any free one was asked for.
    public let port: Int
    public let statistics: Statistics

    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(
        baseURL: String, port: Int, statistics: Statistics, group: ServiceGroup, running: Task<Void, any Error>
    ) {
        self.baseURL = baseURL
        self.port = port
        self.statistics = statistics
        self.group = group
        self.running = running
    }

    /// Stops accepting, lets the requests in flight finish, and returns when all is closed.
    public func stop() async throws {
        await group.triggerGracefulShutdown()
        try await waitUntilStopped()
    }

    /// Returns when the server has stopped, by ``stop()`` or by a signal.
    public func waitUntilStopped() async throws { try await running.value }
}
