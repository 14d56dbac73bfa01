/// The executions that remain now.
public struct NewExecutionCount: Codable, Hashable, Sendable {
    public var newExecutionCount: Int64

    public init(
        newExecutionCount: Int64 = 0
    ) {
        self.newExecutionCount = newExecutionCount
    }
}
