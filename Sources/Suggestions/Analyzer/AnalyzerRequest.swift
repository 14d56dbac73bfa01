internal import CivilTime

/// One message of a conversation.
struct ConversationMessage: Hashable, Sendable {
    /// The id given, or `msg_001` … by its place in the request.
    let id: String
    /// Who wrote it, as a place in the roster.
    let speaker: Int
    /// The zone on whose clocks its words are read: the speaker's, else the default.
    let zone: Zone
    let sentAt: ISOTimestamp
    let text: String
}

/// What the caller may set.
struct AnalyzerOptions: Hashable, Sendable {
    /// The zone of a speaker who has none. Documented default: `America/Toronto`.
    var zone: Zone
    /// When on a day something is due. Documented default: 09:00.
    var dueTime = TimeOfDay(hour: 9, minute: 0)
    /// When on a day a deadline ends. Documented default: 17:00.
    var deadlineTime = TimeOfDay(hour: 17, minute: 0)
    /// In hundredths. Documented default: 0.65.
    var minimumConfidence = 65
    var includesLowConfidence = false
    var includesResolved = false
}

/// A conversation to analyze, checked.
struct AnalyzerRequest: Sendable {
    let conversationID: String?
    /// In the order of their times; those of one time in the order of the request.
    let messages: [ConversationMessage]
    /// The participants as given, or else the distinct speakers in the order in which they first speak.
    let roster: Roster
    let options: AnalyzerOptions
}
