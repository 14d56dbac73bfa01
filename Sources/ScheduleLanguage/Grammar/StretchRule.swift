/// Both ends of a schedule at once: "from March 1 to March 31", "this week", "in 2026".
///
/// Documented: schedule-language 4, point 9.
extension Reader {
    /// "this week", "all next month", "during this quarter"
    func wholePeriod(_ start: Int) -> BoundFound? {
        let index = skipping(skipping(start, "during in for throughout within"), "all the")
        if isWord(start, "for over"), word(index - 1) == "the" { return nil }
        guard isWord(index, "this next current following coming") else { return nil }
        guard let unit = unit(index + 1), unit >= .week,
            !(index == start && isWord(start - 1, "of from starting until"))
        else { return nil }
        let ahead = isWord(index, "next following coming") ? 1 : 0
        if isWord(index + 2, "after on 's") && unit != .week || word(index + 2) == "end" { return nil }
        return ([.period(unit, ahead: ahead)], index + 2)
    }

    /// "from March 1 to March 31", "between June 1 and June 10"
    func dateRange(_ start: Int) throws(Refusal) -> BoundFound? {
        if let found = try plainRange(start) ?? wholeYear(start) ?? wholeMonth(start) { return found }
        guard isWord(start, "from between") else { return nil }
        if let found = try datesOfMonth(start + 1) { return found }
        guard let first = try boundDay(start + 1, isEnd: false), !isWeekdayOnly(start + 1, first.next) else {
            return nil
        }
        let place =
            word(start) == "between" ? (word(first.next) == "and" ? first.next + 1 : nil) : rangeSeparator(first.next)
        guard let place, let last = try boundDay(skipping(place, "on"), isEnd: true) else { return nil }
        if isMonthOnly(start + 1, first.next), isMonthOnly(place, last.next) { return nil }
        return ([.start(BoundPoint(day: first.day)), .end(BoundPoint(day: last.day))], last.next)
    }

    /// "from Feb 1 to 10", "between the 1st and 10th of February": one month, told once.
    private func datesOfMonth(_ start: Int) throws(Refusal) -> BoundFound? {
        guard let found = try dateItem(skipping(start, "the")), let first = found.days.first,
            let last = found.days.last, found.days.count > 1, first.month == last.month, first.day < last.day,
            found.days.allSatisfy({ $0.month == first.month }), first.holiday == nil
        else { return nil }
        return ([.start(BoundPoint(day: .date(first))), .end(BoundPoint(day: .date(last)))], found.next)
    }

    /// "January 20 - January 25", without a word before it.
    private func plainRange(_ start: Int) throws(Refusal) -> BoundFound? {
        guard month(start) != nil, let first = try dateItem(start), first.days.count == 1,
            let joint = rangeSeparator(first.next), month(joint) != nil,
            let last = try dateItem(joint), last.days.count == 1
        else { return nil }
        return ([.start(BoundPoint(day: .date(first.days[0]))), .end(BoundPoint(day: .date(last.days[0])))], last.next)
    }

    /// "in 2026", "throughout 2027"
    private func wholeYear(_ start: Int) -> BoundFound? {
        guard isWord(start, "in during throughout for"), let year = number(start + 1),
            tokens[start + 1].text.utf8.count == 4,
            (1900...2199).contains(year), endsPhrase(start + 2)
        else { return nil }
        let first = DayReference.inNamedMonth(.day(1), month: 1, year: year)
        return (
            [.start(BoundPoint(day: first)), .end(BoundPoint(day: .inNamedMonth(.fromEnd(0), month: 12, year: year)))],
            start + 2
        )
    }

    /// "in March 2027"
    private func wholeMonth(_ start: Int) -> BoundFound? {
        guard isWord(start, "in during throughout for"), let month = month(start + 1),
            let year = year(start + 2)
        else { return nil }
        func point(_ day: MonthDay) -> BoundPoint {
            BoundPoint(day: .inNamedMonth(day, month: month, year: year.value))
        }
        return ([.start(point(.day(1))), .end(point(.fromEnd(0)))], year.next)
    }

    private func isWeekdayOnly(_ start: Int, _ end: Int) -> Bool {
        end == start + 1 && Lexicon.weekday(word(start)) != nil
    }

    private func isMonthOnly(_ start: Int, _ end: Int) -> Bool { end == start + 1 && month(start) != nil }
}
