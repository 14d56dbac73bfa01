import Scheduler0Client
import Synchronization

/// Answers what it was told to, in this order, the last one again and again; keeps the requests.
final class ScriptedTransport: Transport {
    enum Step: Sendable {
        case answer(TransportResponse)
        case failure(TransportError)

        init(status: Int, json: String, headers: [HeaderField] = []) {
            self = .answer(
                TransportResponse(
                    status: status, headers: [HeaderField("Content-Type", "application/json")] + headers,
                    body: Array(json.utf8)))
        }
    }

    private let state: Mutex<(steps: [Step], requests: [TransportRequest])>

    init(_ steps: [Step]) { state = Mutex((steps, [])) }

    var requests: [TransportRequest] { state.withLock { $0.requests } }

    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        let step = state.withLock { state in
            state.requests.append(request)
            return state.steps.count > 1 ? state.steps.removeFirst() : state.steps[0]
        }
        switch step {
        case .answer(let response): return response
        case .failure(let error): throw error
        }
    }
}

/// A client of account 123.
func client(
    _ transport: any Transport, authentication: Authentication = .key("api-key", secret: "api-secret"),
    retries: RetryPolicy = .none
) throws -> Scheduler0 {
    try Scheduler0(
        baseURL: "http://127.0.0.1:7070/", authentication: authentication, account: 123, retries: retries,
        transport: transport)
}
