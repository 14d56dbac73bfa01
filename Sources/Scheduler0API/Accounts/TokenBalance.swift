/// The prompts an account can still pay for.
public struct TokenBalance: Codable, Hashable, Sendable {
    public var tokens: Int64

    public init(
        tokens: Int64 = 0
    ) {
        self.tokens = tokens
    }
}
