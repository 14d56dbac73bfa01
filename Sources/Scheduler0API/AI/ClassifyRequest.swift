/// A sentence to judge.
public struct ClassifyRequest: Codable, Hashable, Sendable {
    /// The text to judge.
    public var prompt: String
    /// Only `en` and its variants.
    public var locale: String?

    public init(
        prompt: String, locale: String? = nil
    ) {
        self.prompt = prompt
        self.locale = locale
    }
}
