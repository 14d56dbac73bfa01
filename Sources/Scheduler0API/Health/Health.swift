/// Who leads the cluster, and the counters of its consensus.
public struct Health: Codable, Hashable, Sendable {
    /// host:port of the leader; empty when unknown.
    public var leaderAddress: String
    public var leaderID: String
    public var raftStats: [String: String]

    public init(
        leaderAddress: String = "", leaderID: String = "", raftStats: [String: String] = [:]
    ) {
        self.leaderAddress = leaderAddress
        self.leaderID = leaderID
        self.raftStats = raftStats
    }

    private enum CodingKeys: String, CodingKey {
        case leaderAddress
        case leaderID = "leaderId"
        case raftStats
    }
}
