/// The sender or a recipient of a message.
public struct SendTimeParty: Codable, Hashable, Sendable {
    public var timezone: String
    public var id: String?

    public init(
        timezone: String, id: String? = nil
    ) {
        self.timezone = timezone
        self.id = id
    }
}
