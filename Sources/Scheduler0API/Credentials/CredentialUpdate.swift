/// What may change in a credential.
public struct CredentialUpdate: Codable, Hashable, Sendable {
    /// Who asks.
    public var modifiedBy: String
    /// Archive or bring back. Absent means false.
    public var archived: Bool?
    /// If given, must be the key as it is: keys never change.
    public var apiKey: String?

    public init(
        modifiedBy: String, archived: Bool? = nil, apiKey: String? = nil
    ) {
        self.modifiedBy = modifiedBy
        self.archived = archived
        self.apiKey = apiKey
    }
}
