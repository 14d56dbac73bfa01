import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import UnixSignals

/// A proxy in front of any server that checks what passes through it against an OpenAPI document.
public enum ValidatingProxy {
    /// Starts a proxy; returns when it accepts connections.
    ///
    /// - Parameter stopsOnSignals: SIGTERM and SIGINT to the process stop the proxy as ``RunningProxy/stop()`` does.
    /// - Throws: ``ProxyStartError`` when it cannot listen.
    public static func start(
        _ options: ProxyOptions, stopsOnSignals: Bool = false
    ) async throws(ProxyStartError) -> RunningProxy {
        let services = try ProxyServices(options)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let listener = ProxyListener(services: services) { channel in
            port.yield(channel.localAddress?.port ?? 0)
            port.finish()
        }
        var configuration = ServiceGroupConfiguration(
            services: [listener], gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [],
            logger: listener.logger)
        configuration.maximumGracefulShutdownDuration = options.stopLimit
        let group = ServiceGroup(configuration: configuration)
        let running = Task {
            defer { port.finish() }
            try await group.run()
        }
        for await port in ports {
            return RunningProxy(options: options, port: port, report: services.report, group: group, running: running)
        }
        switch await running.result {
        case .failure(let error as ProxyStartError): throw error
        case .failure(let error): throw ProxyStartError("\(error)")
        case .success: throw ProxyStartError("stopped before it listened")
        }
    }
}

/// Hummingbird's server on the proxy's address.
private struct ProxyListener: Service {
    let services: ProxyServices
    let bound: @Sendable (any Channel) async -> Void

    func run() async throws {
        let options = services.options
        let server = Server(
            childChannelSetup: ProxyChannel(services: services),
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(options.connectionLimit, logger: logger)),
            onServerRunning: bound,
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger)
        do {
            try await server.run()
        } catch {
            throw ProxyStartError.listening(on: "\(options.host):\(options.port)", error)
        }
    }

    /// The libraries' everyday messages are of no use to whoever runs the proxy.
    var logger: Logger {
        var logger = services.options.logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
