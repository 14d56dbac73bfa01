import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import OutgoingHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Asks a Scheduler0 server, this one or a real one, whether it is well.
///
/// It asks `/api/v1/healthcheck`, which needs no credentials and is there without the control API too.
public struct HealthProbe: Sendable {
    public let baseURL: String

    /// - Parameter baseURL: `http://127.0.0.1:7070`; nil is returned for what is no http or https URL.
    public init?(baseURL: String) {
        guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false,
            (try? HTTPClientRequest(checking: baseURL)) != nil
        else { return nil }
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    }

    /// What is wrong with the server; nil when it is well. Takes 5 s at most.
    public func problem() async -> String? {
        await problem(after: nil)
    }

    /// What is still wrong with the server after asking it again and again for as long as `limit`; nil as soon as it is
    /// well.
    public func problem(after limit: Duration?) async -> String? {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
        let clock = WallClock()
        var problem = await ask(client, within: limit)
        while let limit, problem != nil, clock.uptime < limit {
            do {
                try await Task.sleep(for: min(.milliseconds(50), limit - clock.uptime))
            } catch {
                break
            }
            problem = await ask(client, within: limit - clock.uptime)
        }
        // The answer is known; a connection that does not close in order changes nothing.
        try? await client.shutdown()
        return problem
    }

    private func ask(_ client: HTTPClient, within limit: Duration?) async -> String? {
        let timeout = max(.milliseconds(1), min(limit ?? .seconds(5), .seconds(5)))
        do {
            let request = try HTTPClientRequest(checking: "\(baseURL)/api/v1/healthcheck")
            let response = try await client.execute(request, timeout: TimeAmount(timeout))
            return response.status == .ok ? nil : "it answers \(response.status.code)"
        } catch {
            return NetworkErrorWords.describe(error)
        }
    }
}
