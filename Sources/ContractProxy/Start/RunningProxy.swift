public import ContractReport
import ServiceLifecycle

/// A proxy that accepts connections.
public final class RunningProxy: Sendable {
    /// `http://127.0.0.1:7071`
    public let baseURL: String
    /// The port listened on, also when any free one was asked for.
    public let port: Int

    private let proxyReport: ProxyReport
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(
        options: ProxyOptions, port: Int, report: ProxyReport, group: ServiceGroup, running: Task<Void, any Error>
    ) {
        self.port = port
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        baseURL = "http://\(host):\(port)"
        proxyReport = report
        self.group = group
        self.running = running
    }

    /// What was seen so far.
    public var report: Report { proxyReport.snapshot }

    /// Stops accepting, lets the requests in flight finish, and returns when all is closed.
    public func stop() async throws {
        await group.triggerGracefulShutdown()
        try await waitUntilStopped()
    }

    /// Returns when the proxy has stopped, by ``stop()`` or by a signal.
    public func waitUntilStopped() async throws { try await running.value }
}
