import Logging
import MockCore
import ServiceLifecycle
import UnixSignals

/// Starts servers: `let server = try await MockServer.start(options)`.
public enum MockServer {
    /// Starts a quiet server with the world `quickstart` on any free port, for tests in this process.
    public static func start() async throws(StartError) -> RunningServer {
        var options = ServerOptions(
            world: WorldOptions(), logger: Logger(label: "scheduler0-mock") { _ in SwiftLogNoOpLogHandler() })
        options.port = 0
        return try await start(options)
    }

    /// Runs `test` with a server of its own, which stops when the test is over, however it ends.
    public static func withServer<Result>(
        _ test: (RunningServer) async throws -> Result
    ) async throws -> Result {
        let server = try await start()
        do {
            let result = try await test(server)
            try await server.stop()
            return result
        } catch {
            try await server.stop()
            throw error
        }
    }

    /// Starts a server; returns when it accepts connections.
    ///
    /// - Parameter stopsOnSignals: SIGTERM and SIGINT to the process stop the server as ``RunningServer/stop()`` does.
    /// - Throws: ``StartError`` when it cannot listen, when the seed is wrong or when the data file cannot be read.
    public static func start(
        _ options: ServerOptions, stopsOnSignals: Bool = false
    ) async throws(StartError) -> RunningServer {
        let opening = Opening(options)
        var configuration = ServiceGroupConfiguration(
            services: opening.services.map {
                .init(
                    service: $0, successTerminationBehavior: .ignore,
                    failureTerminationBehavior: .gracefullyShutdownGroup, serviceName: "\(type(of: $0))")
            },
            gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [],
            logger: options.logger.quiet)
        configuration.maximumGracefulShutdownDuration = options.stopLimit
        let group = ServiceGroup(configuration: configuration)
        let running = Task {
            defer { opening.closed() }
            do {
                try await group.run()
            } catch {
                opening.failed(error)
                throw error
            }
        }
        do {
            let opened = try await opening.opened()
            return RunningServer(
                baseURL: opened.baseURL, port: opened.port, statistics: opening.statistics,
                worlds: opened.edge.worlds, group: group, running: running)
        } catch {
            await group.triggerGracefulShutdown()
            _ = await running.result
            throw error
        }
    }
}

extension MockServer {
    /// Begins to read what every server needs, on another thread. A program that is going to start one may call this
    /// first and do something else meanwhile.
    public static func prepare() {
        Task.detached { _ = APIDocument.builtIn }
    }
}

extension Logger {
    /// For libraries, whose everyday messages are of no use to whoever runs the server.
    var quiet: Logger {
        var logger = self
        if logger.logLevel > .trace { logger.logLevel = max(logger.logLevel, .warning) }
        return logger
    }
}
