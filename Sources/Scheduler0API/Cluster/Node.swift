/// A member of the cluster.
public struct Node: Codable, Hashable, Sendable {
    /// Its number.
    public var nodeID: Int64
    public var nodeAddress: String
    public var clientAddress: String

    public init(
        nodeID: Int64 = 0, nodeAddress: String = "", clientAddress: String = ""
    ) {
        self.nodeID = nodeID
        self.nodeAddress = nodeAddress
        self.clientAddress = clientAddress
    }

    private enum CodingKeys: String, CodingKey {
        case nodeID = "nodeId"
        case nodeAddress
        case clientAddress
    }
}
