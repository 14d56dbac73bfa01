public import Scheduler0Client

/// The server a suite is pointed at, and what it may use there.
public struct SuiteTarget: Sendable {
    /// Of the server, or of one world of a mock: `http://127.0.0.1:7070/worlds/a`.
    public var baseURL: String
    /// An API key with its secret.
    public var key: (key: String, secret: String)?
    public var operatorLogin: (username: String, password: String)?
    /// The account of the key; also the account to use where the suite may not make its own.
    public var account: Int64?
    /// How requests travel; nil is HTTP.
    public var transport: (any Transport)?
    /// How broken requests travel; nil leaves out the checks that need them.
    public var wire: (any WireProbe)?

    public init(
        baseURL: String, key: (key: String, secret: String)? = nil,
        operatorLogin: (username: String, password: String)? = nil, account: Int64? = nil,
        transport: (any Transport)? = nil, wire: (any WireProbe)? = nil
    ) {
        self.baseURL = baseURL
        self.key = key
        self.operatorLogin = operatorLogin
        self.account = account
        self.transport = transport
        self.wire = wire
    }
}
