import CivilTime
import ContractReport
import Foundation
import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import Synchronization
import WireJSON

/// Carries every request of the suite, holds every answer against the document, and keeps the report.
final class Recorder: Transport {
    struct Recorded: Sendable {
        var exchange: RecordedExchange
        var operationID: String?
        var json: JSON?
    }

    private struct State {
        var report: Report
        var last: Recorded?
        /// Found since the present check began.
        var pending: [Finding] = []
        var secrets: [Secret] = []
        /// Scopes that a key does not have and need not have.
        var excused: (scopes: Set<Scope>, key: String)?
        /// For want of which the present check was refused something.
        var missingScope: Scope?
        /// Requests in a row that got no answer.
        var unanswered = 0
    }

    /// A value that may be shown once: by `operationID`, in the answer that made it.
    private struct Secret {
        let value: Data
        let name: String
    }

    let document: OpenAPIDocument
    private let inner: any Transport
    private let wire: (any WireProbe)?
    private let checker: ExchangeChecker
    private let state: Mutex<State>

    init(document: OpenAPIDocument, source: JSON?, target: SuiteTarget, startedAt: Instant) {
        self.document = document
        inner = target.transport ?? HTTPTransport.shared
        wire = target.wire
        checker = ExchangeChecker(document: document)
        state = Mutex(
            State(
                report: Report(
                    kind: .suite, target: target.baseURL, document: document,
                    coverage: Coverage(of: document, source: source), startedAt: startedAt)))
    }

    // MARK: - Exchanges

    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        try await exchange(request, timeout: timeout, isDocumented: true)
    }

    /// - Parameter isDocumented: Whether method and path are the API's.
    func exchange(
        _ request: TransportRequest, timeout: Duration, isDocumented: Bool
    ) async throws(TransportError) -> TransportResponse {
        try await recorded(request, isDocumented: isDocumented) { request throws(TransportError) in
            try await self.inner.exchange(request, timeout: timeout)
        }
    }

    /// After so many requests in a row without an answer the server is taken to be gone.
    private static let patience = 5

    var isServerGone: Bool { state.withLock { $0.unanswered >= Self.patience } }

    /// From now on it is no breach that `key` is refused what these scopes are for.
    func excuse(_ scopes: Set<Scope>, of key: String) { state.withLock { $0.excused = (scopes, key) } }

    /// The excused scope for want of which something was refused since the last time.
    func takeMissingScope() -> Scope? {
        state.withLock { state in
            defer { state.missingScope = nil }
            return state.missingScope
        }
    }

    /// Sends a request that is no part of the API and leaves no trace in the report.
    func unrecorded(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        try await inner.exchange(request, timeout: timeout)
    }

    /// Sends the head of a request that announces a body of `bytes` bytes, and not the body.
    func announce(
        _ request: TransportRequest, bytes: Int, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        guard let wire else { throw .unreachable("broken requests cannot be sent here") }
        return try await recorded(request, isDocumented: true) { request throws(TransportError) in
            try await wire.announce(request, bytes: bytes, timeout: timeout)
        }
    }

    var canBreakRequests: Bool { wire != nil }

    private func recorded(
        _ request: TransportRequest, isDocumented: Bool,
        _ send: (TransportRequest) async throws(TransportError) -> TransportResponse
    ) async throws(TransportError) -> TransportResponse {
        let started = ContinuousClock.now
        do throws(TransportError) {
            let response = try await send(request)
            note(request, response, took: ContinuousClock.now - started, isDocumented: isDocumented)
            return response
        } catch {
            state.withLock { $0.unanswered += 1 }
            note(request, nil, took: ContinuousClock.now - started, isDocumented: isDocumented)
            throw error
        }
    }

    private func note(
        _ request: TransportRequest, _ response: TransportResponse?, took: Duration, isDocumented: Bool
    ) {
        let exchange = RecordedExchange(
            method: request.method, url: request.url,
            requestHeaders: request.headers.map { .init($0.name, $0.value) }, requestBody: .whole(request.body),
            status: response?.status, responseHeaders: (response?.headers ?? []).map { .init($0.name, $0.value) },
            responseBody: .whole(response?.body ?? []), durationMilliseconds: took / .milliseconds(1))
        guard isDocumented else {
            let json = response.flatMap { try? JSON.parse($0.body) }
            return state.withLock { state in
                state.report.exchangeCount += 1
                state.last = Recorded(exchange: exchange, operationID: nil, json: json)
            }
        }
        let checked = checker.check(exchange)
        state.withLock { state in
            state.report.exchangeCount += 1
            if response != nil { state.unanswered = 0 }
            if response?.status == 403, let excused = state.excused, let scope = checked.operation?.scope,
                excused.scopes.contains(scope),
                request.headers.contains(where: { $0.name.lowercased() == "x-api-key" && $0.value == excused.key })
            {
                state.missingScope = scope
            }
            state.last = Recorded(exchange: exchange, operationID: checked.operation?.id, json: checked.responseJSON)
            if let operation = checked.operation, let status = exchange.status {
                state.report.coverage.record(
                    operationID: operation.id, status: status, body: checked.responseJSON)
            }
            // Requests of the suite may break the document on purpose: only answers count.
            if !checked.response.isEmpty || checked.undocumented != nil {
                state.pending.append(
                    Finding(
                        operationID: checked.operation?.id, exchange: exchange, violations: checked.response,
                        expectation: checked.undocumented))
            }
            if let response, let secret = Self.shown(state.secrets, in: response.body) {
                state.pending.append(
                    Finding(
                        operationID: checked.operation?.id, exchange: exchange,
                        expectation: .init(expected: "no secret in the answer", found: secret)))
            }
        }
    }

    private static func shown(_ secrets: [Secret], in body: [UInt8]) -> String? {
        guard !secrets.isEmpty, !body.isEmpty else { return nil }
        let body = Data(body)
        return secrets.first { body.range(of: $0.value) != nil }?.name
    }

    /// From now on no answer may contain `value`.
    func keepSecret(_ value: String, _ name: String) {
        guard value.utf8.count >= 8 else { return }
        state.withLock { $0.secrets.append(Secret(value: Data(value.utf8), name: name)) }
    }

    /// The exchange before this moment.
    var last: Recorded? { state.withLock { $0.last } }

    // MARK: - Report

    /// What was found since the last time.
    func takePending() -> [Finding] {
        state.withLock { state in
            defer { state.pending = [] }
            return state.pending
        }
    }

    func add(_ check: Check, _ findings: [Finding]) {
        state.withLock { state in
            state.report.checks.append(check)
            for finding in findings { state.report.add(finding) }
        }
    }

    func change(_ body: (inout sending Report) -> Void) { state.withLock { body(&$0.report) } }

    var report: Report { state.withLock { $0.report } }
}
