/// How many credentials the older call re-encrypted.
public struct RotatedCredentials: Codable, Hashable, Sendable {
    public var rotated: Int64

    public init(
        rotated: Int64 = 0
    ) {
        self.rotated = rotated
    }
}
