import OpenAPIContract
import Scheduler0API
import WireJSON

/// Answers one operation. A thrown `Problem` undoes what it wrote; a returned reply keeps it, whatever its status.
typealias Handler = @Sendable (Request) throws -> Reply

/// An operation of the document bound to its handler, with what the document says of it.
struct Route {
    let operation: Operation
    /// `x-required-scope`; nil when the document says none.
    let scope: Scope?
    /// No credential at all is needed.
    let isOpen: Bool
    /// `x-account-header` is `required`.
    let needsAccount: Bool
    /// `x-account-read-by-handler`: the real server's middleware does not ask for the account header here.
    let handlerReadsAccount: Bool
    let writes: Bool
    /// `x-bypasses-leader-check`: the node answers whatever its part in the cluster.
    let bypassesLeaderCheck: Bool
    let handler: Handler
}

/// All routes of the document, by operationId.
struct Routes {
    let byID: [String: Route]

    /// Binds each operation to its handler; `x-alias-of` names the operation whose handler serves.
    init(_ document: OpenAPIDocument, handlers: [String: Handler]) throws {
        var byID: [String: Route] = [:]
        for operation in document.operations {
            let name = operation.extensions["x-alias-of"]?.stringValue ?? operation.id
            guard let handler = handlers[operation.id] ?? handlers[name] else {
                throw WorldError.noHandler(operation: operation.id)
            }
            let scopeWord = operation.extensions["x-required-scope"]?.stringValue ?? "none"
            byID[operation.id] = Route(
                operation: operation, scope: Scope(rawValue: scopeWord), isOpen: scopeWord == "none",
                needsAccount: operation.extensions["x-account-header"]?.stringValue == "required",
                handlerReadsAccount: operation.extensions["x-account-read-by-handler"]?.boolValue ?? false,
                writes: operation.method != "GET",
                bypassesLeaderCheck: operation.extensions["x-bypasses-leader-check"]?.boolValue ?? false,
                handler: handler)
        }
        self.byID = byID
    }
}
