internal import CivilTime

/// Arithmetic on days that prompts need: ends of months, nth weekdays, business days.
enum CivilCalendar {
    static func daysInMonth(_ month: Int, year: Int) -> Int { CivilDate.daysInMonth(month, year: year) }

    /// The date of a day of a month, or nil when that month has no such day.
    static func date(of day: MonthDay, month: Int, year: Int) -> CivilDate? {
        let last = daysInMonth(month, year: year)
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        switch day {
        case .day(let number): return number <= last ? first.adding(days: number - 1) : nil
        case .fromEnd(let distance): return distance < last ? first.adding(days: last - 1 - distance) : nil
        case .nthWeekday(let rank, let weekday): return nthWeekday(rank, weekday, first: first, last: last)
        case .businessDay(let rank): return businessDay(rank, first: first, last: last)
        case .nearestWeekday(let number): return nearestWeekday(min(number, last), first: first, last: last)
        }
    }

    private static func nthWeekday(_ rank: Int, _ weekday: Int, first: CivilDate, last: Int) -> CivilDate? {
        let offset: Int
        if rank > 0 {
            offset = (weekday - first.weekday + 7) % 7 + 7 * (rank - 1)
        } else {
            let lastWeekday = first.adding(days: last - 1).weekday
            offset = last - 1 - (lastWeekday - weekday + 7) % 7 - 7 * (-rank - 1)
        }
        return (0..<last).contains(offset) ? first.adding(days: offset) : nil
    }

    private static func businessDay(_ rank: Int, first: CivilDate, last: Int) -> CivilDate? {
        let days = (0..<last).map { first.adding(days: $0) }.filter { (1...5).contains($0.weekday) }
        let index = rank > 0 ? rank - 1 : days.count + rank
        return days.indices.contains(index) ? days[index] : nil
    }

    private static func nearestWeekday(_ number: Int, first: CivilDate, last: Int) -> CivilDate {
        let date = first.adding(days: number - 1)
        switch date.weekday {
        case 6: return number == 1 ? date.adding(days: 2) : date.adding(days: -1)
        case 0: return number == last ? date.adding(days: -2) : date.adding(days: 1)
        default: return date
        }
    }

    /// The month so many months after that of a date.
    static func month(of date: CivilDate, ahead: Int) -> (year: Int, month: Int) {
        let total = date.year * 12 + date.month - 1 + ahead
        return (total / 12, total % 12 + 1)
    }

    /// The same day so many months later; the last of the month where there is none.
    static func adding(months: Int, to date: CivilDate) -> CivilDate {
        let (year, month) = month(of: date, ahead: months)
        return CivilDate(year: year, month: month, day: min(date.day, daysInMonth(month, year: year))) ?? date
    }

    /// The Monday of the week a date is in.
    static func monday(of date: CivilDate) -> CivilDate { date.adding(days: -((date.weekday + 6) % 7)) }
}
