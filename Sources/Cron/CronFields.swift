internal import CivilTime

/// The times that a spec of fields allows, one bit a number; all that a search needs.
struct CronFields: Hashable, Sendable {
    /// Bits 0 to 59.
    let seconds: UInt64
    /// Bits 0 to 59.
    let minutes: UInt64
    /// Bits 0 to 23.
    let hours: UInt64
    /// Bits 1 to 31.
    let daysOfMonth: UInt64
    /// Bits 1 to 12.
    let months: UInt64
    /// Bits 0 (Sunday) to 6.
    let weekdays: UInt64
    /// Whether a day needs to be in `daysOfMonth` *or* in `weekdays`; otherwise it needs to be in both.
    ///
    /// Either is enough when both fields are restricted. A field is unrestricted when an item of its list is `*` or
    /// `?`, also with a step: `0 0 */2 * MON` means the Mondays with odd numbers. Observed: server-behaviour 6.1, which
    /// names Vixie cron's rule and the library; the library counts a star anywhere in the list, where Vixie cron looks
    /// at the first character only.
    let matchesEitherDay: Bool

    /// Whether the spec allows all hours of a day: see `CronSpec+Zone.swift`.
    var allowsEveryHour: Bool { hours == (1 << 24) - 1 }

    /// Whether no day of any year matches, as 30 February.
    var isImpossible: Bool {
        if matchesEitherDay { return false }
        var monthsLeft = months
        while monthsLeft != 0 {
            let month = monthsLeft.trailingZeroBitCount
            monthsLeft &= monthsLeft - 1
            // In 400 years each day of each month, 29 February too, falls on each weekday.
            let longest = CivilDate.daysInMonth(month, year: Self.leapYear)
            if daysOfMonth & Self.bits(through: longest) != 0 { return false }
        }
        return true
    }

    /// The days of a month that match, as bits 1 to 31.
    func days(monthLength: Int, firstWeekday: Int) -> UInt64 {
        // The week turned so that bit 0 is the first of the month, then repeated five times.
        let turned = ((weekdays >> UInt64(firstWeekday)) | (weekdays << UInt64(7 - firstWeekday))) & 0x7F
        let byWeekday = (turned &* 0x1020_4081) << 1
        let days = matchesEitherDay ? daysOfMonth | byWeekday : daysOfMonth & byWeekday
        return days & Self.bits(through: monthLength) & ~1
    }

    private static let leapYear = 2000

    /// Bits 0 to `last`.
    static func bits(through last: Int) -> UInt64 { ~0 >> UInt64(63 - last) }

    /// The lowest of the bits from `first` on; nil without any.
    static func lowest(_ bits: UInt64, from first: Int) -> Int? {
        guard first < 64 else { return nil }
        let rest = bits & (~0 << UInt64(first))
        return rest == 0 ? nil : rest.trailingZeroBitCount
    }

    /// The highest of the bits up to `last`; nil without any.
    static func highest(_ bits: UInt64, through last: Int) -> Int? {
        guard last >= 0 else { return nil }
        let rest = bits & Self.bits(through: last)
        return rest == 0 ? nil : 63 - rest.leadingZeroBitCount
    }
}
