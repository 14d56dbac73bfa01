/// The tokens there are now.
public struct NewTokenBalance: Codable, Hashable, Sendable {
    public var newBalance: Int64

    public init(
        newBalance: Int64 = 0
    ) {
        self.newBalance = newBalance
    }
}
