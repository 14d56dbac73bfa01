/// A model to ask.
public struct ActiveModel: Codable, Hashable, Sendable {
    public var provider: String
    public var model: String

    public init(
        provider: String = "", model: String = ""
    ) {
        self.provider = provider
        self.model = model
    }
}
