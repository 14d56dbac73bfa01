/// A day of the Gregorian calendar, also before its introduction (proleptic), as RFC 3339 counts them.
///
/// The range is that of `Instant`; days beyond it stop at its ends.
public struct CivilDate: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Nil when there is no such day, or none that an `Instant` reaches.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), Self.years.contains(year), day >= 1,
            day <= Self.daysInMonth(month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that many days after 1970-01-01.
    public init(daysSinceEpoch: Int) {
        let days = min(max(daysSinceEpoch, Self.days.lowerBound), Self.days.upperBound)
        // Counted from 0000-03-01: with February at the end, a leap day moves nothing after it.
        let shifted = days + Self.daysFromMarchOfYear0
        let era = (shifted >= 0 ? shifted : shifted - (Self.daysInEra - 1)) / Self.daysInEra
        let dayOfEra = shifted - era * Self.daysInEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; negative before.
    public var daysSinceEpoch: Int { Self.daysSinceEpoch(year: year, month: month, day: day) }

    /// 0 for Sunday to 6 for Saturday.
    public var weekday: Int { Self.weekday(daysSinceEpoch: daysSinceEpoch) }

    /// The day `days` later; at the end of the range, its last day.
    public func adding(days: Int) -> CivilDate {
        let (sum, isOverflow) = daysSinceEpoch.addingReportingOverflow(days)
        return CivilDate(daysSinceEpoch: isOverflow ? (days < 0 ? .min : .max) : sum)
    }

    /// 28 to 31; 0 for a month that is none.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    public static func isLeapYear(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1970-01-01 of a day that exists.
    package static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
        let yearOfEra = yearFromMarch - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysInEra + dayOfEra - daysFromMarchOfYear0
    }

    /// 0 for Sunday to 6 for Saturday; 1970-01-01 was a Thursday.
    package static func weekday(daysSinceEpoch days: Int) -> Int { ((days % 7) + 11) % 7 }

    /// One day more than the instants on each side, so that a zone's offset never leaves the range.
    private static let days = -106_751_991_169...106_751_991_169
    private static let years = -292_275_000...292_275_000
    private static let daysInEra = 146_097
    private static let daysFromMarchOfYear0 = 719_468
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-21`.
    public var description: String { CivilText.text { $0.append(self) } }
}
