/// How the call went.
public struct TestInvocationResult: Codable, Hashable, Sendable {
    public var test: Bool
    /// The executor that was called.
    public var executorID: Int64
    public var executorType: ExecutorType?
    /// Whether the executor accepted the call.
    public var success: Bool
    /// Why it did not.
    public var error: String?
    public var startedAt: Timestamp?
    public var finishedAt: Timestamp?
    /// Milliseconds.
    public var durationMilliseconds: Int64
    public var payload: InvocationPayload?

    public init(
        test: Bool = false, executorID: Int64 = 0, executorType: ExecutorType? = nil, success: Bool = false,
        error:
            String? = nil, startedAt: Timestamp? = nil, finishedAt: Timestamp? = nil, durationMilliseconds: Int64 = 0,
        payload: InvocationPayload? = nil
    ) {
        self.test = test
        self.executorID = executorID
        self.executorType = executorType
        self.success = success
        self.error = error
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.durationMilliseconds = durationMilliseconds
        self.payload = payload
    }

    private enum CodingKeys: String, CodingKey {
        case test
        case executorID = "executorId"
        case executorType
        case success
        case error
        case startedAt
        case finishedAt
        case durationMilliseconds = "durationMs"
        case payload
    }
}
