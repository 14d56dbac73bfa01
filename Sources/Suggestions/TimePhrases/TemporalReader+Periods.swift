import CivilTime

extension TemporalReader {
    /// Next week, this month, next year, this weekend; early, mid or late in it is not looked at.
    ///
    /// "Next" is the first day of the period, "this" its last (of the week the last working day) that still lies ahead.
    func period(at index: Int) -> Found<Day>? {
        let begin = skippingArticle(index)
        if text(begin) == "weekend" {
            // After a weekend comes its Monday.
            let date = text(index - 1) == "after" ? followingSaturday.adding(days: 2) : followingSaturday
            return Found(value: Day(date: date), end: begin + 1)
        }
        let isNext = ["next", "following", "coming"].contains(text(begin))
        guard isNext || text(begin) == "this" else { return nil }
        switch text(begin + 1) {
        case "week":
            guard isNext else { return Found(value: Day(date: endOfWeek, precision: .week), end: begin + 2) }
            return nextWeek(after: begin + 2)
        case "weekend":
            let date = isNext ? date(6, weeksAhead: 1) : followingSaturday
            return Found(value: Day(date: date), end: begin + 2)
        case "month":
            if isNext, let day = dayOfNextMonth(after: begin + 2) { return day }
            let date = isNext ? firstOfMonth(monthsAhead: 1) : endOfMonth(monthsAhead: 0)
            return Found(value: Day(date: date, precision: .month), end: begin + 2)
        case "quarter":
            let months = 3 - (today.month - 1) % 3
            let date = isNext ? firstOfMonth(monthsAhead: months) : endOfMonth(monthsAhead: months - 1)
            return Found(value: Day(date: date, precision: .month), end: begin + 2)
        case "year":
            let date = isNext ? firstOfMonth(monthsAhead: 13 - today.month) : endOfMonth(monthsAhead: 12 - today.month)
            return Found(value: Day(date: date, precision: .year), end: begin + 2)
        default:
            guard isNext, let month = EnglishCalendar.months[text(begin + 1)] else { return nil }
            return monthAlone(month, end: begin + 2)
        }
    }

    /// "Next week", with the weekday that may follow it: "next week on Thursday".
    private func nextWeek(after end: Int) -> Found<Day> {
        let place = text(end) == "on" ? end + 1 : end
        if let weekday = weekdayNumber(at: place, isAnnounced: text(end) == "on"), !startsClause(at: end) {
            return Found(value: Day(date: date(weekday, weeksAhead: 1)), end: place + 1)
        }
        return Found(value: Day(date: date(1, weeksAhead: 1), precision: .week), end: end)
    }

    /// The day that may follow "next month": "on the 5th".
    private func dayOfNextMonth(after end: Int) -> Found<Day>? {
        guard has("on", "the", at: end), let day = ordinal(text(end + 2)) else { return nil }
        let first = firstOfMonth(monthsAhead: 1)
        guard day <= CivilDate.daysInMonth(first.month, year: first.year) else { return nil }
        return Found(value: Day(date: first.adding(days: day - 1)), end: end + 3)
    }

    private func startsClause(at index: Int) -> Bool { words.indices.contains(index) && words[index].followsBreak }

    /// The end (or the beginning) of a period or day: "end of the week", "the end of next month", "EOM",
    /// "beginning of next week", "end of Friday".
    func endOfPeriod(at index: Int) -> Found<Day>? {
        switch text(index) {
        case "eow": return Found(value: ending(endOfWeek), end: index + 1)
        case "eom": return Found(value: ending(endOfMonth(monthsAhead: 0)), end: index + 1)
        case "eoq": return Found(value: ending(endOfQuarter), end: index + 1)
        case "eoy": return Found(value: ending(endOfMonth(monthsAhead: 12 - today.month)), end: index + 1)
        default: break
        }
        let begin = skippingArticle(index)
        guard text(begin + 1) == "of" else { return nil }
        let place = skippingArticle(begin + 2)
        switch text(begin) {
        case "end": return endOfNamedPeriod(at: place) ?? endOfDay(at: place)
        case "start", "beginning":
            guard ["next", "this"].contains(text(place)), let period = period(at: place) else { return nil }
            return text(place) == "next" ? Found(value: Day(date: period.value.date), end: period.end) : nil
        default: return nil
        }
    }

    private func endOfNamedPeriod(at index: Int) -> Found<Day>? {
        let isNext = text(index) == "next"
        let place = isNext || text(index) == "this" ? index + 1 : index
        let date: CivilDate
        switch text(place) {
        case "week": date = isNext ? self.date(5, weeksAhead: 1) : endOfWeek
        case "month": date = endOfMonth(monthsAhead: isNext ? 1 : 0)
        case "quarter": date = isNext ? endOfMonth(monthsAhead: 5 - (today.month - 1) % 3) : endOfQuarter
        case "year": date = endOfMonth(monthsAhead: (isNext ? 24 : 12) - today.month)
        default:
            guard let month = EnglishCalendar.months[text(place)] else { return nil }
            date = endOfMonth(monthsAhead: (month - today.month + 12) % 12)
        }
        return Found(value: ending(date), end: place + 1)
    }

    /// "End of tomorrow", "end of Friday".
    private func endOfDay(at index: Int) -> Found<Day>? {
        guard text(index) != "end", let day = day(at: index, nil), day.value.precision == .day else { return nil }
        return Found(value: ending(day.value.date), end: day.end)
    }

    private func ending(_ date: CivilDate) -> Day { Day(date: date, isEndOfPeriod: true) }

    // MARK: The days themselves

    /// The last working day of the week that runs; at a weekend, its Sunday.
    var endOfWeek: CivilDate {
        today.weekday == 6 || today.weekday == 0 ? date(0, weeksAhead: 0) : date(5, weeksAhead: 0)
    }

    private var followingSaturday: CivilDate { today.weekday == 6 ? today : date(6, weeksAhead: 0) }

    private var endOfQuarter: CivilDate { endOfMonth(monthsAhead: 2 - (today.month - 1) % 3) }

    private func firstOfMonth(monthsAhead: Int) -> CivilDate {
        let month = Self.date(today, monthsLater: monthsAhead)
        return month.adding(days: 1 - month.day)
    }

    private func endOfMonth(monthsAhead: Int) -> CivilDate {
        firstOfMonth(monthsAhead: monthsAhead + 1).adding(days: -1)
    }

    /// A month without a day: its first, in this year or, when it has begun, in the next.
    func monthAlone(_ month: Int, end: Int) -> Found<Day>? {
        let year = month > today.month ? today.year : today.year + 1
        guard let date = CivilDate(year: year, month: month, day: 1) else { return nil }
        return Found(value: Day(date: date, precision: .month), end: end)
    }
}
