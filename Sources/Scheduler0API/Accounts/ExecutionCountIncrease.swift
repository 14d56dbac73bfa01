/// How many executions are added to those that remain.
public struct ExecutionCountIncrease: Codable, Hashable, Sendable {
    public var count: Int64

    public init(
        count: Int64
    ) {
        self.count = count
    }
}
