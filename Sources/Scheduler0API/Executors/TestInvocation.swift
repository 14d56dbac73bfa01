/// How to try an executor. All of it is optional.
public struct TestInvocation: Codable, Hashable, Sendable {
    public var job: InvocationJob?
    /// How long ago the job ran last: a positive duration such as `24h`.
    public var age: String?
    public var executionTime: Timestamp?

    public init(
        job: InvocationJob? = nil, age: String? = nil, executionTime: Timestamp? = nil
    ) {
        self.job = job
        self.age = age
        self.executionTime = executionTime
    }
}
