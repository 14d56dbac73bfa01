import Scheduler0Client
import WireJSON

/// The answer to a request the client would not make.
struct RawAnswer: Sendable {
    let status: Int
    let headers: [HeaderField]
    let body: [UInt8]
    let json: JSON?

    var data: JSON { json?["data"] ?? .null }

    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Who makes a raw request.
enum RawCaller {
    case nobody
    case client(Scheduler0)
    case headers([HeaderField])

    var headers: [HeaderField] {
        switch self {
        case .nobody: []
        case .client(let client):
            client.authentication.headers
                + (client.account.map { [HeaderField("X-Account-ID", String($0))] } ?? [])
        case .headers(let headers): headers
        }
    }
}

extension Stage {
    /// Sends a request as it is. `path` is what follows `/api/v1`, with its query.
    func raw(
        _ method: String, _ path: String, _ body: JSON? = nil, text: String? = nil, as caller: RawCaller? = nil,
        isDocumented: Bool = true
    ) async throws -> RawAnswer {
        let request = rawRequest(method, path, text.map { Array($0.utf8) } ?? body?.serialized() ?? [], caller)
        let response = try await recorder.exchange(request, timeout: options.timeout, isDocumented: isDocumented)
        return answer(response)
    }

    /// Sends a head that announces a body, and no body. `headers` are sent besides those of the caller.
    func announce(
        _ method: String, _ path: String, bytes: Int, headers: [HeaderField] = [], as caller: RawCaller? = nil
    ) async throws -> RawAnswer {
        var request = rawRequest(method, path, [], caller)
        request.headers += headers
        return answer(try await recorder.announce(request, bytes: bytes, timeout: options.timeout))
    }

    private func rawRequest(
        _ method: String, _ path: String, _ body: [UInt8], _ caller: RawCaller?
    ) -> TransportRequest {
        TransportRequest(
            method: method, url: "\(client.baseURL)/api/v1\(path)",
            headers: (caller ?? .client(client)).headers + [HeaderField("Content-Type", "application/json")],
            body: body)
    }

    private func answer(_ response: TransportResponse) -> RawAnswer {
        RawAnswer(
            status: response.status, headers: response.headers, body: response.body,
            json: try? JSON.parse(response.body))
    }

    /// The answer must have `status`, and say so in words that contain `word`.
    @discardableResult
    func expect(_ answer: RawAnswer, status: Int, _ word: String = "") throws(Mismatch) -> RawAnswer {
        try expectEqual(answer.status, status, "status")
        guard !word.isEmpty else { return answer }
        let text = String(decoding: answer.body, as: UTF8.self)
        guard text.localizedLowercaseContains(word) else {
            throw Mismatch(expected: "a message about \"\(word)\"", found: String(text.prefix(300)))
        }
        return answer
    }
}
