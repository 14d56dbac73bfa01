/// Intervals: "every 5 minutes", "every other day", "hourly", "each month", "every half hour", "twice a day".
///
/// Documented: schedule-language 4, point 3.
extension Reader {
    typealias StepFound = (fragments: [Fragment.Kind], next: Int)

    /// What "every" and its like introduce, when it is an interval or a part of the day; day names, days of the month
    /// and dates behind "every" have their own rules.
    func step(_ start: Int) throws(Refusal) -> StepFound? {
        if let found = try frequencyWord(start) { return found }
        if let found = try perUnit(start) { return found }
        if let found = try intervals(start) { return found }
        if let found = try daysPerWeek(start) { return found }
        var index = start
        if let next = after(index, "every leap year") { return ([.step(Amount(count: 1, unit: .year))], next) }
        if let next = after(index, "on a") ?? after(index, "on an"), let amount = Lexicon.frequency(word(next)),
            word(next + 1) == "basis"
        {
            return ([.step(amount)], next + 2)
        }
        if isWord(index, "alternate alternating"), dayNames(index + 1) != nil { _ = try repeated(index) }
        if word(index) == "once", !isWord(index + 1, "every each a an per") { return nil }
        if word(index) == "once" { index += 1 }
        guard
            isWord(index, "every each per") || (word(start) == "once" && isWord(index, "a an"))
                || isAlternate(index)
        else { return nil }
        if !isAlternate(index) { index += 1 }
        if let next = after(index, "and every") ?? after(index, "and each") { index = next }
        index = skipping(index, "single full whole calendar")
        if let refusal = vagueInterval(index, start) { throw refusal }
        if isNamedOtherwise(index) { return nil }
        if let found = try repeated(index) { return found }
        if let parts = dayParts(index) {
            return ([.step(Amount(count: 1, unit: .day))] + parts.parts.map(Fragment.Kind.dayPart), parts.next)
        }
        if let clock = Lexicon.clockWord(word(index)) {
            return ([.step(Amount(count: 1, unit: .day)), .times([clock])], index + 1)
        }
        if word(index) == "fortnight" { return ([.step(Amount(count: 2, unit: .week))], index + 1) }
        guard let found = amount(index) ?? unit(index).map({ ([Amount(count: 1, unit: $0)], index + 1) }) else {
            return nil
        }
        if let refusal = choiceOfIntervals(found.next) { throw refusal }
        if let found = hourAndHalf(found) { return ([.step(found.amount)], found.next) }
        return ([.step(try total(found.amounts))], found.next)
    }

    /// "every second Friday", "every month end": other rules read these.
    private func isNamedOtherwise(_ index: Int) -> Bool {
        if word(index) == "second",
            dayNames(index + 1) != nil
                || listSeparator(index + 1) != nil && ordinal(skipping(index + 2, "the")) != nil
        {
            return true
        }
        if word(index) == "day", dayGroup(index) != nil { return true }
        let edge = isMark(index + 1, "-") ? index + 2 : index + 1
        return isWord(index, "month quarter year") && isWord(edge, "end start")
    }

    /// "morning", "morning and evening"
    private func dayParts(_ start: Int) -> (parts: [DayPart], next: Int)? {
        guard let first = Lexicon.dayPart(word(start)) else { return nil }
        var parts = [first]
        var next = start + 1
        while let separated = listSeparator(next),
            let part = Lexicon.dayPart(word(skipping(separated, "every each")))
        {
            parts.append(part)
            next = skipping(separated, "every each") + 1
        }
        return (parts, next)
    }

    private func isAlternate(_ index: Int) -> Bool {
        isWord(index, "alternate alternating") && unit(index + 1) != nil
    }

    /// "every hour and a half"
    private func hourAndHalf(_ found: AmountFound) -> (amount: Amount, next: Int)? {
        if found.amounts == [Amount(count: 1, unit: .minute)], let next = after(found.next, "and a half") {
            return (Amount(count: 90, unit: .second), next)
        }
        guard found.amounts == [Amount(count: 1, unit: .hour)] else { return nil }
        if let next = after(found.next, "and a half") { return (Amount(count: 90, unit: .minute), next) }
        // "every hour and 15 minutes"
        guard word(found.next) == "and", let rest = amount(found.next + 1), rest.amounts.count == 1,
            rest.amounts[0].unit == .minute, rest.amounts[0].count < 60, rest.amounts[0].count > 0
        else { return nil }
        return (Amount(count: 60 + rest.amounts[0].count, unit: .minute), rest.next)
    }

    /// One interval of several parts: "every 1 hour and 30 minutes".
    func total(_ amounts: [Amount]) throws(Refusal) -> Amount {
        if amounts.count == 1 {
            guard amounts[0].count > 0 else {
                throw .clarify("impossible_interval", "An interval must be longer than nothing.")
            }
            return amounts[0]
        }
        var seconds = 0
        for amount in amounts {
            guard let unit = amount.unit.seconds, amount.count < 100_000 else {
                throw .inexact(amounts.map { "\($0.count) \($0.unit.word)" }.joined(separator: " and "))
            }
            seconds += amount.count * unit
        }
        return seconds % 60 == 0 ? Amount(count: seconds / 60, unit: .minute) : Amount(count: seconds, unit: .second)
    }

    /// "other day", "2nd month", "third hour", "alternate week" behind "every".
    private func repeated(_ index: Int) throws(Refusal) -> StepFound? {
        var count: Int?
        var place = index
        if isWord(index, "other alternate alternating") {
            (count, place) = (2, index + 1)
        } else if let value = ordinal(index),
            !(word(index) == "second" && unit(index + 1) == nil && Lexicon.weekday(word(index + 1)) == nil)
        {
            (count, place) = (value, index + 1)
        }
        guard let count else { return nil }
        if let group = dayGroup(place) ?? dayNames(place), word(index) == "other" || word(index).hasPrefix("altern") {
            throw .clarify(
                "every_other_week",
                "No cron expression says 'every other \(quote(place..<group.next))'; say every week, or give the dates."
            )
        }
        guard let unit = unit(place) else { return nil }
        // "every 5th day of the month" is a day of the month.
        if unit == .day, word(index) != "other", monthScope(place + 1) != nil { return nil }
        guard count > 0 else { throw .clarify("impossible_interval", "An interval must be longer than nothing.") }
        return ([.step(Amount(count: count, unit: unit))], place + 1)
    }

    /// "every few hours", "every so often", "every 5 to 10 minutes", "every 2 or 3 days".
    private func vagueInterval(_ index: Int, _ start: Int) -> Refusal? {
        if isWord(index, "few several couple some many so now once odd") {
            if word(index) == "odd", unit(index + 1) != nil { return nil }
            if word(index) == "couple", unit(index + 1) != nil || word(index + 1) == "of", !isWord(index + 2, "few") {
                return nil
            }
            return .vague
        }
        if isWord(index, "time chance opportunity") { return .eventRelative }
        if number(index) != nil, let separated = rangeSeparator(index + 1), number(separated) != nil,
            unit(separated + 1) != nil
        {
            return .vague
        }
        if number(index) != nil, word(index + 1) == "or", number(index + 2) != nil, unit(index + 3) != nil {
            return .vague
        }
        if isMark(index, "-"), number(index + 1) != nil {
            return .clarify("impossible_interval", "An interval cannot be negative.")
        }
        return nil
    }

    private func choiceOfIntervals(_ index: Int) -> Refusal? {
        if word(index) == "or", isWord(index + 1, "so two three") || number(index + 1) != nil { return .vague }
        return nil
    }

    /// "daily", "hourly", "nightly"; also "once daily".
    private func frequencyWord(_ start: Int) throws(Refusal) -> StepFound? {
        let index = word(start) == "once" ? start + 1 : start
        let text = word(index)
        switch text {
        case "nightly": return ([.step(Amount(count: 1, unit: .day)), .dayPart(.night)], index + 1)
        case "semimonthly" where (index + 1..<count).contains(where: { ordinal($0) != nil }):
            return ([.perUnit(count: 2, unit: .month)], index + 1)
        case "semimonthly": return ([.monthDays(MonthDays(days: [.day(1), .day(15)], scope: .everyMonth))], index + 1)
        case "bimonthly":
            throw .clarify("ambiguous_interval", "'Bimonthly' can be twice a month or every two months; say which.")
        case "semiweekly":
            throw .clarify("days_not_said", "Which two days of the week? Name them.")
        default: break
        }
        guard let amount = Lexicon.frequency(text) else { return nil }
        let next = text == "everyday" ? index + 1 : isMark(index + 1, ":") ? index + 2 : index + 1
        return ([.step(amount)], next)
    }

    /// "at 10 minute intervals", "5 minutes apart"
    private func intervals(_ start: Int) throws(Refusal) -> StepFound? {
        let index = skipping(skipping(start, "at in on"), "a an")
        guard !isWord(index - 1, "every each"), let found = amount(index), found.amounts.count == 1 else { return nil }
        guard isWord(found.next, "intervals interval") || index == start && word(found.next) == "apart" else {
            return nil
        }
        return ([.step(try total(found.amounts))], found.next + 1)
    }

    // MARK: So many times

    /// "all days", "seven days a week", "five days a week"
    private func daysPerWeek(_ start: Int) throws(Refusal) -> StepFound? {
        let day = Fragment.Kind.step(Amount(count: 1, unit: .day))
        if let next = after(start, "any day"), try except(next) != nil { return ([day], next) }
        if let next = after(start, "all days") ?? after(start, "all seven days") { return ([day], next) }
        guard let value = number(start), isWord(start + 1, "days day nights mornings"),
            let next = after(start + 2, "a week") ?? after(start + 2, "per week") ?? after(
                start + 2, "each week") ?? after(start + 2, "every week")
        else { return nil }
        guard value == 7, word(start + 1).hasPrefix("day") else {
            throw .clarify("days_not_said", "On which \(value) days of the week?")
        }
        return ([day], next)
    }

    /// `4x`
    private func multiplier(_ index: Int) -> Int? {
        guard case .opaque? = kind(index), tokens[index].text.hasSuffix("x") else { return nil }
        return Int(tokens[index].text.dropLast())
    }

    /// "twice a day", "3 times per week", "four times an hour", "twice daily".
    private func perUnit(_ start: Int) throws(Refusal) -> StepFound? {
        var count: Int
        var index = start
        switch word(index) {
        case "twice": (count, index) = (2, index + 1)
        case "thrice": (count, index) = (3, index + 1)
        default:
            if let value = multiplier(index) {
                (count, index) = (value, index + 1)
            } else {
                guard let value = number(index), isWord(index + 1, "times time x") else { return nil }
                (count, index) = (value, index + 2)
            }
        }
        if isWord(index, "a an per each every in") {
            let place = skipping(skipping(index + 1, "a an every each"), "single")
            if let unit = unit(place) { return ([.perUnit(count: count, unit: unit)], place + 1) }
            if dayGroup(place) != nil || dayNames(place) != nil { return ([.perUnit(count: count, unit: .day)], index) }
            if let found = amount(place), found.amounts.count == 1, count == 1 {
                return ([.step(found.amounts[0])], found.next)
            }
            return nil
        }
        if let amount = Lexicon.frequency(word(index)), amount.count == 1 {
            return ([.perUnit(count: count, unit: amount.unit)], index + 1)
        }
        return nil
    }
}
