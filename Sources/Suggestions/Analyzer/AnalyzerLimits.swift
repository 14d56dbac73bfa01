/// How much one analysis takes; the real server states no limits, this one refuses what would keep others waiting.
enum AnalyzerLimits {
    static let messages = 5_000
    static let participants = 100
    /// UTF-8 bytes of one message.
    static let messageBytes = 20_000
    /// UTF-8 bytes of all messages together.
    static let conversationBytes = 500_000
    /// UTF-8 bytes of an id or a name.
    static let nameBytes = 200
    /// How many open obligations, the latest first, a later message is compared with.
    static let comparedObligations = 200
}
