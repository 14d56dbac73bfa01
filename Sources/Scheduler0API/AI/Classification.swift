/// What the classifier made of a prompt.
public struct Classification: Codable, Hashable, Sendable {
    /// The prompt.
    public var text: String
    public var decision: String
    /// Why, as a name such as `request_with_temporal_signal`.
    public var reason: String

    public init(
        text: String = "", decision: String = "", reason: String = ""
    ) {
        self.text = text
        self.decision = decision
        self.reason = reason
    }
}
