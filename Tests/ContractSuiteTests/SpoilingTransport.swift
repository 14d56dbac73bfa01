import ContractSuite
import OpenAPIContract
import Scheduler0Client
import Synchronization
import WireJSON

/// Stands between a suite and a healthy server, and spoils answers: on the bytes that went over the wire.
final class SpoilingTransport: Transport, WireProbe {
    private let inner: any Transport = HTTPTransport.shared
    private let probe = SocketProbe()
    private let document: OpenAPIDocument
    private let mutation: Mutation
    private let memory = Mutex<[String: TransportResponse]>([:])
    private let count = Mutex(0)

    init(_ mutation: Mutation, document: OpenAPIDocument) {
        self.mutation = mutation
        self.document = document
    }

    /// How many answers were spoilt.
    var spoiltCount: Int { count.withLock { $0 } }

    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        let call = call(request)
        if case .request(let change) = mutation.kind, mutation.concerns(call.operationID) {
            var changed = request
            if change(&changed) {
                count.withLock { $0 += 1 }
                return try await inner.exchange(changed, timeout: timeout)
            }
        }
        if case .swallow(let answer) = mutation.kind, mutation.concerns(call.operationID), request.method != "GET",
            let lie = answer(request)
        {
            count.withLock { $0 += 1 }
            return lie
        }
        let response = try await inner.exchange(request, timeout: timeout)
        return try await spoilt(response, call, timeout)
    }

    func announce(
        _ request: TransportRequest, bytes: Int, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        let response = try await probe.announce(request, bytes: bytes, timeout: timeout)
        return try await spoilt(response, call(request), timeout)
    }

    private func call(_ request: TransportRequest) -> Mutation.Call {
        let path = request.url.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }
        var id: String?
        if case .operation(let operation, _) = document.match(
            method: request.method, path: String(path.prefix { $0 != "?" }))
        {
            id = operation.id
        }
        return Mutation.Call(request: request, operationID: id)
    }

    private func spoilt(
        _ response: TransportResponse, _ call: Mutation.Call, _ timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        defer {
            if response.status == 200, call.request.method == "GET" {
                memory.withLock { $0[call.request.url] = response }
            }
        }
        guard mutation.concerns(call.operationID) else { return response }
        var changed = response
        switch mutation.kind {
        case .request, .swallow: return response
        case .response(let spoil): spoil(call, &changed)
        case .instead(let statuses, let other):
            guard statuses.contains(response.status), let request = other(call.request) else { return response }
            changed = try await inner.exchange(request, timeout: timeout)
        case .remember(let status):
            guard response.status == status, let old = memory.withLock({ $0[call.request.url] }) else {
                return response
            }
            changed = old
        case .also(let status, let other):
            guard response.status == status, let request = other(call.request) else { return response }
            _ = try await inner.exchange(request, timeout: timeout)
            count.withLock { $0 += 1 }
            return response
        }
        if changed != response { count.withLock { $0 += 1 } }
        return changed
    }
}
