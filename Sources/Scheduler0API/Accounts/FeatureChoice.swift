/// A feature by its number.
public struct FeatureChoice: Codable, Hashable, Sendable {
    /// A feature of `GET /features`.
    public var featureID: Int64

    public init(
        featureID: Int64
    ) {
        self.featureID = featureID
    }

    private enum CodingKeys: String, CodingKey {
        case featureID = "featureId"
    }
}
