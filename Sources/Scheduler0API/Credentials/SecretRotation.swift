/// The key the stored secrets were encrypted with.
public struct SecretRotation: Codable, Hashable, Sendable {
    /// The former server key: hex of 16, 24 or 32 bytes.
    public var oldSecretKey: String

    public init(
        oldSecretKey: String
    ) {
        self.oldSecretKey = oldSecretKey
    }
}
