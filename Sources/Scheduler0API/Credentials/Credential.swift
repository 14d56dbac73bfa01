/// An API key of an account. Its secret is there only in the answer that created it.
public struct Credential: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    /// Value of the header X-API-Key.
    public var apiKey: String
    public var scopes: [Scope]
    /// An archived credential no longer authenticates. Absent means false.
    public var archived: Bool
    /// Value of the header X-Secret-Key. Shown only here.
    public var plaintextSecret: String?
    /// The same secret, under the name that API level 1.0 uses.
    public var apiSecret: String?
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?
    /// From this instant on it is refused; null or absent: never.
    public var expiresAt: Timestamp?
    public var createdBy: String?
    public var modifiedBy: String?
    public var deletedBy: String?
    public var archivedBy: String?

    /// The secret, under whichever name the server gave it; nil but in the answer that created the credential.
    public var secret: String? { plaintextSecret ?? apiSecret }

    public init(
        id: Int64 = 0, accountID: Int64 = 0, apiKey: String = "", scopes: [Scope] = [], archived: Bool = false,
        plaintextSecret: String? = nil, apiSecret: String? = nil, dateCreated: Timestamp? = nil,
        dateModified:
            Timestamp? = nil, expiresAt: Timestamp? = nil, createdBy: String? = nil, modifiedBy: String? = nil,
        deletedBy: String? = nil, archivedBy: String? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.apiKey = apiKey
        self.scopes = scopes
        self.archived = archived
        self.plaintextSecret = plaintextSecret
        self.apiSecret = apiSecret
        self.dateCreated = dateCreated
        self.dateModified = dateModified
        self.expiresAt = expiresAt
        self.createdBy = createdBy
        self.modifiedBy = modifiedBy
        self.deletedBy = deletedBy
        self.archivedBy = archivedBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case apiKey
        case scopes
        case archived
        case plaintextSecret
        case apiSecret
        case dateCreated
        case dateModified
        case expiresAt
        case createdBy
        case modifiedBy
        case deletedBy
        case archivedBy
    }
}
