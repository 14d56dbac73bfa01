/// Negations: something is not to be done, or not any more.
///
/// Documented: schedule-language 2: "don't forget", "don't let me miss" and "never mind, …" are none; stop, cancel, skip,
/// pause and hold off are.
extension Sentence {
    var isNegated: Bool {
        guard isInside(opening) else { return false }
        if isQuestion || asksForInformation(opening) { return false }
        if let end = politeEnd(opening), !Self.harmless.contains(reader, opening), negates(end) { return true }
        if negates(opening) || clauses.contains(where: negatesLate) { return true }
        return !isRequest(opening) && negatesAsStatement
    }

    /// Whether an order with that first word forbids or ends something.
    private func negates(_ index: Int) -> Bool {
        guard isInside(index), !Self.harmless.contains(reader, index), proposalEnd(index) == nil else { return false }
        if Self.negators.contains(reader.word(index)) { return !isNoun(index) }
        if reader.word(index) == "no" { return !reader.isMark(index + 1, ",") && isInside(index + 1) }
        if Self.negatorPhrases.end(in: reader, at: index) != nil { return true }
        return endsSchedule(index)
    }

    /// "Stop sign", "skip list", "pause menu" and bare nouns do not forbid.
    private func isNoun(_ index: Int) -> Bool {
        reader.isWord(index, "stop skip pause break")
            && (reader.isWord(index + 1, "sign signs list lists menu light lights by"))
    }

    /// "Delete my reminder", "turn off the alarm".
    private func endsSchedule(_ index: Int) -> Bool {
        let isEnding =
            reader.isWord(index, "delete remove disable drop clear kill end")
            || reader.after(index, "turn off") != nil
        guard isEnding else { return false }
        return (index + 1...index + 5).contains { isInside($0) && reader.isWord($0, Self.scheduled) }
    }

    /// "…, don't", "but not today", "and never on Sundays": a negation that starts a clause of its own.
    private func negatesLate(_ index: Int) -> Bool {
        guard isInside(index), !Self.harmless.contains(reader, index) else { return false }
        if reader.isWord(index, "don't never stop cancel") || reader.after(index, "do not") != nil
            || reader.after(index, "no don't") != nil
        {
            return !isException(index)
        }
        return reader.word(index) == "not" && !isException(index) && !isRequest(opening)
    }

    /// "every day but not on Sundays": a schedule with an exception.
    private func isException(_ index: Int) -> Bool {
        reader.word(index) == "not"
            && reader.isWord(index + 1, "on in at during weekends weekdays only just")
    }

    /// "We don't ship on Fridays", "the office isn't open", "I no longer need it": in the main clause of a statement.
    private var negatesAsStatement: Bool {
        for index in opening..<range.upperBound {
            if index > opening,
                reader.isWord(
                    index, "if because that who which when unless whether until so"),
                !signal.covers(index)
            {
                return false
            }
            if Self.harmless.contains(reader, index) { return false }
            let word = reader.word(index)
            let isNot =
                word.hasSuffix("n't")
                || ["not", "never", "cannot", "dont", "doesnt", "isnt", "wont", "cant", "didnt"].contains(word)
                || reader.after(index, "no longer") != nil
            let isBesides =
                isException(index) && (reader.isWord(index - 1, "but and") || reader.isMark(index - 1, ","))
            if isNot, !isBesides, !(index == opening && isYesNoQuestion) { return true }
            if Self.wishes.contains(word), reader.word(index + 1) == "to", reader.isWord(index + 2, Self.ending) {
                return true
            }
        }
        return false
    }

    private static let wishes: Set<String> = ["want", "need", "like"]
    private static let ending = Verbs.set("stop cancel skip pause")

    private static let negators = Verbs.set(
        "don't dont never stop cancel skip pause avoid quit cease not halt suspend abort unsubscribe mute cannot neither unschedule stopped silence postpone'"
    )

    private static let negatorPhrases = PhraseTable(
        "do not|hold off|call off|no longer|no more|put off sending|get rid of|opt out|leave out|let's not|lets not|let us not"
    )

    private static let scheduled = Verbs.set(
        "reminder reminders alarm alarms schedule schedules job jobs notification notifications subscription meeting meetings appointment event events digest"
    )

    private static let harmless = HarmlessNegations()
}

/// Negations that ask for the thing, or mean nothing.
private struct HarmlessNegations: Sendable {
    private let phrases = PhraseTable(
        """
        don't forget|do not forget|dont forget|never forget|don't let me|do not let me|dont let me|don't let us|don't let anyone|don't miss|do not miss|never miss|never mind|don't fail
        don't hesitate|no worries|no problem|not only|don't worry|do not worry|why don't|why not|can't wait|cannot wait|can't forget|won't you|can't you|couldn't you|don't be late
        not to mention|no doubt|no matter|not sure|if not|whether or not|don't you|nevermind|no later than|not later than|no earlier than|don't be
        """)

    func contains(_ reader: Reader, _ index: Int) -> Bool { phrases.end(in: reader, at: index) != nil }
}
