/// Words that forbid guessing: vague, past, dependent on an event, impossible.
///
/// Documented: schedule-language 3 and 4, point 11.
extension Reader {
    /// The refusal that the words at that place call for, should they say when; with the place behind them.
    func unclear(_ index: Int) -> (refusal: Refusal, next: Int)? {
        vague(index) ?? pastTime(index) ?? eventTime(index)
    }

    private func pastTime(_ index: Int) -> (refusal: Refusal, next: Int)? {
        if word(index) == "yesterday" { return (.past, index + 1) }
        if isWord(index, "last past previous"),
            word(index - 1) == "on" || index == 0 || !isWord(index - 1, "the every each and or")
        {
            if isWord(index + 1, "night week month year morning evening"), !isOf(index + 2) {
                return isPossessive(index - 1) ? nil : (.past, index + 2)
            }
            if let day = Lexicon.weekday(word(index + 1)), !day.isPlural, !isOf(index + 2) { return (.past, index + 2) }
        }
        if let found = amount(index), word(found.next) == "ago" { return (.past, found.next + 1) }
        return nil
    }

    /// "the last week of the month" counts within a month; "last week" is over.
    private func isOf(_ index: Int) -> Bool { isWord(index, "of in every each monthly") }

    private func isPossessive(_ index: Int) -> Bool {
        isWord(index, "the my our your from of for this")
    }

    /// "2 days after the demo", "when the build finishes", "before lunch", "once it is done".
    private func eventTime(_ index: Int) -> RefusalFound? {
        if let next = eventClause(index) { return (.eventRelative, next) }
        if isWord(index, "sunrise sunset dawn dusk bedtime sundown"), !isWord(index - 1, "the a") {
            return (.eventRelative, index + 1)
        }
        let meal = skipping(index + 1, "the")
        if isWord(index, "at around during by over"), isWord(meal, Self.meals) {
            return (.vague, meal + 1)
        }
        if let found = amount(index), isWord(found.next, "before after prior following into past") {
            return (.eventRelative, found.next + 1)
        }
        guard isWord(index, "before after following"), let event = eventNoun(index + 1) else { return nil }
        return (.eventRelative, event)
    }

    /// Words that begin a clause about something that has to happen first.
    private func eventClause(_ index: Int) -> Int? {
        switch word(index) {
        case "whenever", "upon", "unless", "if": return index + 1
        case "when":
            let opens = index > 0 || isWord(index + 1, "the a an my i it we someone our")
            return opens ? index + 1 : nil
        case "as": return after(index, "as soon as")
        case "each", "every", "any": return word(index + 1) == "time" ? index + 2 : nil
        case "once": return opensOnceClause(index) ? index + 1 : nil
        default: return nil
        }
    }

    /// "once the report is ready", "once payment clears"; not "once a day", "once at noon".
    private func opensOnceClause(_ index: Int) -> Bool {
        if isWord(index + 1, "the it i we they he she my our this that") {
            return true
        }
        guard index == 0 || isMark(index - 1, ","), !word(index + 1).isEmpty else { return false }
        let isCount = isWord(index + 1, "in at on and every a an per each")
        return !isCount && Lexicon.frequency(word(index + 1)) == nil
    }

    private static let meals: StaticString =
        "lunch lunchtime dinner dinnertime breakfast teatime supper bedtime sunrise sunset dawn dusk brunch sundown"

    /// An event behind "before" or "after": "the demo", "my meeting", "lunch", "each deploy".
    private func eventNoun(_ index: Int) -> Int? {
        let place = skipping(
            index, "the my our each every a an his her their your this that any")
        guard place < count else { return nil }
        if place == index {
            return isWord(
                index,
                """
                lunch breakfast dinner work school bed launch deployment deploy release signup \
                registration payment delivery completion class standup sunset sunrise i it we they
                """
            ) ? index + 1 : nil
        }
        guard tokens[place].kind == .word || tokens[place].kind == .opaque else { return nil }
        let text = word(place)
        if Lexicon.month(text) != nil || Lexicon.weekday(text) != nil || Lexicon.unit(text) != nil
            || Lexicon.clockWord(text) != nil || ordinal(place) != nil
        {
            return nil
        }
        if isWord(place, "end last first next weekend following start beginning") { return nil }
        return place + 1
    }
}
