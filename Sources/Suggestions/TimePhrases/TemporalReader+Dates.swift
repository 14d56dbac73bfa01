import CivilTime

extension TemporalReader {
    /// A date of the calendar: `March 5`, `5th of March 2027`, `the 5th`, `2027-03-05`, `3/5/2027`, and a bare month
    /// after "in" or "by".
    func datedDay(at index: Int, _ preposition: TemporalPreposition?) -> Found<Day>? {
        if let dated = monthDay(at: index) ?? dayMonth(at: index) ?? isoDate(at: index) { return dated }
        if let dated = slashDate(at: index, preposition) ?? ordinalDay(at: index) { return dated }
        guard let preposition, preposition.isLimit || preposition.word == "in",
            let month = EnglishCalendar.months[text(index)], text(index).utf8.count > 3 || words[index].isCapitalised
        else { return nil }
        return monthAlone(month, end: index + 1)
    }

    /// `March 5`, `Mar 5th, 2027`.
    func monthDay(at index: Int) -> Found<Day>? {
        guard let month = EnglishCalendar.months[text(index)], let day = dayNumber(at: skippingArticle(index + 1))
        else { return nil }
        return dated(month, day.value, yearAt: day.end)
    }

    /// `5 March`, `the 5th of March 2027`.
    private func dayMonth(at index: Int) -> Found<Day>? {
        guard let day = dayNumber(at: skippingArticle(index)) else { return nil }
        let place = text(day.end) == "of" ? day.end + 1 : day.end
        guard let month = EnglishCalendar.months[text(place)] else { return nil }
        return dated(month, day.value, yearAt: place + 1)
    }

    /// `2027-03-05`.
    private func isoDate(at index: Int) -> Found<Day>? {
        let fields = text(index).prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard text(index).utf8.count == 10, fields.count == 3, fields[0].utf8.count == 4, fields[1].utf8.count == 2,
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2])
        else { return nil }
        return Found(value: exact(year, month, day, written: text(index)), end: index + 1)
    }

    /// `3/5`, `3/5/27`, `25/12/2026`: the month first, unless only the other order makes a date. Without a year it
    /// needs a preposition that announces a day, for `1/2` is a half.
    private func slashDate(at index: Int, _ preposition: TemporalPreposition?) -> Found<Day>? {
        guard text(index).utf8.count <= 10 else { return nil }
        let fields = text(index).split(separator: "/", omittingEmptySubsequences: false)
        let isAnnounced = preposition.map { $0.isLimit || $0.word == "on" } ?? (text(index - 1) == "due")
        guard fields.count == 3 || fields.count == 2 && isAnnounced else { return nil }
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == fields.count, numbers[0] <= 31, numbers[1] <= 31 else { return nil }
        let isDayFirst = numbers[0] > 12
        let (month, day) = isDayFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard numbers.count == 3 else {
            return Found(value: nextDate(month, day, written: text(index)), end: index + 1)
        }
        let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
        return Found(value: exact(year, month, day, written: text(index)), end: index + 1)
    }

    /// `the 5th`: of this month if it has not passed, else of the next that has such a day.
    func ordinalDay(at index: Int) -> Found<Day>? {
        guard text(index) == "the", let day = ordinal(text(index + 1)), isFreeStanding(before: index + 2),
            text(index + 2) != "of", EnglishCalendar.ordinals[text(index + 1)] == nil
        else { return nil }
        for months in 0...2 {
            let month = today.year * 12 + today.month - 1 + months
            guard let date = CivilDate(year: month / 12, month: month % 12 + 1, day: day), date >= today else {
                continue
            }
            return Found(value: Day(date: date), end: index + 2)
        }
        return nil
    }

    // MARK: Numbers of days

    /// A day of the month in digits or as an ordinal; above 31 it is some other number.
    private func dayNumber(at index: Int) -> Found<Int>? {
        if let ordinal = ordinal(text(index)) { return Found(value: ordinal, end: index + 1) }
        guard text(index).utf8.count <= 2, words.indices.contains(index), words[index].isNumeric,
            let day = Int(text(index)), (1...31).contains(day), !["am", "pm", "a.m", "p.m"].contains(text(index + 1))
        else { return nil }
        return Found(value: day, end: index + 1)
    }

    /// 1 to 31 for `5th` and `fifth`.
    func ordinal(_ word: String) -> Int? {
        if let number = EnglishCalendar.ordinals[word] { return number }
        guard word.utf8.count <= 4, ["st", "nd", "rd", "th"].contains(where: word.hasSuffix),
            let number = Int(word.dropLast(2)), (1...31).contains(number)
        else { return nil }
        return number
    }

    /// The day of the month, in the year that may stand at `index`.
    private func dated(_ month: Int, _ day: Int, yearAt index: Int) -> Found<Day>? {
        let written = "\(Self.monthNames[month - 1]) \(day)"
        guard text(index).utf8.count == 4, let year = Int(text(index)), (1900...2999).contains(year) else {
            return Found(value: nextDate(month, day, written: written), end: index)
        }
        return Found(value: exact(year, month, day, written: "\(written), \(year)"), end: index + 1)
    }

    private func exact(_ year: Int, _ month: Int, _ day: Int, written: String) -> Day {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            return Day(date: today, problem: "\(written) is no date")
        }
        return Day(date: date)
    }

    /// That day in this year, or in the next when it has passed; 29 February in the next leap year.
    private func nextDate(_ month: Int, _ day: Int, written: String) -> Day {
        for year in today.year...(today.year + 8) {
            guard let date = CivilDate(year: year, month: month, day: day), date >= today else { continue }
            return Day(date: date)
        }
        return Day(date: today, problem: "\(written) is no date")
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
