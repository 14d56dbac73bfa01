public import OpenAPIContract
import WireJSON

/// The last step of the pipeline: holds an answer against the document. It needs nothing of the world, so it is taken
/// when the next request of the world may run already.
public struct ContractCheck: Sendable {
    private let document: OpenAPIDocument
    /// An answer that breaks the document becomes a 500.
    private let isStrict: Bool

    public init(_ document: OpenAPIDocument, isStrict: Bool) {
        self.document = document
        self.isStrict = isStrict
    }

    /// The answer with its violations; paths that are not in the document are none of its business.
    public func callAsFunction(_ reply: Reply, to call: Call) -> Reply {
        guard let operation = reply.operation ?? operation(of: call) else { return reply }
        let violations = document.violations(of: exchange(call, reply), for: operation)
        guard !violations.isEmpty else { return reply }
        var spoiled = reply
        if isStrict {
            let words = violations.map(\.description).joined(separator: "; ")
            spoiled = .failure(.string("contract violation: \(words)"), status: 500)
        }
        spoiled.violations = violations
        return spoiled
    }

    private func operation(of call: Call) -> Operation? {
        let method = call.method == "HEAD" ? "GET" : call.method
        guard case .operation(let operation, _) = document.match(method: method, path: call.path) else { return nil }
        return operation
    }

    private func exchange(_ call: Call, _ reply: Reply) -> Exchange {
        let body: Exchange.Body =
            switch reply.body {
            case .empty: .bytes([])
            case .json(let json): .json(json)
            case .text(let text): .bytes(Array(text.utf8))
            }
        return Exchange(
            method: call.method, path: call.path, status: reply.status, responseHeaders: reply.headers,
            responseBody: body)
    }
}
