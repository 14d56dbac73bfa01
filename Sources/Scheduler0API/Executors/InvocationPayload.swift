/// What the executor received.
public struct InvocationPayload: Codable, Hashable, Sendable {
    public var job: Job?
    public var lastExecutionDateTime: Timestamp?
    public var lastExecutionStatus: String

    public init(
        job: Job? = nil, lastExecutionDateTime: Timestamp? = nil, lastExecutionStatus: String = ""
    ) {
        self.job = job
        self.lastExecutionDateTime = lastExecutionDateTime
        self.lastExecutionStatus = lastExecutionStatus
    }
}
