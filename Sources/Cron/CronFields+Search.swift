internal import CivilTime

/// The search on a clock that never changes: clock seconds are seconds since 1970-01-01T00:00:00 on its face.
extension CronFields {
    /// The first clock second at or after `clock` that matches; nil when none does.
    func firstMatch(atOrAfter clock: Int64) -> Int64? {
        guard !isImpossible else { return nil }
        let day = CronDay(clock: clock)
        let secondOfDay = Int(clock - Int64(day.daysSinceEpoch) * 86_400)
        if matches(day), let second = firstSecond(atOrAfter: secondOfDay) { return day.clock + Int64(second) }
        guard let next = firstDay(after: day), let second = firstSecond(atOrAfter: 0) else { return nil }
        return next.clock + Int64(second)
    }

    /// The last clock second at or before `clock` that matches; nil when none does.
    func lastMatch(atOrBefore clock: Int64) -> Int64? {
        guard !isImpossible else { return nil }
        let day = CronDay(clock: clock)
        let secondOfDay = Int(clock - Int64(day.daysSinceEpoch) * 86_400)
        if matches(day), let second = lastSecond(atOrBefore: secondOfDay) { return day.clock + Int64(second) }
        guard let previous = lastDay(before: day), let second = lastSecond(atOrBefore: 86_399) else { return nil }
        return previous.clock + Int64(second)
    }

    private func matches(_ day: CronDay) -> Bool {
        guard months >> UInt64(day.month) & 1 == 1 else { return false }
        let isDayOfMonth = daysOfMonth >> UInt64(day.day) & 1 == 1
        let isWeekday = weekdays >> UInt64(day.weekday) & 1 == 1
        return matchesEitherDay ? isDayOfMonth || isWeekday : isDayOfMonth && isWeekday
    }

    /// Months a search may look at: 29 February on a given weekday can be 40 years away, nothing is further.
    private static let maximumMonths = 41 * 12

    private func firstDay(after start: CronDay) -> CronDay? {
        var (year, month, fromDay) = (start.year, start.month, start.day + 1)
        for _ in 0..<Self.maximumMonths {
            if months >> UInt64(month) & 1 == 1 {
                let first = CronDay.firstOfMonth(month, year: year)
                let days = days(monthLength: first.monthLength, firstWeekday: first.weekday)
                if let day = Self.lowest(days, from: fromDay) { return first.sameMonth(day: day) }
            }
            fromDay = 1
            if let later = Self.lowest(months, from: month + 1) {
                month = later
            } else {
                year += 1
                month = months.trailingZeroBitCount
            }
        }
        return nil
    }

    private func lastDay(before start: CronDay) -> CronDay? {
        var (year, month, throughDay) = (start.year, start.month, start.day - 1)
        for _ in 0..<Self.maximumMonths {
            if months >> UInt64(month) & 1 == 1 {
                let first = CronDay.firstOfMonth(month, year: year)
                let days = days(monthLength: first.monthLength, firstWeekday: first.weekday)
                if let day = Self.highest(days, through: throughDay) { return first.sameMonth(day: day) }
            }
            throughDay = 31
            if let earlier = Self.highest(months, through: month - 1) {
                month = earlier
            } else {
                year -= 1
                month = 63 - months.leadingZeroBitCount
            }
        }
        return nil
    }

    private func firstSecond(atOrAfter secondOfDay: Int) -> Int? {
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        if hours >> UInt64(hour) & 1 == 1 {
            if minutes >> UInt64(minute) & 1 == 1, let found = Self.lowest(seconds, from: second) {
                return hour * 3600 + minute * 60 + found
            }
            if let found = Self.lowest(minutes, from: minute + 1) {
                return hour * 3600 + found * 60 + seconds.trailingZeroBitCount
            }
        }
        guard let found = Self.lowest(hours, from: hour + 1) else { return nil }
        return found * 3600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
    }

    private func lastSecond(atOrBefore secondOfDay: Int) -> Int? {
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        let lastSecond = 63 - seconds.leadingZeroBitCount
        if hours >> UInt64(hour) & 1 == 1 {
            if minutes >> UInt64(minute) & 1 == 1, let found = Self.highest(seconds, through: second) {
                return hour * 3600 + minute * 60 + found
            }
            if let found = Self.highest(minutes, through: minute - 1) {
                return hour * 3600 + found * 60 + lastSecond
            }
        }
        guard let found = Self.highest(hours, through: hour - 1) else { return nil }
        return found * 3600 + (63 - minutes.leadingZeroBitCount) * 60 + lastSecond
    }
}
