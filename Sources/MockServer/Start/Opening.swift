import Logging
import MockCore
import NIOCore
import ServiceLifecycle
import Synchronization

/// The start of a server, step by step: listen, then make the default world (which has to know the port), then serve.
///
/// The port comes first so that a second server on the same port leaves the data file alone.
final class Opening: Sendable {
    struct Opened: Sendable {
        var baseURL: String
        var port: Int
        var edge: Edge
    }

    let statistics = Statistics()
    private let options: ServerOptions
    private let deliveryClient = HTTPDeliveryClient()
    private let clock = WallClock()
    private let tcp = Promised<Result<Opened, StartError>>()
    private let unix = Promised<Result<Void, StartError>>()
    private let lock = Mutex<DataFileLock?>(nil)

    init(_ options: ServerOptions) { self.options = options }

    // MARK: - Services

    /// In the order of their start; they are stopped from the last to the first.
    var services: [any Service] {
        var services: [any Service] = [
            service(.tcp(host: options.host, port: options.port)) { [self] channel in
                // Without a port it is closed again: another service has failed, and tells why.
                if let port = channel.localAddress?.port { tcp.give(open(port: port)) }
            }
        ]
        if let path = options.unixSocketPath {
            services.append(
                service(.unix(path: path)) { [self] _ in
                    unix.give(.success(()))
                    _ = await tcp.value
                })
        }
        return services + [WorldsService(opening: self)]
    }

    private func service(
        _ address: ListeningService.Address, bound: @escaping @Sendable (any Channel) async -> Void
    ) -> ListeningService {
        ListeningService(address: address, limits: options.limits, logger: options.logger.quiet, bound: bound) {
            [tcp] request in
            // Connections are served once the address is bound and the world is made, so the edge is there.
            guard case .success(let opened) = await tcp.value else { return .notFoundPage }
            return await opened.edge.respond(to: request)
        }
    }

    /// Stops the worlds first, so that what waits in them does not hold up the connections.
    private struct WorldsService: Service {
        let opening: Opening

        func run() async throws {
            // Cancelled when the group fails to start or takes too long to stop: then there is all the more to stop.
            try? await gracefulShutdown()
            if case .success(let opened) = opening.tcp.valueIfGiven { await opened.edge.worlds.stop() }
            try await opening.deliveryClient.shutdown()
        }
    }

    // MARK: - Steps

    private func open(port: Int) -> Result<Opened, StartError> {
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        let baseURL = "http://\(host):\(port)"
        var world = options.world
        world.address = "\(host):\(port)"
        world.baseURL = baseURL
        let document: APIDocument
        switch APIDocument.builtIn {
        case .success(let builtIn): document = builtIn
        case .failure(let error):
            return .failure(StartError("the OpenAPI document compiled into this program cannot be used: \(error)"))
        }
        do {
            if let path = options.databasePath { try lock.withLock { $0 = try DataFileLock(path) } }
            let worlds = try Worlds(
                Worlds.Recipe(
                    options: world, databasePath: options.databasePath, document: document, clock: clock,
                    deliveryClient: deliveryClient, logger: options.logger, limit: options.worldLimit))
            return .success(Opened(baseURL: baseURL, port: port, edge: edge(worlds, document)))
        } catch let error as StartError {
            return .failure(error)
        } catch let error as WorldError {
            return .failure(StartError(error.description))
        } catch {
            let file = options.databasePath.map { "the data file \($0) cannot be used: " } ?? ""
            return .failure(StartError("\(file)\(error)"))
        }
    }

    private func edge(_ worlds: Worlds, _ document: APIDocument) -> Edge {
        Edge(
            worlds: worlds, admin: Admin(access: options.admin, worlds: worlds, clock: clock),
            contractCheck: ContractCheck(document.contract, isStrict: options.world.strictContract),
            documentBytes: document.bytes, statistics: statistics, clock: clock, logger: options.logger)
    }

    /// Returns when the server accepts connections everywhere it was asked to.
    func opened() async throws(StartError) -> Opened {
        let opened = try await tcp.value.get()
        if options.unixSocketPath != nil { try await unix.value.get() }
        return opened
    }

    /// To be called when all services have ended: another server may have the data file.
    func closed() { lock.withLock { $0 = nil } }

    /// To be called when a service has failed.
    func failed(_ error: any Error) {
        let error = error as? StartError ?? StartError("\(error)")
        tcp.give(.failure(error))
        unix.give(.failure(error))
    }
}
