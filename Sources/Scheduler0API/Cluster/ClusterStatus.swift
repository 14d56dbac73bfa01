/// What was done.
public struct ClusterStatus: Codable, Hashable, Sendable {
    public var status: String

    public init(
        status: String = ""
    ) {
        self.status = status
    }
}
