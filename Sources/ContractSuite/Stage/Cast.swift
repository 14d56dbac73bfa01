import Scheduler0API
import Scheduler0Client

/// Everybody who takes part: accounts, and callers with different rights.
struct Cast: Sendable {
    /// An account and a credential of it that may read, write and execute.
    struct Party: Sendable {
        let account: Int64
        let client: Scheduler0
        let key: String
        let secret: String
        /// 0 when it was given, not made.
        let credentialID: Int64
    }

    let home: Party
    /// A second account of the suite's own; nil when it may make none.
    let other: Party?
    /// May do everything in every account; nil without such rights.
    let admin: Scheduler0?
    /// The operator's login; nil without one.
    let login: (username: String, password: String)?
    /// Credentials of the home account with one scope each.
    let scoped: [Scope: Party]
    /// Whether what harms a cluster in use may be done.
    let mayHarm: Bool
    /// Whether the home account was made for this run, and holds nothing else.
    let ownsHome: Bool
    /// The scopes that the key of the home account does not have.
    var lacking: Set<Scope> = []

    static let noAdmin = "needs the operator's login or a key with scope admin"
    static let noLogin = "needs the operator's login"
    static let noSecondAccount = "needs a second account, which only an operator or admin can make"
    static func noScope(_ scope: Scope) -> String { "needs a key with scope \(scope)" }
    static let harmful = "would harm a cluster in use; done against a mock, or with --may-harm"
}
