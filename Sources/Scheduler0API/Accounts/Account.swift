/// An owner of projects, executors, jobs and credentials.
public struct Account: Codable, Hashable, Sendable {
    /// Counts from 1; 1 is the system's.
    public var id: Int64
    public var name: String
    /// Null at profile `server` when there are none.
    public var features: [AccountFeature]
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?

    public init(
        id: Int64 = 0, name: String = "", features: [AccountFeature] = [], dateCreated: Timestamp? = nil,
        dateModified: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.features = features
        self.dateCreated = dateCreated
        self.dateModified = dateModified
    }
}
