/// A Scheduler0 server, as one caller sees it.
///
/// ```swift
/// let scheduler0 = try Scheduler0(
///     baseURL: "http://127.0.0.1:7070", authentication: .key("api-key", secret: "api-secret"), account: 123)
/// let project = try await scheduler0.createProject(
///     ProjectCreate(name: "Reports", description: "Nightly reports", createdBy: "me"))
/// ```
///
/// Every operation of the API is a method of the name the OpenAPI document gives it. All of them throw
/// ``Scheduler0Error`` and take `account`, which stands in for the client's account in this one call.
public struct Scheduler0: Sendable {
    /// Without a slash at the end, and without `/api/v1`.
    public let baseURL: String
    public var authentication: Authentication
    /// The account of calls that name none: the header `X-Account-ID`.
    public var account: Int64?
    /// How long one exchange may take, the time before a retry not counted.
    public var timeout: Duration
    /// Off unless set.
    public var retries: RetryPolicy
    /// How often a write that a follower sends on to its leader is followed there.
    ///
    /// Followers answer writes with 301 or 302 (server-behaviour 2.6). Method, query and body are kept, which HTTP
    /// libraries by themselves do not do; so are the credentials, so set this to 0 if you do not trust the cluster to
    /// name its own nodes.
    public var redirectLimit = 2
    let transport: any Transport

    /// - Parameters:
    ///   - baseURL: `http://127.0.0.1:7070`, with a path where the API lives below one.
    ///   - transport: How requests travel; nil is HTTP with connections shared by all clients of this process.
    /// - Throws: ``Scheduler0Error/invalidBaseURL(_:)``.
    public init(
        baseURL: String, authentication: Authentication = .none, account: Int64? = nil,
        timeout: Duration = .seconds(60), retries: RetryPolicy = .none, transport: (any Transport)? = nil
    ) throws(Scheduler0Error) {
        guard let url = BaseURL(baseURL) else { throw .invalidBaseURL(baseURL) }
        self.baseURL = url.text
        self.authentication = authentication
        self.account = account
        self.timeout = timeout
        self.retries = retries
        self.transport = transport ?? HTTPTransport.shared
    }

    /// The same server for another caller.
    public func authenticated(by authentication: Authentication, account: Int64? = nil) -> Scheduler0 {
        var copy = self
        copy.authentication = authentication
        copy.account = account ?? self.account
        return copy
    }
}
