public import WireJSON

/// A good time to send.
public struct SendTimeSuggestion: Codable, Hashable, Sendable {
    public var id: String
    public var sendAt: Timestamp?
    /// Such as `Tomorrow morning`.
    public var label: String
    public var score: Double
    public var rank: Int64
    public var reason: String
    public var senderLocal: JSON?
    public var recipientLocalTimes: [RecipientLocalTime]
    public var coverage: JSON?
    public var scoreBreakdown: JSON?
    public var flags: [String]

    public init(
        id: String = "", sendAt: Timestamp? = nil, label: String = "", score: Double = 0, rank: Int64 = 0,
        reason:
            String = "", senderLocal: JSON? = nil, recipientLocalTimes: [RecipientLocalTime] = [],
        coverage: JSON? =
            nil, scoreBreakdown: JSON? = nil, flags: [String] = []
    ) {
        self.id = id
        self.sendAt = sendAt
        self.label = label
        self.score = score
        self.rank = rank
        self.reason = reason
        self.senderLocal = senderLocal
        self.recipientLocalTimes = recipientLocalTimes
        self.coverage = coverage
        self.scoreBreakdown = scoreBreakdown
        self.flags = flags
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case sendAt = "send_at"
        case label
        case score
        case rank
        case reason
        case senderLocal = "sender_local"
        case recipientLocalTimes = "recipient_local_times"
        case coverage
        case scoreBreakdown = "score_breakdown"
        case flags
    }
}
