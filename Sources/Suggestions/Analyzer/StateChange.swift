/// What a message says of something agreed before: that it is done, is off, or moves.
struct StateChange: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case completed, cancelled, rescheduled }

    let kind: Kind
    /// The verb of what was done, in its dictionary form, if one was said.
    let verb: String?
    /// The compared words of what it is about.
    let objectWords: Set<String>
}

/// Documented: server-behaviour 10.4, "state changes".
enum StateChangeReader {
    private static let phrases = PhraseTable<StateChange.Kind>([
        (
            meaning: .completed,
            phrases: [
                "i sent", "i have sent", "sent it", "sent them", "has been sent", "have been sent", "i submitted",
                "i have submitted", "i finished", "i have finished", "i completed", "i have completed", "done",
                "all done", "handled it", "handled that", "took care of it", "took care of that", "taken care of",
                "has been submitted", "has been completed", "finished it", "submitted it", "completed it",
            ]
        ),
        (
            meaning: .cancelled,
            phrases: [
                "never mind", "do not worry about it", "do not worry about that", "do not worry about the",
                "we no longer need", "i no longer need", "no longer needed", "cancel that", "cancel it", "skip it",
                "skip that", "forget it", "forget about it", "forget that", "drop it", "drop that", "scrap that",
                "scrap it", "do not bother",
            ]
        ),
        (
            meaning: .rescheduled,
            phrases: [
                "instead", "actually", "move it to", "not tomorrow", "make that", "change it to",
                "push it to", "reschedule", "push it back", "move that to",
            ]
        ),
    ])

    /// Whether the message says that something agreed moves.
    static func reschedules(_ message: MessageText) -> Bool {
        phrases.matches(in: message).contains {
            $0.meaning == .rescheduled && !message.isQuoted(word: $0.words.lowerBound)
        }
    }

    /// The first completion or cancellation that the message states; a question, a quotation, a condition, a plan
    /// ("I'll have it done") or a denial ("not done yet") states none.
    static func ending(in message: MessageText, _ clauses: ClauseReader) -> StateChange? {
        let conditions = Set(
            message.words.indices.filter { isOpen(at: $0, in: message) }.map { message.words[$0].sentence })
        for match in phrases.matches(in: message) where match.meaning != .rescheduled {
            let first = match.words.lowerBound
            let sentence = message.sentence(ofWord: first)
            guard !sentence.isQuestion, !message.isQuoted(word: first),
                !conditions.contains(message.words[first].sentence),
                !Negation.isNegatedBefore(match.words, in: message),
                match.meaning == .cancelled || !isPlanned(first, in: sentence.words, message)
            else { continue }
            return change(match.meaning, match.words, in: sentence.words, clauses)
        }
        return nil
    }

    private static func isOpen(at index: Int, in message: MessageText) -> Bool {
        Suppression.isCondition(at: index, in: message)
            || ["once", "when", "until", "before"].contains(message.words[index].text)
    }

    /// Whether one of the six words before says that it is still to come ("to be done", "will have it done"), or the
    /// one before that it is something else ("almost done", "well done").
    private static func isPlanned(_ index: Int, in sentence: Range<Int>, _ message: MessageText) -> Bool {
        let plans: Set<String> = [
            "will", "to", "should", "must", "can", "could", "would", "get", "getting", "be", "need",
        ]
        let before = message.words[max(sentence.lowerBound, index - 6)..<index]
        if let last = before.last?.text, ["almost", "nearly", "half", "partly", "mostly", "well"].contains(last) {
            return true
        }
        return before.contains { plans.contains($0.text) }
    }

    private static func change(
        _ kind: StateChange.Kind, _ words: Range<Int>, in sentence: Range<Int>, _ clauses: ClauseReader
    ) -> StateChange {
        let verb = words.reversed().map { VerbForms.lemma(clauses.text($0)) }
            .first {
                VerbForms.isKnownVerb($0) && !["do", "have", "be", "take", "need", "forget", "drop"].contains($0)
            }
        let object =
            clauses.thing(from: words.upperBound, in: sentence)
            ?? clauses.subject(before: words.lowerBound, in: sentence)
        return StateChange(
            kind: kind, verb: kind == .completed ? verb : nil, objectWords: object?.comparedWords ?? [])
    }
}
