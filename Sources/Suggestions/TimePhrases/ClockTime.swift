import CivilTime

/// A time of day as it was said.
struct ClockTime: Hashable, Sendable {
    var hour: Int
    var minute: Int
    var second = 0
    var precision = TemporalPrecision.hour
    /// Whether neither am nor pm was said and the hour could be either.
    var isEitherHalf = false
    /// Midnight as people mean it, the end of the day.
    var isEndOfDay = false
    /// What is wrong with it, if no clock shows it.
    var problem: String?

    static let noon = ClockTime(hour: 12, minute: 0)
    static let midnight = ClockTime(hour: 0, minute: 0, isEndOfDay: true)

    /// The half of the day that a part of the day decides ("8 in the evening"); else 1 to 6 are in the afternoon and
    /// 7 to 11 as said.
    func settled(by part: DayPart?) -> ClockTime {
        guard isEitherHalf else { return self }
        var time = self
        switch part {
        case .afternoon, .evening, .night: if hour < 12 { time.hour += 12 }
        case .morning: break
        case .noon, .endOfDay, nil: if (1...6).contains(hour) { time.hour += 12 }
        }
        time.isEitherHalf = part == nil && (7...11).contains(hour)
        return time
    }

    /// "At 8", said after eight in the morning, is eight in the evening.
    func afternoonIfOver(_ now: CivilDateTime) -> ClockTime {
        guard isEitherHalf, (hour, minute) <= (now.hour, now.minute), (hour + 12, minute) > (now.hour, now.minute)
        else { return self }
        var time = self
        time.hour += 12
        return time
    }
}
