/// A feature that an account has.
public struct AccountFeature: Codable, Hashable, Sendable {
    /// The account.
    public var accountID: Int64
    /// The feature.
    public var featureID: Int64
    /// Its name.
    public var feature: String

    public init(
        accountID: Int64 = 0, featureID: Int64 = 0, feature: String = ""
    ) {
        self.accountID = accountID
        self.featureID = featureID
        self.feature = feature
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "accountId"
        case featureID = "featureId"
        case feature
    }
}
