/// A sentence, and what may be used to carry it out.
public struct PromptRequest: Codable, Hashable, Sendable {
    /// What should happen when, at most 160 characters.
    public var prompt: String
    /// At most 5, each at most 36 characters. The jobs' purpose is one of them.
    public var purposes: [String]?
    /// At most 5, each at most 36 characters. The jobs' event is one of them.
    public var events: [String]?
    /// At most 5, each at most 36 characters. The jobs' recipients are among them.
    public var recipients: [String]?
    /// At most 5, each at most 36 characters. The jobs' channel is one of them.
    public var channels: [String]?
    /// IANA name; UTC when absent or empty.
    public var timezone: String?
    /// BCP 47 tag; `en` when absent or empty.
    public var locale: String?

    public init(
        prompt: String, purposes: [String]? = nil, events: [String]? = nil, recipients: [String]? = nil,
        channels:
            [String]? = nil, timezone: String? = nil, locale: String? = nil
    ) {
        self.prompt = prompt
        self.purposes = purposes
        self.events = events
        self.recipients = recipients
        self.channels = channels
        self.timezone = timezone
        self.locale = locale
    }
}
