/// The name of an account.
public struct AccountName: Codable, Hashable, Sendable {
    public var name: String

    public init(
        name: String
    ) {
        self.name = name
    }
}
