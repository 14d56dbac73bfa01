import CivilTime

/// How exact a moment was said, as the answer names it.
enum TemporalPrecision: String, Hashable, Sendable {
    case second = "SECOND"
    case minute = "MINUTE"
    case hour = "HOUR"
    case day = "DAY"
    case week = "WEEK"
    case month = "MONTH"
    case year = "YEAR"
}

/// A phrase of a message that says when.
struct TemporalMention: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        /// A day; what time of the day, the settings say.
        case day(CivilDate, TemporalPrecision)
        /// The end of the working day.
        case endOfDay(CivilDate)
        case clock(CivilDateTime, TemporalPrecision)
        /// So long after the message, by elapsed time.
        case elapsed(Span, TemporalPrecision)
        /// "Later", and no word of when.
        case later
        /// What lies behind: read only so that "last Friday" is not taken for Friday.
        case past
        /// A date or time that no calendar or clock shows.
        case impossible(reason: String)
    }

    /// The words it was said with, the preposition included.
    let words: Range<Int>
    let value: Value
    /// Said as a limit: "by Friday", "before noon".
    let isLimit: Bool
    /// The zone said with it ("3pm UTC"), if any.
    let zoneIdentifier: String?
}
