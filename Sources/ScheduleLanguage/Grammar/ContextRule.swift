/// What words around a phrase make of it: distractors, attributes, fillers, parts of the day.
///
/// Documented: schedule-language 4, point 11 ("distractor numbers and names stay in the object").
extension Reader {
    /// Phrases that look like times and are objects: "the last 7 days", "a 5-minute break", "April the accountant".
    func distractor(_ index: Int) -> Int? {
        let place = skipping(index, "the for from over of")
        if isWord(place, "last past previous preceding prior") {
            if let found = amount(place + 1), found.next > place + 2 || kind(place + 1) != nil,
                number(place + 1) != nil || place > index, !isRank(found.next)
            {
                return found.next
            }
            if place > index, let unit = unit(place + 1), unit >= .day, !isRank(place + 2),
                unit != .day || word(index) != "the"
            {
                return place + 2
            }
        }
        // "a 30 minute call", "the 2-hour workshop", "a 15-minute break": lengths, not times.
        if isWord(index, "a an the my our this"), number(index + 1) != nil || ordinal(index + 1) != nil {
            let head = isMark(index + 2, "-") ? index + 3 : index + 2
            if number(index + 1) != nil, let unit = unit(head), !word(head).hasSuffix("s") || isMark(index + 2, "-"),
                unit <= .year, !endsPhrase(head + 1)
            {
                return head + 1
            }
        }
        if number(index) != nil, isMark(index + 1, "-"), unit(index + 2) != nil,
            !isWord(index + 3, "interval intervals"),
            !isWord(index - 1, "every each in per")
        {
            return index + 3
        }
        return nil
    }

    /// "the last 2 days of the month" and "last day of" count within a period.
    private func isRank(_ index: Int) -> Bool { isWord(index, "of in") && monthScope(index) != nil }

    // MARK: Attributes

    /// Whether a phrase describes a thing ("the Monday meeting", "my 9am standup", "a weekly digest") instead of
    /// saying when.
    func isAttributive(_ kind: Fragment.Kind, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound - 1
        let isDetermined = isWord(before, Self.determiners)
        let precedesNoun = kindIsWord(range.upperBound) && !connects(range.upperBound)
        switch kind {
        case .step:
            guard range.count == 1,
                Lexicon.frequency(word(range.lowerBound)) != nil || word(range.lowerBound) == "nightly"
            else { return false }
            return precedesNoun
        case .dayPart: return isDetermined && precedesNoun
        case .times where isWord(before, "my our his her their your"): return true
        case .days(let names) where names.habit == .single && isName(range): return true
        case .days(let names):
            return isDetermined && names.habit == .single && precedesNoun
                && !isWord(range.lowerBound, "on every each")
        case .times, .dates, .moments:
            return isDetermined && precedesNoun && !isWord(range.lowerBound, "at on in every each")
        default: return false
        }
    }

    /// "Tuesday Smith" is somebody.
    private func isName(_ range: Range<Int>) -> Bool {
        range.count == 1 && kindIsWord(range.upperBound) && tokens[range.lowerBound].isCapitalised
            && tokens[range.upperBound].isCapitalised
            && !connects(range.upperBound) && !isAllCapitalText && range.lowerBound > 0
            && !Verbs.all.contains(word(range.upperBound))
    }

    private var isAllCapitalText: Bool { tokens.allSatisfy { $0.kind != .word || $0.isCapitalised } }

    private func kindIsWord(_ index: Int) -> Bool { index < count && tokens[index].kind == .word }

    private static let determiners = WordSet(
        """
        the my our your his her their its a an this that these those about for
        """)

    // MARK: Fillers

    /// Words of a schedule that change nothing.
    func filler(_ index: Int) -> Int? {
        if let next = Self.fillers.end(in: self, at: index) { return next }
        if case .slashed(24, 7, nil)? = kind(index) { return index + 1 }
        // "overnight, from 10pm to 4am": the window says what overnight is.
        if word(index) == "overnight", isWord(isMark(index + 1, ",") ? index + 2 : index + 1, "from between") {
            return index + 1
        }
        return nil
    }

    private static let fillers = PhraseTable(
        """
        all day long|around the clock|day and night|night and day|until further notice|indefinitely|forever
        all year round|all year long|year round|without fail|without exception|no matter what|from now on
        going forward|first thing
        """)

    // MARK: Days by name with what introduces them

    /// "every Monday", "on weekdays", "only on Monday and Friday", "Monday mornings", "each Friday night".
    func namedDays(_ start: Int) -> (kinds: [Fragment.Kind], next: Int)? {
        var index = skipping(start, "only")
        let isOnly = index > start
        if word(index) == "during", let found = dayNames(index) { return ([.days(found.names)], found.next) }
        index = skipping(index, "on at over during of")
        let isEvery = isWord(index, "every each all ev")
        if isEvery { index += 1 }
        if let next = after(index, "and every"), isEvery { index = next }
        if index > start { index = skipping(index, "single the") }
        if word(index) == "from" || word(index) == "between" {
            if word(index) == "between", let from = Lexicon.weekday(word(index + 1)), word(index + 2) == "and",
                let to = Lexicon.weekday(word(index + 3))
            {
                return withDayPart(
                    DayNames(days: Self.days(from: from.day, to: to.day), habit: .range, isGroup: true), index + 4)
            }
            guard let found = dayNames(index + 1), found.names.habit == .range else { return nil }
            return withDayPart(DayNames(days: found.names.days, habit: .range, isGroup: true), found.next)
        }
        guard let found = dayNames(index) else { return nil }
        var names = found.names
        if isEvery || isOnly { names.habit = .always }
        names.isEvery = isEvery
        return withDayPart(names, found.next)
    }

    private func withDayPart(_ names: DayNames, _ next: Int) -> (kinds: [Fragment.Kind], next: Int) {
        if isWord(next - 1, "weeknight weeknights") { return ([.days(names), .dayPart(.night)], next) }
        guard let part = Lexicon.dayPart(word(next)) else { return ([.days(names)], next) }
        var habitual = names
        if word(next).hasSuffix("s") { habitual.habit = .always }
        return ([.days(habitual), .dayPart(part)], next + 1)
    }

    // MARK: Parts of the day

    /// "in the morning", "mornings", "tonight", "this evening", "tomorrow morning" (behind a day), "at night".
    func dayPart(_ start: Int) -> (kinds: [Fragment.Kind], next: Int)? {
        if word(start) == "tonight" { return ([.moments([.daysAhead(0)]), .dayPart(.night)], start + 1) }
        if word(start) == "this", let part = Lexicon.dayPart(word(start + 1)) {
            return ([.moments([.daysAhead(0)]), .dayPart(part)], start + 2)
        }
        if let found = dayPartSuffix(start) { return ([.dayPart(found.part)], found.next) }
        if isWord(start, "early late mid") {
            let place = skipping(skipping(isMark(start + 1, "-") ? start + 2 : start + 1, "in on at"), "the")
            if Lexicon.dayPart(word(place)) != nil || isWord(place, "tomorrow today tonight")
                || Lexicon.weekday(word(place)) != nil
            {
                return ([.vaguePart], start + 1)
            }
        }
        if isWord(start, "midmorning midafternoon") { return ([.vaguePart], start + 1) }
        if let next = Self.endOfDay.end(in: self, at: start) {
            let five = WrittenClock(hour: 17, minute: 0, reading: .exact, hasMeridiem: true)
            return ([.times([five])], next)
        }
        guard let part = Lexicon.dayPart(word(start)), !isGreeting(start) else { return nil }
        let text = word(start)
        if ["mornings", "afternoons", "evenings", "nights"].contains(text) {
            return ([.step(Amount(count: 1, unit: .day)), .dayPart(part)], start + 1)
        }
        if isWord(start - 1, "early late") || isMark(start - 1, "-") && word(start - 2) == "mid" {
            return ([.dayPart(part)], start + 1)
        }
        // "tomorrow morning", "Monday night": a part of the day right behind a day.
        let isBehindDay =
            isWord(start - 1, "tomorrow today") || Lexicon.weekday(word(start - 1)) != nil
            || isMark(start - 1, ",") && start > 1
        let isBehindDate = month(start - 1) != nil || number(start - 1) != nil && month(start - 2) != nil
        return isBehindDay || isBehindDate || ordinal(start - 1) != nil ? ([.dayPart(part)], start + 1) : nil
    }

    /// Documented: schedule-language 2: deadlines are at 17:00.
    private static let endOfDay = PhraseTable(
        """
        at the end of the day|by the end of the day|end of the day|at end of day|by end of day|end of day
        at close of business|by close of business|close of business|at end of business|by end of business
        end of business|by eod|at eod|eod|at cob|by cob|cob
        """)

    private func isGreeting(_ index: Int) -> Bool { isWord(index - 1, "good happy lovely") }
}
