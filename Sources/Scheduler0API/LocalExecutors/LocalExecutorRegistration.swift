/// The number a local executor was registered under.
public struct LocalExecutorRegistration: Codable, Hashable, Sendable {
    public var id: Int64

    public init(
        id: Int64 = 0
    ) {
        self.id = id
    }
}
