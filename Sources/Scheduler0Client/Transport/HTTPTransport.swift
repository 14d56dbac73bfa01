public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import OutgoingHTTP

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

    /// Longer ones are taken for this one: the clocks below do not count further.
    private static let longestTimeout = Duration.seconds(1_000_000)

    private let client: HTTPClient

    /// - Parameter client: Must not follow redirects, after which a POST arrives as a GET; see ``configuration``.
    public init(_ client: HTTPClient) { self.client = client }

    public func exchange(
        _ request: TransportRequest, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        do {
            let outgoing = try Self.outgoing(request)
            // The client's own deadline ends with the head of an answer; a body may drip for ever.
            return try await withThrowingTaskGroup(of: TransportResponse.self) { group in
                group.addTask { try await answer(to: outgoing) }
                group.addTask {
                    try await Task.sleep(for: min(timeout, Self.longestTimeout))
                    throw TransportError.timedOut
                }
                defer { group.cancelAll() }
                guard let first = try await group.next() else { throw TransportError.cancelled }
                return first
            }
        } catch {
            throw Self.reason(error)
        }
    }

    private func answer(to request: HTTPClientRequest) async throws -> TransportResponse {
        let answer = try await client.execute(request, timeout: TimeAmount(Self.longestTimeout))
        let body = try await answer.body.collect(upTo: Self.largestAnswerBytes)
        return TransportResponse(
            status: Int(answer.status.code), headers: answer.headers.map { HeaderField($0.name, $0.value) },
            body: Array(buffer: body))
    }

    private static func outgoing(_ request: TransportRequest) throws -> HTTPClientRequest {
        var outgoing = try HTTPClientRequest(checking: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        return outgoing
    }

    private static func reason(_ error: any Error) -> TransportError {
        switch error {
        case let error as HTTPClientError where timeouts.contains(error): .timedOut
        case let error as HTTPClientError where error == .cancelled: .cancelled
        case is CancellationError: .cancelled
        case let error as TransportError: error
        case is NIOTooManyBytesError: .unreachable("the answer is larger than \(largestAnswerBytes) bytes")
        default: .unreachable(NetworkErrorWords.describe(error))
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .getConnectionFromPoolTimeout,
        .tlsHandshakeTimeout,
    ]
}
