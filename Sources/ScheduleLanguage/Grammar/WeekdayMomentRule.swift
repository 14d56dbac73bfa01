/// A day of the week, told once: "next Friday", "Monday next week", "two Fridays from now", "the Monday before Easter".
///
/// Documented: schedule-language 4, point 8.
extension Reader {
    /// "the Monday before Thanksgiving", "the first Friday after March 15"
    func weekdayBeside(_ start: Int) throws(Refusal) -> MomentFound? {
        let article = skipping(start, "the")
        let index = ordinal(article) == 1 || word(article) == "last" ? article + 1 : article
        guard let day = Lexicon.weekday(word(index)), !day.isPlural, isWord(index + 1, "before after"),
            word(index + 2) != "next", let base = try dateMoment(index + 2)
        else { return nil }
        let isBefore = word(index + 1) == "before"
        return (.weekdayBeside(day.day, base.day, isBefore: isBefore), base.next)
    }

    /// "two Fridays from now", "Friday week"
    func countedWeekday(_ index: Int) -> MomentFound? {
        if let day = Lexicon.weekday(word(index)), !day.isPlural, word(index + 1) == "week", endsPhrase(index + 2) {
            return (.shifted(.coming(weekday: day.day), Amount(count: 1, unit: .week)), index + 2)
        }
        guard let value = number(index), (1...52).contains(value), let day = Lexicon.weekday(word(index + 1)),
            let next = after(index + 2, "from now") ?? after(index + 2, "from today") ?? after(index + 2, "hence")
        else { return nil }
        return (.shifted(.coming(weekday: day.day), Amount(count: value - 1, unit: .week)), next)
    }

    /// "next Friday", "this Friday", "Monday next week", "the Monday after next".
    func weekdayMoment(_ start: Int, allowsBare: Bool) throws(Refusal) -> MomentFound? {
        var index = skipping(start, "the")
        if let next = after(index, "week after next") {
            let place = skipping(skipping(next, "on"), "the")
            guard let day = Lexicon.weekday(word(place)), !day.isPlural else { return nil }
            return (.inWeek(weekday: day.day, ahead: 2), place + 1)
        }
        if let next = after(index, "next week") ?? after(index, "the following week") {
            let place = skipping(skipping(next, "on"), "the")
            guard let day = Lexicon.weekday(word(place)), !day.isPlural else { return nil }
            return (.inWeek(weekday: day.day, ahead: 1), place + 1)
        }
        let modifier = word(index)
        let isModified = ["next", "this", "coming", "upcoming", "following"].contains(modifier)
        if isModified { index = skipping(index + 1, "coming upcoming") }
        guard let day = Lexicon.weekday(word(index)), !day.isPlural, !(modifier == "this" && word(index) == "second")
        else { return nil }
        let next = isMark(index + 1, ".") && word(index).utf8.count < 6 && index + 2 < count ? index + 2 : index + 1
        if let end = after(next, "after next") { return (try afterNext(day.day), end) }
        if let ahead = weeksAhead(next) { return (.inWeek(weekday: day.day, ahead: ahead.weeks), ahead.next) }
        if !isModified, let found = amountAhead(next) {
            return (.shifted(.coming(weekday: day.day), found.amount), found.next)
        }
        switch modifier {
        case "next": return (.inWeek(weekday: day.day, ahead: 1), next)
        case "this": return (.inWeek(weekday: day.day, ahead: 0), next)
        case "coming", "upcoming", "following": return (.coming(weekday: day.day), next)
        default: return allowsBare ? (.coming(weekday: day.day), next) : nil
        }
    }

    /// "next week", "of next week", "the week after next", "this week" behind a weekday.
    private func weeksAhead(_ start: Int) -> (weeks: Int, next: Int)? {
        let index = skipping(start, "of in")
        if let next = after(skipping(index, "the"), "week after next") { return (2, next) }
        if let next = after(index, "next week") ?? after(index, "the following week") { return (1, next) }
        if let next = after(index, "this week") { return (0, next) }
        return nil
    }

    /// "Monday in two weeks"
    private func amountAhead(_ index: Int) -> (amount: Amount, next: Int)? {
        guard word(index) == "in", let found = amount(index + 1), found.amounts.count == 1,
            found.amounts[0].unit == .week
        else { return nil }
        return (Amount(count: max(found.amounts[0].count - 1, 0), unit: .week), found.next)
    }

    private func afterNext(_ weekday: Int) throws(Refusal) -> DayReference {
        .shifted(.inWeek(weekday: weekday, ahead: 1), Amount(count: 1, unit: .week))
    }
}
