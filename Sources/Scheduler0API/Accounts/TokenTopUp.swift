/// How many tokens are added.
public struct TokenTopUp: Codable, Hashable, Sendable {
    public var amount: Int64

    public init(
        amount: Int64
    ) {
        self.amount = amount
    }
}
