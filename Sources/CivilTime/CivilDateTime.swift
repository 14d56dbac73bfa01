/// What a calendar and a clock on the wall show, without saying where the wall stands.
public struct CivilDateTime: Hashable, Comparable, Sendable {
    public let date: CivilDate
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59: there are no leap seconds on this time line.
    public let second: Int

    /// Nil when no clock shows that time.
    public init?(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Nil when there is no such day or time.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
        self.init(date: date, hour: hour, minute: minute, second: second)
    }

    /// The inverse of `clockSeconds`.
    package init(clockSeconds: Int64) {
        let days = clockSeconds.flooredQuotient(by: 86_400)
        let secondOfDay = Int(clockSeconds.flooredRemainder(by: 86_400))
        date = CivilDate(daysSinceEpoch: Int(days))
        hour = secondOfDay / 3600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
    }

    /// Seconds since 1970-01-01T00:00:00 on the same wall: the seconds since the epoch if the wall stood in UTC.
    package var clockSeconds: Int64 {
        Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        (left.date, left.hour, left.minute, left.second) < (right.date, right.hour, right.minute, right.second)
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// `2026-11-21T09:30:00`.
    public var description: String { CivilText.text { $0.append(self) } }
}
