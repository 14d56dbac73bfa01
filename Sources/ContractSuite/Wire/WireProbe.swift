public import Scheduler0Client

/// Sends what an HTTP client would be too polite to send.
public protocol WireProbe: Sendable {
    /// Sends the head of a request that announces a body of `bytes` bytes, sends nothing of it, and brings back the
    /// answer.
    func announce(
        _ request: TransportRequest, bytes: Int, timeout: Duration
    ) async throws(TransportError) -> TransportResponse
}
