import AsyncHTTPClient
import MockCore
import NIOCore
import NIOHTTP1
import NIOPosix
import OutgoingHTTP
import Synchronization

/// Delivers webhooks over HTTP.
///
/// Redirects are followed as Go's client does, since that is what the real server's receivers meet.
/// Observed: server-behaviour 6.5.
final class HTTPDeliveryClient: DeliveryClient {
    static let redirectLimit = 10

    private enum State {
        /// The client is made for the first delivery: most servers of a test run never make one.
        case unused
        case used(HTTPClient)
        case shutDown
    }

    private let state = Mutex(State.unused)

    private func client() throws(CancellationError) -> HTTPClient {
        try state.withLock { state throws(CancellationError) in
            switch state {
            case .unused:
                let client = Self.makeClient()
                state = .used(client)
                return client
            case .used(let client): return client
            case .shutDown: throw CancellationError()
            }
        }
    }

    private static func makeClient() -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = DeliveryQueue.openLimit
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        configuration.http1_1ConnectionDebugInitializer = { StatusGuard.install(in: $0) }
        return HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }

    /// Breaks off what is under way; later deliveries end as cancelled.
    func shutdown() async throws {
        let client = state.withLock { state -> HTTPClient? in
            defer { state = .shutDown }
            if case .used(let client) = state { return client }
            return nil
        }
        try await client?.shutdown()
    }

    func deliver(_ delivery: Delivery) async -> DeliveryOutcome {
        await withTaskGroup(of: DeliveryOutcome.self) { group in
            group.addTask { await self.attempt(delivery) }
            group.addTask {
                do {
                    try await Task.sleep(for: Delivery.timeLimit.duration)
                    return .timedOut
                } catch {
                    return .cancelled
                }
            }
            defer { group.cancelAll() }
            return await group.next() ?? .cancelled
        }
    }

    private func attempt(_ delivery: Delivery) async -> DeliveryOutcome {
        do {
            return .answered(status: try await follow(DeliveryRequest(delivery)))
        } catch is CancellationError {
            return .cancelled
        } catch let error as DeliveryRequest.RequestError {
            return .failed(reason: error.description)
        } catch {
            return .failed(reason: NetworkErrorWords.describe(error))
        }
    }

    /// The status of the last answer.
    private func follow(_ first: DeliveryRequest) async throws -> Int {
        let client = try client()
        var request = first
        for _ in 0...Self.redirectLimit {
            var message = try HTTPClientRequest(checking: request.url)
            message.method = HTTPMethod(rawValue: request.method)
            message.headers = HTTPHeaders(request.headersOnTheWire.map { ($0.name, $0.value) })
            if !request.body.isEmpty { message.body = .bytes(request.body) }
            let response = try await client.execute(message, timeout: TimeAmount(Delivery.timeLimit.duration))
            Self.readToItsEnd(response)
            let status = Int(response.status.code)
            guard let next = try request.following(status: status, location: response.headers.first(name: "Location"))
            else { return status }
            request = next
        }
        throw DeliveryRequest.RequestError.tooMany(limit: Self.redirectLimit)
    }

    /// Frees the connection for the next delivery. The outcome does not wait for it: the status decides, as with Go's
    /// client. Ended by the timeout of the request at the latest.
    private static func readToItsEnd(_ response: HTTPClientResponse) {
        Task { try await response.body.collect(upTo: 64 << 10) }
    }
}
