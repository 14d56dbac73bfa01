import ServiceLifecycle

/// A server that accepts connections.
public final class RunningServer: Sendable {
    /// Of the default world: `http://127.0.0.1:7070`.
    public let baseURL: String
    /// The port listened on, also when any free one was asked for.
    public let port: Int
    public let statistics: Statistics

    private let worlds: Worlds
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(
        baseURL: String, port: Int, statistics: Statistics, worlds: Worlds, group: ServiceGroup,
        running: Task<Void, any Error>
    ) {
        self.baseURL = baseURL
        self.port = port
        self.statistics = statistics
        self.worlds = worlds
        self.group = group
        self.running = running
    }

    /// A world of this server, made now if there is none of that name yet; nil is the default one.
    ///
    /// - Throws: ``StartError`` when the name is no name of a world (1 to 64 of `A-Za-z0-9._-`), or there are too many.
    public func world(_ name: String? = nil) throws(StartError) -> WorldHandle {
        guard let name = name.map({ WorldName($0) }) ?? .default else {
            throw StartError("a world's name is 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen")
        }
        do throws(WorldProblem) {
            return WorldHandle(baseURL: baseURL + name.basePath, actor: try worlds.world(name))
        } catch {
            throw StartError("\(error)")
        }
    }

    /// Stops accepting, lets the requests in flight finish, and returns when all is closed.
    public func stop() async throws {
        await group.triggerGracefulShutdown()
        try await waitUntilStopped()
    }

    /// Returns when the server has stopped, by ``stop()`` or by a signal.
    public func waitUntilStopped() async throws { try await running.value }
}
