/// A group of jobs.
public struct Project: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    /// Unique in the account; never changes.
    public var name: String
    public var description: String
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?
    public var createdBy: String?
    public var modifiedBy: String?
    public var deletedBy: String?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, name: String = "", description: String = "",
        dateCreated: Timestamp? =
            nil, dateModified: Timestamp? = nil, createdBy: String? = nil, modifiedBy: String? = nil,
        deletedBy: String? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.name = name
        self.description = description
        self.dateCreated = dateCreated
        self.dateModified = dateModified
        self.createdBy = createdBy
        self.modifiedBy = modifiedBy
        self.deletedBy = deletedBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case name
        case description
        case dateCreated
        case dateModified
        case createdBy
        case modifiedBy
        case deletedBy
    }
}
