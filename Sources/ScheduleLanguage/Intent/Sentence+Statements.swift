/// Statements: a subject of their own and its verb.
extension Sentence {
    /// "The meeting is …", "We ship …", "Will called …". A time alone is no subject: "tomorrow works".
    var isStatement: Bool {
        guard isInside(opening), !reader.isWord(opening, Self.subordinators) else { return hasStatementBehindComma }
        if reader.isWord(opening, IntentVerbs.pronouns) { return opening + 1 < range.upperBound }
        return hasFiniteVerb(from: opening) || isAboutTime
    }

    /// "Tomorrow is Friday" states; "Tomorrow is fine" and "Friday works" answer a proposal.
    private var isAboutTime: Bool {
        guard hasTimeInFront || signal.covers(opening) else { return false }
        guard let verb = (opening..<range.upperBound).first(where: { !signal.covers($0) }),
            reader.isWord(verb, "is was isn't wasn't")
        else { return false }
        return !(verb + 1...verb + 3).contains { reader.isWord($0, Self.agreeable) }
    }

    private static let agreeable = Verbs.set(
        "fine good great ok okay better best perfect possible works alright ideal free open")

    /// "When it rains, we stay at home on Mondays".
    private var hasStatementBehindComma: Bool {
        clauses.contains { reader.isWord($0, IntentVerbs.pronouns) || hasSubjectAndVerb(at: $0) }
    }

    private func hasSubjectAndVerb(at index: Int) -> Bool {
        reader.isMark(index - 1, ",") && reader.isWord(index, "the my our")
            && (index..<min(index + 6, range.upperBound)).contains { isFinite($0) }
    }

    /// A verb with something other than times before it, outside of relative clauses.
    private func hasFiniteVerb(from start: Int) -> Bool {
        var hasSubject = false
        for index in start..<range.upperBound {
            if signal.covers(index) { continue }
            // The verb of a relative clause is not the sentence's: "the job that runs every night failed".
            let isRelative =
                index > start && reader.isWord(index, Self.relatives)
                || index > start + 1 && reader.isWord(index - 1, Self.relatives)
            if isRelative { continue }
            if isShortenedIs(index) { return true }
            if index > start,
                reader.isWord(index, "if whether because when while unless how what why")
            {
                return false
            }
            if isFinite(index), hasSubject { return true }
            if reader.tokens[index].kind != .mark { hasSubject = true }
        }
        return false
    }

    private static let relatives = Verbs.set("that which who")

    /// Whether the word is a verb with a subject before it, as far as its form and neighbours tell.
    func isFinite(_ index: Int) -> Bool {
        guard isInside(index), reader.tokens[index].kind == .word else { return false }
        let word = reader.word(index)
        if word.hasSuffix("ed"), Verbs.finite.contains(word) || IntentVerbs.isPast(word) { return !isParticiple(index) }
        if word == "will" || word == "may" || word == "might" || word == "must" || word == "should" {
            return isModal(index)
        }
        if Self.commonFinite.contains(word) { return true }
        if IntentVerbs.alsoPlurals.contains(word) || Verbs.finite.contains(word) && Self.nounlike.contains(word) {
            return isVerbByNeighbours(index)
        }
        if Verbs.finite.contains(word) { return !reader.isWord(index - 1, "to the a an my") }
        if IntentVerbs.isThirdPerson(word) {
            return isVerbByNeighbours(index)
                || IntentVerbs.onlyVerbs.contains(String(word.dropLast())) && signal.covers(index + 1)
        }
        return IntentVerbs.plain.contains(word) && isBehindPlural(index)
    }

    private static let commonFinite = Verbs.set(
        "is are was were has had does did isn't aren't wasn't weren't hasn't hadn't doesn't didn't won't can't cannot will've can could would ain't rises sets seems lands boils docks boards appears exists lies belongs owns loves lives rings beats"
    )

    /// Plurals among the finite verbs: "the runs", "two starts", "closes".
    private static let nounlike = Verbs.set(
        "runs starts ends works plays visits costs reports updates releases needs looks falls breaks stops stands meets sells launches calls takes goes comes"
    )

    /// "The meeting's at 3", "Bob's out": the short form of "is" before a preposition.
    private func isShortenedIs(_ index: Int) -> Bool {
        guard reader.word(index).hasSuffix("'s"), !signal.covers(index) else { return false }
        return reader.isWord(
            index + 1, "at on in out off not always usually coming going here over due been every")
    }

    /// "the scheduled report", "a list of closed tickets": before a noun or behind a word that takes one.
    private func isParticiple(_ index: Int) -> Bool {
        // "archive completed tasks"
        if index == opening + 1, reader.isWord(opening, IntentVerbs.pure) { return true }
        return reader.isWord(
            index - 1, "the a an my our all any of and be to every each")
            || index == opening
    }

    private func isModal(_ index: Int) -> Bool {
        guard index > opening, !reader.isWord(index - 1, "to with for about the in and") else {
            return false
        }
        return reader.isWord(index + 1, "be have not never probably also always only")
            || IntentVerbs.all.contains(reader.word(index + 1))
            || IntentVerbs.plain.contains(reader.word(index + 1)) || signal.covers(index + 1)
    }

    /// Third persons that are plurals too are verbs when a determiner, a preposition or a time follows a subject.
    private func isVerbByNeighbours(_ index: Int) -> Bool {
        guard index > range.lowerBound, !reader.isWord(index - 1, IntentVerbs.determiners),
            !reader.isWord(index - 1, "to of and for or weekly daily monthly all"),
            reader.number(index - 1) == nil, !signal.covers(index - 1)
        else { return false }
        if reader.isWord(
            index + 1, "the a an my our your his her me us him them it to up out off down")
        {
            return true
        }
        return Verbs.finite.contains(reader.word(index))
            && (!isInside(index + 1) || reader.tokens[index + 1].kind == .mark || signal.covers(index + 1)
                || reader.isWord(index + 1, "at on in for with from by"))
    }

    /// "Trains leave", "Bob and Alice meet", "students have".
    private func isBehindPlural(_ index: Int) -> Bool {
        guard index > range.lowerBound, index > opening else { return false }
        let before = reader.word(index - 1)
        if before.isEmpty || signal.covers(index - 1) { return false }
        let isPlural =
            before.hasSuffix("s") && !before.hasSuffix("ss") && !before.hasSuffix("'s") && before.utf8.count > 3
            || IntentVerbs.plurals.contains(before)
        let isPair = index - 3 >= opening && reader.word(index - 2) == "and" && reader.tokens[index - 1].isCapitalised
        return isPlural && !IntentVerbs.pronouns.contains(before) || isPair
            || reader.isWord(index - 1, "we they i you") && index - 1 > opening
                && !reader.isWord(index - 2, "that which if when what how")
    }

    /// Whether a verb that has a subject, or a plain verb, stands there.
    func isVerbForm(_ index: Int) -> Bool {
        guard isInside(index), !signal.covers(index) else { return false }
        return isFinite(index)
            || IntentVerbs.all.contains(reader.word(index)) && reader.isWord(index - 1, "we you i not")
            || Verbs.finite.contains(reader.word(index)) && !Self.nounlike.contains(reader.word(index))
                && !reader.word(index).hasSuffix("ed")
    }
}
