/// Sentences that say how things are: "Our standup is every day at 10am", "I wake up at 7", "We met on Monday".
extension SentenceGuard {
    var statementRefusal: Refusal? {
        let index = opening.start
        let word = reader.word(index)
        if opening.requestOpener(index) != nil { return needRefusal(index) }
        if ["when", "whenever", "if", "once", "after", "before", "as", "unless", "until", "while", "upon"].contains(
            word)
        {
            return nil
        }
        if ["every", "each", "any"].contains(word), reader.word(index + 1) == "time" { return nil }
        if Self.subjects.contains(word) { return pronounRefusal(index) }
        let next = reader.word(index + 1)
        // "the backups run nightly"
        if reader.isWord(index - 1, "the our my these those their all")
            || reader.isWord(index, "our my these those their all")
        {
            let noun = reader.isWord(index, "our my these those their all") ? index + 1 : index
            let isPlural = reader.word(noun).hasSuffix("s") && !reader.word(noun).hasSuffix("ss")
            if isPlural, Verbs.all.contains(reader.word(noun + 1)), !isTaken(noun + 1) { return Self.statement }
        }
        if Verbs.all.contains(word), !Verbs.finite.contains(next) || Verbs.reminder.contains(word) { return nil }
        if Verbs.finite.contains(word), !Verbs.all.contains(word) {
            return index > 0 && taken[..<min(index, taken.count)].contains(true) ? Self.statement : nil
        }
        guard let verb = finiteVerb(from: index + 1) else { return nil }
        return Verbs.modal.contains(reader.word(verb)) || isOrder(verb) ? Self.intention : Self.statement
    }

    /// "I need a reminder" asks; "I need to leave at 5" leaves open whether it does.
    private func needRefusal(_ index: Int) -> Refusal? {
        guard reader.isWord(index, "i we"), reader.isWord(index + 1, "need want wanna") else { return nil }
        guard reader.word(index + 2) == "to" || reader.word(index + 1) == "wanna" else { return nil }
        let verb = index + (reader.word(index + 1) == "wanna" ? 2 : 3)
        return reader.isWord(
            verb, "be get schedule set book send receive have create run add plan")
            ? nil : Self.intention
    }

    private func pronounRefusal(_ index: Int) -> Refusal {
        let next = reader.word(index + 1)
        if ["i", "we"].contains(reader.word(index)), ["must", "should", "have", "gotta", "ought"].contains(next) {
            return next != "have" || reader.word(index + 2) == "to" ? Self.intention : Self.statement
        }
        return Self.statement
    }

    /// The first verb with a subject before it, outside of clauses that belong to the object.
    private func finiteVerb(from start: Int) -> Int? {
        for index in start..<max(start, reader.count) {
            if !isTaken(index),
                reader.isWord(index, "that which who if whether to because so where")
            {
                return nil
            }
            guard !isTaken(index) else { continue }
            let word = reader.word(index)
            if Verbs.modal.contains(word) { return index }
            if Verbs.finite.contains(word), !isNounUse(index) { return index }
        }
        return nil
    }

    private func isTaken(_ index: Int) -> Bool { index < taken.count && taken[index] }

    /// "the scheduled report", "a closed ticket": participles before nouns.
    private func isNounUse(_ index: Int) -> Bool {
        let isParticiple = reader.word(index).hasSuffix("ed")
        guard isParticiple else { return false }
        return reader.isWord(index - 1, "the a an my our all any") || index == opening.start
    }

    /// "needs to run", "has to be sent".
    private func isOrder(_ index: Int) -> Bool {
        reader.isWord(index, "needs has is are") && reader.word(index + 1) == "to"
            || reader.after(index, "is supposed to") != nil
    }

    private static let subjects = WordSet(
        """
        i we he she they it you there i'm i've i'll i'd it's we're we'll we've that's there's he's she's they're \
        you're this's im ive its everyone everybody nobody someone she'll he'll they'll it'll you'll we'd they've
        """)
}
