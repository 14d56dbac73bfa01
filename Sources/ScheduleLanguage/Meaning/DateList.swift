internal import CivilTime

/// Days that no cron says, as dates, and the fewest crons with bounds that give exactly them.
enum DateList {
    /// The dates of a pattern from a day on, at most so many; bounded in years.
    static func dates(_ days: DayPattern, from first: CivilDate, through last: CivilDate?, limit: Int) -> [CivilDate] {
        var result: [CivilDate] = []
        var (year, month) = (first.year, first.month)
        let maximumMonths = days.dates.isEmpty ? 12 * 60 : 12 * 120
        for _ in 0..<maximumMonths where result.count < limit {
            for date in inMonth(days, year: year, month: month) where date >= first && (last.map { date <= $0 } ?? true)
            {
                result.append(date)
            }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
            if let last, (year, month) > (last.year, last.month) { break }
        }
        return Array(result.prefix(limit))
    }

    private static func inMonth(_ days: DayPattern, year: Int, month: Int) -> [CivilDate] {
        if let months = days.months, !months.contains(month) { return [] }
        var found: [CivilDate] = []
        if !days.dates.isEmpty {
            for day in days.dates {
                if let holiday = day.holiday {
                    guard holiday.months.contains(month) else { continue }
                    if let date = holiday.date(year: year), date.month == month { found.append(date) }
                } else if day.month == month, let date = CivilDate(year: year, month: month, day: day.day) {
                    found.append(date)
                }
            }
        } else if days.months?.contains(month) ?? true {
            found = days.monthDays.compactMap { CivilCalendar.date(of: $0, month: month, year: year) }
        }
        if let weekdays = days.weekdays { found = found.filter { weekdays.contains($0.weekday) } }
        return found.count < 2 ? found : Array(Set(found)).sorted()
    }

    /// A cron's day of the month and months, with the dates between which it is exact.
    struct Stretch: Hashable {
        var day: Int
        var months: Set<Int>
        var first: CivilDate
        var last: CivilDate
    }

    /// Puts dates that share a day of the month into one cron as long as that runs on no other date in between.
    static func stretches(_ dates: [CivilDate]) -> [Stretch] {
        let wanted = Set(dates)
        var open: [Int: Stretch] = [:]
        var result: [Stretch] = []
        for date in dates {
            guard var stretch = open[date.day] else {
                open[date.day] = Stretch(day: date.day, months: [date.month], first: date, last: date)
                continue
            }
            stretch.months.insert(date.month)
            stretch.last = date
            if isExact(stretch, wanted) {
                open[date.day] = stretch
            } else {
                if let done = open[date.day] { result.append(done) }
                open[date.day] = Stretch(day: date.day, months: [date.month], first: date, last: date)
            }
        }
        return (result + open.values).sorted { ($0.first, $0.day) < ($1.first, $1.day) }
    }

    private static func isExact(_ stretch: Stretch, _ wanted: Set<CivilDate>) -> Bool {
        guard stretch.last.year - stretch.first.year <= 4 else { return false }
        for year in stretch.first.year...stretch.last.year {
            for month in stretch.months {
                guard let date = CivilDate(year: year, month: month, day: stretch.day), date >= stretch.first,
                    date <= stretch.last
                else { continue }
                if !wanted.contains(date) { return false }
            }
        }
        return true
    }
}
