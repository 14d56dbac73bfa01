/// Questions and requests for information.
extension Sentence {
    /// A wh-question; "what about" and proposals with a time are none.
    var isQuestion: Bool { isQuestion(at: opening) }

    private func isQuestion(at index: Int) -> Bool {
        let word = reader.word(index)
        let base = word.split(separator: "'").first.map(String.init) ?? word
        guard Self.questionWords.contains(base) else { return false }
        if ["what", "how"].contains(base), reader.word(index + 1) == "about" { return false }
        if proposalEnd(index) != nil, signal.isFound { return false }
        guard base == "when" || base == "where" else { return true }
        if word != base || reader.isWord(index + 1, IntentVerbs.auxiliaries) { return true }
        // "When the build finishes, …" and "where possible" only say when.
        return endsWithQuestionMark && !(index..<range.upperBound).contains { reader.isMark($0, ",") }
    }

    /// "Quick one: when is the call?"
    var asksInPassing: Bool {
        endsWithQuestionMark
            && clauses.contains { isQuestion(at: $0) && reader.isWord($0 + 1, IntentVerbs.auxiliaries) }
    }

    /// "why don't we", "why not", "how about we", "what if we": the place behind it.
    func proposalEnd(_ index: Int) -> Int? { Self.proposals.end(in: reader, at: index) }

    /// A question that yes or no answers: "Is the call at 3?", "Do you like jazz?"
    var isYesNoQuestion: Bool {
        guard reader.isWord(opening, IntentVerbs.auxiliaries), !hasTimeInFront else { return false }
        let next = reader.word(opening + 1)
        switch reader.word(opening) {
        case "do", "have", "may", "might", "don't":
            return IntentVerbs.pronouns.contains(next) && !["it", "everyone", "someone"].contains(next)
        case "will": return !isVerbForm(opening + 1)
        default: return !next.isEmpty && next != "to" || endsWithQuestionMark
        }
    }

    /// "can you explain", "please tell me what", "do you know when".
    func asksForInformation(_ start: Int) -> Bool {
        if let next = Self.curiosities.end(in: reader, at: start), reader.word(start) != "let" || isWhClause(next) {
            return true
        }
        var index = start
        if let next = politeEnd(index) { index = next }
        if let next = Self.curiosities.end(in: reader, at: index) {
            return reader.word(index) != "let" || isWhClause(next)
        }
        let verb = reader.word(index)
        guard Self.informing.contains(verb), !(verb == "list" && reader.word(index + 1) == "of") else { return false }
        if Self.explaining.contains(verb) { return true }
        return asksToTell(index)
    }

    /// "tell me why" asks; "tell Bob at 9", "tell me to drink" and "show me the numbers every Monday" schedule.
    private func asksToTell(_ index: Int) -> Bool {
        let object = reader.skipping(index + 1, "me us")
        let isForMe = object > index + 1
        if isWhClause(object) { return true }
        guard reader.word(object) != "to" else { return false }
        let isAsked =
            isForMe || reader.isWord(index, "list listing")
            || reader.isWord(index, "show showing") && reader.isWord(object, "all my")
        return isAsked && !repeats
    }

    private func isWhClause(_ index: Int) -> Bool {
        let place = reader.skipping(index, "about more exactly")
        return Self.questionWords.contains(reader.word(place)) || reader.isWord(place, "if whether")
    }

    /// Whether "every", "each" or an adverb of frequency ends the order, outside of relative clauses.
    private var repeats: Bool {
        for index in opening..<range.upperBound {
            if reader.isWord(index, "that which who scheduled how") { return false }
            guard signal.covers(index) else { continue }
            if reader.isWord(index, "every each") { return true }
            if Lexicon.frequency(reader.word(index)) != nil, reader.endsTime(index + 1) { return true }
        }
        return false
    }

    var hasTimeInFront: Bool { opening > range.lowerBound && signal.covers(opening - 1) }

    static let questionWords = Verbs.set("what why how who whom whose when where which whats hows wheres whens whos")

    private static let informing = explaining.union(Verbs.set("tell show list teach telling showing listing teaching"))
    private static let explaining = Verbs.set(
        "explain describe define clarify elaborate understand explaining describing clarifying")

    private static let curiosities = PhraseTable(
        """
        do you know|do you happen to know|do you remember|help me understand|i'd like to know|i would like to know|i want to know|i need to know|i wonder
        walk me through|can i know|could i know|let me know|let us know|let me see|any idea|give me an overview|give me information|give me info|give me details
        give me an explanation|give me an example|i'd like to understand|i want to understand|i'm curious|i'd love to know|i was wondering what
        i was wondering when|i was wondering how|i was wondering why|fill me in|enlighten me|help us understand
        """)

    private static let proposals = PhraseTable(
        """
        why don't we|why don't you|why don't i|why not|why can't we|how about we|how about you|how about i|what about we|what if we|what about if we|how about if we
        """)
}
