internal import CivilTime
internal import WireJSON

/// The sender or a recipient: when this person works, rests and is taken.
struct MessageParty: Hashable, Sendable {
    /// As given, or `recipient_001` … by the place in the request.
    let id: String
    let zone: Zone
    var workingHours = TimeWindow.officeHours
    /// Whether nobody said when this person works.
    var hasDefaultHours = true
    var quietHours: TimeWindow?
    var preferredWindows: [TimeWindow] = []
    var avoidedWindows: [TimeWindow] = []
    var holidays: Set<CivilDate> = []
    var busy = BusyCalendar([])
    var isPrimary = false
}

/// How urgent a message is.
enum MessagePriority: String, Hashable, Sendable {
    case urgent, high, normal, low

    /// Documented: server-behaviour 10.5.
    var share: Double {
        switch self {
        case .urgent: 1
        case .high: 0.8
        case .normal: 0.6
        case .low: 0.4
        }
    }
}

/// How many recipients a time must suit.
enum CoverageStrategy: Hashable, Sendable {
    case allRecipients, primaryRecipients
    /// At least this share of the recipients; documented default 0.5.
    case majority(Double)
    /// As many as there are, at least one.
    case bestEffort
}

/// A search for send times, checked. The defaults are the documented ones (server-behaviour 10.5).
struct SendTimeRequest: Sendable {
    let referenceTime: Instant
    let sender: MessageParty?
    /// 1 to 100.
    let recipients: [MessageParty]
    /// In order; the window is empty when its end lies before its start.
    var windowStart: Instant
    var windowEnd: Instant
    var intervalMinutes = 30
    var suggestionCount = 3
    var minimumSpacing = Span.minutes(120)
    var minimumDelay = Span.zero
    var priority = MessagePriority.normal
    var coverage = CoverageStrategy.allRecipients
    var diversifies = true
    var evaluatesSendNow = true
    var avoidsWeekends = true
    var avoidsHolidays = false
    var respectsQuietHours = true
    var worksOnly = false
    var explainsScores = true
    var metadata: JSONObject?
}
