/// A credential to create.
public struct CredentialCreate: Codable, Hashable, Sendable {
    /// Who asks.
    public var createdBy: String
    /// API level 1.2: at least one. API level 1.0: none means read, write and execute.
    public var scopes: [Scope]?
    /// Lifetime in seconds, brought into 300 to 7776000 (90 days, the default).
    public var expiresInSeconds: Int64?
    /// Not used on creation.
    public var archived: Bool?

    public init(
        createdBy: String, scopes: [Scope]? = nil, expiresInSeconds: Int64? = nil, archived: Bool? = nil
    ) {
        self.createdBy = createdBy
        self.scopes = scopes
        self.expiresInSeconds = expiresInSeconds
        self.archived = archived
    }
}
