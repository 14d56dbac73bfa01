/// The message that is to be sent.
public struct SendTimeMessage: Codable, Hashable, Sendable {
    public var text: String?
    public var priority: String?

    public init(
        text: String? = nil, priority: String? = nil
    ) {
        self.text = text
        self.priority = priority
    }
}
