import CivilTime

extension TemporalReader {
    /// A day or a longer period as it was said.
    struct Day: Hashable {
        let date: CivilDate
        var precision = TemporalPrecision.day
        /// The end of a period ("end of the month"), which is a deadline at the end of that day.
        var isEndOfPeriod = false
        /// The part of the day said in the same word ("tonight").
        var part: DayPart?
        /// What is wrong with it, if no calendar shows it.
        var problem: String?
    }

    /// A day at `index`: a name, a date, a period or the end of one.
    func day(at index: Int, _ preposition: TemporalPreposition?) -> Found<Day>? {
        namedDay(at: index) ?? endOfPeriod(at: index) ?? period(at: index) ?? weekday(at: index, preposition)
            ?? datedDay(at: index, preposition) ?? countedDay(at: index, preposition)
    }

    /// Today, tonight, tomorrow, the day after tomorrow, this morning.
    private func namedDay(at index: Int) -> Found<Day>? {
        let word = text(index)
        if word == "today" { return Found(value: Day(date: today), end: index + 1) }
        if word == "tonight" { return Found(value: Day(date: today, part: .night), end: index + 1) }
        if EnglishCalendar.tomorrows.contains(word) {
            return Found(value: Day(date: today.adding(days: 1)), end: index + 1)
        }
        if word == "this", let part = EnglishCalendar.dayParts[text(index + 1)], part != .noon {
            return Found(value: Day(date: today, part: part), end: index + 2)
        }
        let begin = skippingArticle(index)
        if has("day", "after", at: begin), EnglishCalendar.tomorrows.contains(text(begin + 2)) {
            return Found(value: Day(date: today.adding(days: 2)), end: begin + 3)
        }
        return nil
    }

    // MARK: Weekdays

    /// Friday, this Friday, next Friday, Friday next week, Friday March 5, Friday the 5th.
    ///
    /// A bare name is the next such day after today; "this" one lies in the week that runs (else it is the next);
    /// "next" one lies in the week after, weeks beginning on Monday.
    private func weekday(at index: Int, _ preposition: TemporalPreposition?) -> Found<Day>? {
        let selector = ["this", "next", "coming"].contains(text(index)) ? text(index) : nil
        var begin = selector == nil ? skippingArticle(index) : index + 1
        if text(begin) == "coming" { begin += 1 }
        guard let weekday = weekdayNumber(at: begin, isAnnounced: selector != nil || preposition != nil) else {
            return nil
        }
        if let dated = monthDay(at: begin + 1) ?? ordinalDay(at: begin + 1) { return dated }
        let week = text(begin + 1) == "of" ? begin + 2 : begin + 1
        if has("next", "week", at: week) {
            return Found(value: Day(date: date(weekday, weeksAhead: 1)), end: week + 2)
        }
        if has("this", "week", at: week) {
            return Found(value: Day(date: thisOrNext(weekday)), end: week + 2)
        }
        let date =
            switch selector {
            case "next": date(weekday, weeksAhead: 1)
            case "this": thisOrNext(weekday)
            default: following(weekday)
            }
        return Found(value: Day(date: date), end: begin + 1)
    }

    /// 0 for Sunday to 6; an abbreviation needs a capital or a word before it that announces a day.
    func weekdayNumber(at index: Int, isAnnounced: Bool) -> Int? {
        if let number = EnglishCalendar.weekdays[text(index)] { return number }
        guard let number = EnglishCalendar.weekdayAbbreviations[text(index)] else { return nil }
        return isAnnounced || words[index].isCapitalised ? number : nil
    }

    /// The first such weekday after today.
    func following(_ weekday: Int) -> CivilDate {
        today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    }

    private func thisOrNext(_ weekday: Int) -> CivilDate {
        let date = date(weekday, weeksAhead: 0)
        return date >= today ? date : following(weekday)
    }

    /// That weekday in the week so many weeks after the one that runs, weeks beginning on Monday.
    func date(_ weekday: Int, weeksAhead: Int) -> CivilDate {
        let monday = today.adding(days: -((today.weekday + 6) % 7))
        return monday.adding(days: weeksAhead * 7 + (weekday + 6) % 7)
    }

    // MARK: Counted days

    /// "In two weeks", "three days from now", "a week from Friday"; with a unit of a day or more.
    private func countedDay(at index: Int, _ preposition: TemporalPreposition?) -> Found<Day>? {
        let isAnnounced = preposition?.word == "in" || preposition?.word == "within"
        let begin = isAnnounced ? skippingTheNext(index) : index
        guard let count = number(at: begin), let unit = unit(at: count.end) else { return nil }
        let end = unit.end
        var start = today
        var last = end
        if text(end) == "from" || text(end) == "after", let from = startOfCount(at: end + 1) {
            start = from.value
            last = from.end
        } else if !isAnnounced {
            return nil
        }
        guard let day = day(unit.value, count.value, after: start) else { return nil }
        return Found(value: day, end: last)
    }

    private func startOfCount(at index: Int) -> Found<CivilDate>? {
        if text(index) == "now" { return Found(value: today, end: index + 1) }
        if let named = namedDay(at: index) { return Found(value: named.value.date, end: named.end) }
        guard let weekday = weekdayNumber(at: index, isAnnounced: true) else { return nil }
        return Found(value: following(weekday), end: index + 1)
    }

    /// The day so many units after `start`; nil for units shorter than a day.
    private func day(_ unit: EnglishCalendar.Unit, _ count: Int, after start: CivilDate) -> Day? {
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: return Day(date: start.adding(days: count))
        case .businessDay: return Day(date: Self.businessDay(count, after: start))
        case .week: return Day(date: start.adding(days: count * 7), precision: .week)
        case .month: return Day(date: Self.date(start, monthsLater: count), precision: .month)
        case .year: return Day(date: Self.date(start, monthsLater: count * 12), precision: .year)
        }
    }

    /// The day `count` weekdays (Monday to Friday) after `start`.
    static func businessDay(_ count: Int, after start: CivilDate) -> CivilDate {
        var date = start.adding(days: count / 5 * 7)
        var left = count % 5
        // From a weekend, whole weeks end on that weekend; one more weekday is the Monday after it.
        while left > 0 || date.weekday == 0 || date.weekday == 6 {
            if left == 0 {
                date = date.adding(days: -1)
                continue
            }
            date = date.adding(days: 1)
            if date.weekday != 0, date.weekday != 6 { left -= 1 }
        }
        return date
    }

    /// The same day of the month so many months later, or the last day of a month that is too short.
    static func date(_ start: CivilDate, monthsLater months: Int) -> CivilDate {
        let month = start.year * 12 + start.month - 1 + months
        let (year, number) = (month / 12, month % 12 + 1)
        let day = min(start.day, CivilDate.daysInMonth(number, year: year))
        return CivilDate(year: year, month: number, day: day) ?? start
    }
}
