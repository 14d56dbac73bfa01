public import CivilTime

/// A prompt with everything that restricts or dates its answer.
public struct ScheduleRequest: Sendable {
    /// The prompt as written; more than 160 bytes are refused.
    public var prompt: String
    /// Allowed values; an empty list allows all.
    public var purposes: [String]
    public var events: [String]
    public var recipients: [String]
    public var channels: [String]
    /// The zone that times without a zone are in.
    public var zone: Zone
    public var now: Instant
    /// Whether `metadata` shall say which words were read as what.
    public var explain: Bool

    public init(
        prompt: String, purposes: [String] = [], events: [String] = [], recipients: [String] = [],
        channels: [String] = [],
        zone: Zone = .utc, now: Instant, explain: Bool = false
    ) {
        self.prompt = prompt
        self.purposes = purposes
        self.events = events
        self.recipients = recipients
        self.channels = channels
        self.zone = zone
        self.now = now
        self.explain = explain
    }

    /// The longest prompt in UTF-8 bytes.
    ///
    /// Observed: server-behaviour 10.1, check 9.
    public static let maximumPromptBytes = 160
}
