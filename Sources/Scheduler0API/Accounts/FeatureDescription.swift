/// Something an account may be allowed beyond the usual.
public struct FeatureDescription: Codable, Hashable, Sendable {
    /// 1 to 7.
    public var id: Int64
    public var name: String
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?

    public init(
        id: Int64 = 0, name: String = "", dateCreated: Timestamp? = nil, dateModified: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.dateCreated = dateCreated
        self.dateModified = dateModified
    }
}
