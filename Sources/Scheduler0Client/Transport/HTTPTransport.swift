public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Requests over HTTP/1.1.
public struct HTTPTransport: Transport {
    /// The connections of this process.
    public static let shared = HTTPTransport(
        HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration))

    /// No redirects, no decompression, and a server that cannot be reached is told at once rather than at the time-out.
    public static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The most bytes of an answer that are read.
    public static let largestAnswerBytes = 64 << 20

    private let client: HTTPClient

    /// - Parameter client: Must not follow redirects, after which a POST arrives as a GET; see ``configuration``.
    public init(_ client: HTTPClient) { self.client = client }

    public func exchange(
        _ request: TransportRequest, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        // The client below would take the process down.
        guard (1...65_535).contains(URL(string: request.url)?.port ?? 80) else {
            throw .unreachable("\(request.url) has a port that is not 1 to 65535")
        }
        do {
            let answer = try await client.execute(outgoing(request), timeout: Self.amount(timeout))
            let body = try await answer.body.collect(upTo: Self.largestAnswerBytes)
            return TransportResponse(
                status: Int(answer.status.code), headers: answer.headers.map { HeaderField($0.name, $0.value) },
                body: Array(buffer: body))
        } catch {
            throw Self.reason(error)
        }
    }

    private func outgoing(_ request: TransportRequest) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        return outgoing
    }

    private static func amount(_ duration: Duration) -> TimeAmount {
        let (seconds, attoseconds) = duration.components
        return .seconds(min(max(seconds, 0), 1_000_000)) + .nanoseconds(max(attoseconds / 1_000_000_000, 1))
    }

    private static func reason(_ error: any Error) -> TransportError {
        switch error {
        case let error as HTTPClientError where timeouts.contains(error): .timedOut
        case let error as HTTPClientError where error == .cancelled: .cancelled
        case is CancellationError: .cancelled
        case let error as HTTPClientError: .unreachable(error.shortDescription)
        case let error as IOError: .unreachable(words(error.errnoCode))
        case let error as NIOConnectionError: .unreachable(words(error))
        case is NIOTooManyBytesError: .unreachable("the answer is larger than \(largestAnswerBytes) bytes")
        default: .unreachable("\(error)")
        }
    }

    private static func words(_ number: CInt) -> String { String(cString: strerror(number)) }

    private static func words(_ error: NIOConnectionError) -> String {
        let reasons = error.connectionErrors.map { ($0.error as? IOError).map { words($0.errnoCode) } ?? "\($0.error)" }
        return reasons.first ?? "\(error.host) is not known"
    }

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .getConnectionFromPoolTimeout,
        .tlsHandshakeTimeout,
    ]
}
