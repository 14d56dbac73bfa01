import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Hummingbird's server on one address: accepts, and on a graceful stop lets the connections finish.
struct ListeningService: Service {
    enum Address: Sendable {
        case tcp(host: String, port: Int)
        case unix(path: String)
    }

    let address: Address
    let limits: WireLimits
    let logger: Logger
    /// Called once the address is bound; connections are served after it returns.
    let bound: @Sendable (any Channel) async -> Void
    let respond: ConnectionChannel.Respond

    func run() async throws {
        do {
            try await refuseTakenSocket()
            try await server.run()
        } catch {
            throw StartError.listening(on: place, error)
        }
    }

    private var server: Server<ConnectionChannel> {
        Server(
            childChannelSetup: ConnectionChannel(limits: limits, respond: respond),
            configuration: ServerConfiguration(
                address: bindAddress,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: logger)),
            onServerRunning: bound,
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger)
    }

    private var bindAddress: BindAddress {
        switch address {
        case .tcp(let host, let port): .hostname(host, port: port)
        case .unix(let path): .unixDomainSocket(path: path)
        }
    }

    private var place: String {
        switch address {
        case .tcp(let host, let port): "\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .unix(let path): path
        }
    }

    /// A socket file left over from a crash is replaced by the bind; one that a living server listens on is not.
    private func refuseTakenSocket() async throws {
        guard case .unix(let path) = address else { return }
        let group = MultiThreadedEventLoopGroup.singleton
        guard let other = try? await ClientBootstrap(group: group).connect(unixDomainSocketPath: path).get() else {
            return
        }
        try await other.close()
        throw StartError("cannot listen on \(path): the address is in use")
    }
}
