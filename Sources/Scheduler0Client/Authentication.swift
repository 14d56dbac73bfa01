import Foundation

/// Who a client says it is. Observed: server-behaviour 2.3.
public enum Authentication: Hashable, Sendable {
    /// Nobody; enough for ``Scheduler0/getHealth()``.
    case none
    /// An API key with its secret: `X-API-Key`, `X-Secret-Key`.
    case key(String, secret: String)
    /// The operator's login: Basic, and `X-Peer: cmd`.
    case `operator`(username: String, password: String)
    /// The operator with the scopes of a credential of the account: `X-Act-As-API-Key`.
    case operatorActing(as: String, username: String, password: String)

    /// What a request carries for it.
    public var headers: [HeaderField] {
        switch self {
        case .none: []
        case .key(let key, let secret): [HeaderField("X-API-Key", key), HeaderField("X-Secret-Key", secret)]
        case .operator(let username, let password): Self.basic(username, password)
        case .operatorActing(let key, let username, let password):
            Self.basic(username, password) + [HeaderField("X-Act-As-API-Key", key)]
        }
    }

    private static func basic(_ username: String, _ password: String) -> [HeaderField] {
        [
            HeaderField("Authorization", "Basic \(Data("\(username):\(password)".utf8).base64EncodedString())"),
            HeaderField("X-Peer", "cmd"),
        ]
    }
}
