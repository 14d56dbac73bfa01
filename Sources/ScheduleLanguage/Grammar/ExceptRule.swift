/// What a schedule leaves out: "except Wednesdays", "but not on weekends", "excluding August", "except at noon".
///
/// Documented: schedule-language 4, points 5, 7 and 11 (a negation that is an exception).
extension Reader {
    typealias ExceptFound = (exception: Exception, next: Int)

    func except(_ start: Int) throws(Refusal) -> ExceptFound? {
        guard let introduced = exceptWord(start) else { return nil }
        var exception = Exception()
        var next = introduced
        while next < count {
            let before = next
            let place = skipping(skipping(next, "on for in at every each also"), "the")
            if let refusal = unknownDays(place) { throw refusal }
            if let found = try exceptItem(next, place, into: &exception) { next = found }
            if next == before { break }
            guard let separated = listSeparator(next), startsException(separated) else { break }
            next = skipping(separated, "not except")
        }
        return exception.isEmpty ? nil : (exception, next)
    }

    private func exceptItem(_ start: Int, _ place: Int, into exception: inout Exception) throws(Refusal) -> Int? {
        if let found = try dates(start).or(try dates(place)) {
            exception.dates += found.days
            return found.next
        }
        if let found = try monthDays(start).or(try monthDaysPlain(place)) {
            exception.monthDays += found.days.days
            return found.next
        }
        if let found = dayNames(place) {
            exception.days.formUnion(found.names.days)
            return found.next
        }
        if let found = monthList(skipping(place, "the month months")) {
            exception.months.formUnion(found.months)
            return found.next
        }
        if let found = try window(start) {
            exception.window = found.window
            return found.next
        }
        if let found = try times(start).or(try times(place)).or(try bareTimes(place)) {
            exception.times += found.clocks
            return found.next
        }
        return nil
    }

    private func bareTimes(_ index: Int) throws(Refusal) -> TimesFound? {
        try clock(index, allowsBareHour: true).map { ([$0.clock], $0.next) }
    }

    private func monthDaysPlain(_ index: Int) throws(Refusal) -> MonthDaysFound? {
        let place = skipping(index, "the")
        guard let day = ordinal(place), endsPhrase(place + 1) else { return nil }
        return (MonthDays(days: [try monthDay(day)], scope: .unsaid), place + 1)
    }

    private func startsException(_ index: Int) -> Bool {
        let place = skipping(index, "on in not except the for")
        if isWord(index, "at every from between") { return false }
        return dayNames(place) != nil || unknownDays(place) != nil || monthList(place) != nil || holiday(place) != nil
            || ordinal(place) != nil
    }

    /// The place behind the words that introduce an exception.
    func exceptWord(_ start: Int) -> Int? {
        var index = isMark(start, ",") ? start + 1 : start
        if word(index) == "and", isWord(index + 1, "not never skip") { index += 1 }
        if let next = after(index, "other than") ?? after(index, "apart from") ?? after(index, "aside from")
            ?? after(index, "save for")
            ?? after(index, "with the exception of") ?? after(index, "leaving out")
        {
            return next
        }
        if isWord(
            index, "except excluding excepting besides minus skipping omitting barring sans")
        {
            return skipping(index + 1, "for on in during")
        }
        if isWord(index, "but though") { return butNot(index + 1) }
        if word(index) == "not", isDayLike(skipping(index + 1, "on in during the")) {
            return skipping(index + 1, "during")
        }
        if isWord(index, "skip never no save"), start > 0,
            isDayLike(skipping(index + 1, "on in the during"))
        {
            return index + 1
        }
        return nil
    }

    /// "but not on", "but never on", "but skip", "but don't run it on", "but Sunday".
    private func butNot(_ start: Int) -> Int? {
        var index = start
        if isWord(index, "not never skip no excluding without except") {
            return skipping(index + 1, "for")
        }
        if isWord(index, "don't do"), word(index) == "don't" || word(index + 1) == "not" {
            index += word(index) == "don't" ? 1 : 2
            // "but don't send it on weekends"
            for distance in 0..<4 where isWord(index + distance, "on in during at") {
                return index + distance
            }
            return nil
        }
        return isDayLike(skipping(index, "on in")) ? index : nil
    }

    private func isDayLike(_ index: Int) -> Bool {
        dayNames(index) != nil || monthList(index) != nil || holiday(index) != nil
            || (ordinal(index) != nil && endsPhrase(index + 1))
    }

    /// Days nobody can look up here: "holidays", "my days off".
    private func unknownDays(_ index: Int) -> Refusal? {
        let place = skipping(
            skipping(index, "the my our public bank national federal school us uk"), "public bank national")
        guard isWord(place, "holidays holiday vacation vacations") else { return nil }
        return .clarify("holidays_unknown", "Which days are holidays is not known here; name the dates to leave out.")
    }
}
