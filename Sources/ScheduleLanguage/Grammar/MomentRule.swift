/// Days told from today, and amounts of time from now.
///
/// Documented: schedule-language 4, point 8.
extension Reader {
    typealias MomentFound = (day: DayReference, next: Int)

    /// A day told once. `allowsBareWeekday`: "Friday" alone, as in a bound.
    func moment(_ start: Int, allowsBareWeekday: Bool = false) throws(Refusal) -> MomentFound? {
        let index = skipping(start, "on by")
        guard let base = try momentCore(index, allowsBareWeekday: allowsBareWeekday) else { return nil }
        // "a week from Monday", "two days after tomorrow" are read by the core; "Monday week" counts on from the day.
        if case .coming = base.day, word(base.next) == "week", endsPhrase(base.next + 1) {
            return (.shifted(base.day, Amount(count: 1, unit: .week)), base.next + 1)
        }
        return base
    }

    private func momentCore(_ index: Int, allowsBareWeekday: Bool) throws(Refusal) -> MomentFound? {
        if let found = try namedDay(index) { return found }
        if let found = try dateInYear(index) { return found }
        if let found = countedWeekday(index) { return found }
        if let found = try weekdayBeside(index) { return found }
        if let found = try weekdayMoment(index, allowsBare: allowsBareWeekday) { return found }
        if let found = try periodMoment(index) { return found }
        return try countedMoment(index)
    }

    /// today, tomorrow, the day after tomorrow
    private func namedDay(_ start: Int) throws(Refusal) -> MomentFound? {
        let index = skipping(start, "later first")
        if let next = after(skipping(index, "the"), "day after tomorrow") ?? after(index, "overmorrow") {
            return (.daysAhead(2), next)
        }
        if let shift = try dayBeside(skipping(index, "the")) { return shift }
        if let next = after(skipping(index, "the"), "next day") {
            return word(next) == "of" ? nil : (.daysAhead(1), next)
        }
        switch word(index) {
        case "today":
            // "later today" needs a time to mean something.
            let isTimed = word(index + 1) == "at" || isClockToken(index + 1)
            return word(start) == "later" && !isTimed ? nil : (.daysAhead(0), index + 1)
        case "tomorrow": return (.daysAhead(1), index + 1)
        default: return nil
        }
    }

    /// "the day before Christmas", "the day after March 1"
    private func dayBeside(_ index: Int) throws(Refusal) -> MomentFound? {
        guard word(index) == "day", isWord(index + 1, "before after"), let base = try dateMoment(index + 2) else {
            return nil
        }
        return (.shifted(base.day, Amount(count: word(index + 1) == "before" ? -1 : 1, unit: .day)), base.next)
    }

    // MARK: Weekdays

    /// "the Monday before Thanksgiving", "the first Friday after March 15"
    private func weekdayBeside(_ start: Int) throws(Refusal) -> MomentFound? {
        let article = skipping(start, "the")
        let index = ordinal(article) == 1 || word(article) == "last" ? article + 1 : article
        guard let day = Lexicon.weekday(word(index)), !day.isPlural, isWord(index + 1, "before after"),
            word(index + 2) != "next", let base = try dateMoment(index + 2)
        else { return nil }
        let isBefore = word(index + 1) == "before"
        return (.weekdayBeside(day.day, base.day, isBefore: isBefore), base.next)
    }

    /// "two Fridays from now", "Friday week"
    private func countedWeekday(_ index: Int) -> MomentFound? {
        if let day = Lexicon.weekday(word(index)), !day.isPlural, word(index + 1) == "week", endsPhrase(index + 2) {
            return (.shifted(.coming(weekday: day.day), Amount(count: 1, unit: .week)), index + 2)
        }
        guard let value = number(index), (1...52).contains(value), let day = Lexicon.weekday(word(index + 1)),
            let next = after(index + 2, "from now") ?? after(index + 2, "from today") ?? after(index + 2, "hence")
        else { return nil }
        return (.shifted(.coming(weekday: day.day), Amount(count: value - 1, unit: .week)), next)
    }

    /// "next Friday", "this Friday", "Monday next week", "the Monday after next".
    private func weekdayMoment(_ start: Int, allowsBare: Bool) throws(Refusal) -> MomentFound? {
        var index = skipping(start, "the")
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

    // MARK: Weeks, months, years

    /// "end of the week", "end of next month", "next month on the 5th", "the 5th of next month", "this weekend".
    private func periodMoment(_ start: Int) throws(Refusal) -> MomentFound? {
        let index = skipping(skipping(start, "at by"), "the")
        if let found = try edge(index) { return found }
        if let next = after(index, "next month") ?? after(index, "this month") {
            let ahead = word(index) == "next" ? 1 : 0
            let place = skipping(isMark(next, ",") ? next + 1 : next, "on the")
            if place > next, let found = try monthDays(next), found.days.days.count == 1 {
                return (.inMonth(found.days.days[0], ahead: ahead), found.next)
            }
            if place > next, let day = ordinal(skipping(place, "the")) {
                return (.inMonth(try monthDay(day), ahead: ahead), skipping(place, "the") + 1)
            }
            return nil
        }
        if let next = after(index, "this weekend") ?? after(index, "coming weekend") {
            return (.inWeek(weekday: 6, ahead: 0), next)
        }
        if let next = after(index, "next weekend") { return (.inWeek(weekday: 6, ahead: 1), next) }
        if let next = after(index, "next business day") ?? after(index, "next working day") ?? after(
            index, "next workday") ?? after(index, "next weekday")
        {
            return (.businessDaysAhead(1), next)
        }
        return nil
    }

    /// "end of the week", "start of next month", "end of the year"; ends and starts of "every" period are no moments.
    private func edge(_ index: Int) throws(Refusal) -> MomentFound? {
        guard isWord(index, "end start beginning"), word(index + 1) == "of" else { return nil }
        var place = skipping(index + 2, "the")
        var ahead = 0
        var isSaid = place > index + 2
        if isWord(place, "next this following current") {
            ahead = isWord(place, "next following") ? 1 : 0
            isSaid = true
            place += 1
        }
        if isWord(place, "business work working") { place += 1 }
        if let month = month(place), word(index) == "end" || word(index) == "start" || word(index) == "beginning" {
            let year = self.year(place + 1)
            return (
                .inNamedMonth(word(index) == "end" ? .fromEnd(0) : .day(1), month: month, year: year?.value),
                year?.next ?? place + 1
            )
        }
        if let year = number(place), tokens[place].text.utf8.count == 4, (1900...2199).contains(year) {
            let isEnd = word(index) == "end"
            return (.inNamedMonth(isEnd ? .fromEnd(0) : .day(1), month: isEnd ? 12 : 1, year: year), place + 1)
        }
        // "the end of the quarter, every quarter" repeats.
        if let unit = unit(place),
            (0..<count).contains(where: { isWord($0, "every each") && self.unit($0 + 1) == unit })
        {
            return nil
        }
        guard let unit = unit(place), [.week, .month, .quarter, .year].contains(unit), isSaid || unit != .day else {
            return nil
        }
        if isWord(index - 1, "every each") {
            throw .clarify("day_not_said", "On which day is the \(word(index)) of every \(unit.word)? Name it.")
        }
        return (
            word(index) == "end" ? .endOf(unit, ahead: ahead) : .startOf(unit, ahead: ahead == 0 ? 1 : ahead), place + 1
        )
    }

    // MARK: Amounts

    /// "in two weeks", "3 days from now", "a week from Monday", "in 2 business days".
    private func countedMoment(_ index: Int) throws(Refusal) -> MomentFound? {
        let isIn = isWord(index, "in after")
        let place = skipping(isIn ? index + 1 : index, "exactly about")
        if let value = number(place), isWord(place + 1, "business working work"),
            isWord(place + 2, "day days")
        {
            if isIn { return (.businessDaysAhead(value), place + 3) }
            return after(place + 3, "from now").map { (.businessDaysAhead(value), $0) }
        }
        guard let found = amount(place), found.amounts.count == 1, found.amounts[0].unit >= .day,
            found.amounts[0].count < 10_000
        else { return nil }
        let amount = found.amounts[0]
        if let next = after(found.next, "from now") ?? after(found.next, "from today") ?? after(
            found.next, "later") ?? after(found.next, "hence")
            ?? after(found.next, "time") ?? after(found.next, "from this moment")
        {
            return (.ahead(amount), next)
        }
        if isIn, word(found.next) == "on", let day = Lexicon.weekday(word(found.next + 1)), amount.unit == .week {
            return (.inWeek(weekday: day.day, ahead: amount.count), found.next + 2)
        }
        if isWord(found.next, "from after") || (word(found.next) == "on" && amount.unit == .week) {
            guard let base = try moment(found.next + 1, allowsBareWeekday: true).or(try dateMoment(found.next + 1))
            else { return nil }
            return (.shifted(base.day, amount), base.next)
        }
        if word(found.next) == "before", let base = try calendarBase(found.next + 1) {
            return (.shifted(base.day, Amount(count: -amount.count, unit: amount.unit)), base.next)
        }
        guard isIn, amount.count > 0 else { return nil }
        return (.ahead(amount), found.next)
    }

    /// A day that the calendar knows, as opposed to an event.
    private func calendarBase(_ index: Int) throws(Refusal) -> MomentFound? {
        try moment(index, allowsBareWeekday: true).or(try dateMoment(index))
    }

    /// A single date, as a moment.
    func dateMoment(_ index: Int) throws(Refusal) -> MomentFound? {
        let place = skipping(skipping(index, "on by"), "the")
        guard let found = try dateItem(place), found.days.count == 1 else { return nil }
        if let ahead = yearsAhead(found.next) { return (.inYear(found.days[0], ahead: ahead.years), ahead.next) }
        return (.date(found.days[0]), found.next)
    }

    /// "next year", "of next year", "this year"
    func yearsAhead(_ start: Int) -> (years: Int, next: Int)? {
        let index = skipping(start, "of in")
        if let next = after(index, "next year") { return (1, next) }
        return after(index, "this year").map { (0, $0) }
    }

    /// "next year on March 1"
    private func dateInYear(_ index: Int) throws(Refusal) -> MomentFound? {
        guard let ahead = yearsAhead(index) else { return nil }
        let place = skipping(skipping(isMark(ahead.next, ",") ? ahead.next + 1 : ahead.next, "on"), "the")
        guard let found = try dateItem(place), found.days.count == 1 else { return nil }
        return (.inYear(found.days[0], ahead: ahead.years), found.next)
    }

    // MARK: Hours and minutes from now

    /// "in 35 minutes", "an hour from now", "in 1 hour and 15 minutes".
    func elapsed(_ start: Int) throws(Refusal) -> (seconds: Int, next: Int)? {
        let isIn = isWord(start, "in after")
        let place = skipping(
            isIn ? start + 1 : start, "exactly just another the like about around roughly approximately")
        guard let found = amount(place) else { return nil }
        let later =
            after(found.next, "from now") ?? after(found.next, "later") ?? after(found.next, "hence") ?? after(
                found.next, "time") ?? after(found.next, "from this moment")
        guard isIn || later != nil else { return nil }
        if isIn, place > start + 1, word(start + 1) == "the" { return nil }
        // "after 5 minutes of silence" waits for something.
        if word(start) == "after", isWord(found.next, "of without") { throw .eventRelative }
        var seconds = 0
        for amount in found.amounts {
            let unit: Int
            switch amount.unit {
            case .second, .minute, .hour: unit = amount.unit.seconds ?? 1
            case .day where found.amounts.count > 1: unit = 86_400
            default: return nil
            }
            guard amount.count < 1_000_000 else { throw .clarify("too_far", "That is too far in the future.") }
            seconds += amount.count * unit
        }
        guard seconds > 0 else {
            throw .clarify("impossible_interval", "An amount of time must be longer than nothing.")
        }
        return (seconds, later ?? found.next)
    }
}
