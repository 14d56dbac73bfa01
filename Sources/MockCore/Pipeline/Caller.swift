import Scheduler0API

/// Who calls, after authentication.
enum Caller: Hashable {
    case anonymous
    /// An API key and its secret.
    case credential(id: Int64, accountID: Int64, scopes: [Scope])
    /// Basic authentication with `X-Peer`.
    case `operator`
    /// The operator, with the scopes of a stored credential (`X-Act-As-API-Key`).
    case operatorActingAs(id: Int64, accountID: Int64, scopes: [Scope])

    /// Whether the caller may do what needs `scope`. Observed: server-behaviour 2.5.
    func may(_ scope: Scope) -> Bool {
        switch self {
        case .anonymous: false
        case .operator: true
        case .credential(_, _, let scopes), .operatorActingAs(_, _, let scopes):
            scopes.contains(scope) || scopes.contains(.admin)
        }
    }

    /// Whether the caller may name any account. Documented: product decisions, Account header.
    var mayNameAnyAccount: Bool { may(.admin) }
}
