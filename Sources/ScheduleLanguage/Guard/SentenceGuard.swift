/// Refuses what is no request for a schedule: questions, statements, chatter, code; and asks back about negations.
///
/// Documented: schedule-language 2 and 3, point 11 of 4.
struct SentenceGuard {
    let reader: Reader
    let fragments: [Fragment]
    let taken: [Bool]
    let opening: Opening

    init(reader: Reader, fragments: [Fragment]) {
        self.reader = reader
        self.fragments = fragments
        var taken = Utterance.taken(fragments, count: reader.count)
        // "Our sprint ends on Friday": a verb with its subject, no end of a schedule.
        for fragment in fragments where reader.isWord(fragment.range.lowerBound, "ends starts begins") {
            let before = fragment.range.lowerBound - 1
            if before > 0, !taken[before], reader.tokens[before].kind == .word {
                taken[fragment.range.lowerBound] = false
            }
        }
        self.taken = taken
        opening = Opening(reader: reader, taken: taken)
    }

    static let question = Refusal.reject("question", "That is a question; say what should be scheduled and when.")
    static let statement = Refusal.reject(
        "statement", "That states something; ask for a schedule, such as 'remind me every Monday at 9am'.")
    static let code = Refusal.reject("code", "That looks like code, not like a schedule in words.")
    static let chatter = Refusal.reject("chatter", "There is no request for a schedule in that.")
    static let negated = Refusal.clarify(
        "negated_request", "Should something be scheduled or not? Say what should happen and when.")
    static let intention = Refusal.clarify(
        "unclear_request", "Is that a request? Say for example 'remind me to' and when.")

    /// What forbids an answer whatever the schedule says.
    func refusal() -> Refusal? {
        if isCode { return Self.code }
        if isQuestion { return Self.question }
        if isNegated { return Self.negated }
        if isChatter { return Self.chatter }
        return statementRefusal
    }

    // MARK: Questions

    var isQuestion: Bool {
        let index = opening.start
        let word = reader.word(index)
        if isWhQuestion(index) { return true }
        let subject = reader.word(index + 1)
        switch word {
        case "is", "are", "was", "were", "isn't", "aren't", "am", "has", "does", "did", "doesn't", "didn't", "hasn't",
            "wasn't":
            return reader.after(index, "is it possible to") == nil
        case "do", "have", "had", "haven't":
            return !(word == "do" && subject == "it")
                && ["i", "you", "we", "they", "he", "she", "it", "people", "anyone"].contains(subject)
        case "can", "could", "would", "will", "should", "shall", "may", "might", "won't", "can't":
            if subject == "you" { return asksForInformation(index + 2) }
            return opening.requestOpener(index) == nil && !subject.isEmpty
        default: return asksForInformation(index)
        }
    }

    /// What, why, how and so on; not "what about" and not "when the build is done, …".
    private func isWhQuestion(_ index: Int) -> Bool {
        let word = reader.word(index)
        let base = word.split(separator: "'").first.map(String.init) ?? word
        guard ["what", "why", "how", "who", "whom", "whose", "when", "where", "which", "whats", "hows"].contains(base)
        else { return false }
        if ["what", "how"].contains(base), reader.word(index + 1) == "about" { return fragments.isEmpty }
        if reader.after(index, "why don't you") != nil || reader.after(index, "why not") != nil {
            return false
        }
        if base == "when" { return word != "when" || Self.auxiliaries.contains(reader.word(index + 1)) }
        return true
    }

    /// "tell me what …", "explain how …", "show me the jobs that ran".
    private func asksForInformation(_ start: Int) -> Bool {
        let index = reader.skipping(start, "please kindly")
        guard
            reader.isWord(
                index, "tell show explain describe list know help remember say define")
        else { return false }
        let object = reader.skipping(index + 1, "me us to please")
        let asks = reader.isWord(
            object, "what why how who when where which if whether about understand")
        let isRepeating = fragments.contains {
            if case .step = $0.kind {
                !$0.isWeak
            } else if case .days(let names) = $0.kind {
                names.habit == .always
            } else {
                false
            }
        }
        // "show me the jobs that run every day"
        if reader.isWord(index, "show list"), let first = fragments.first(where: { !$0.isWeak }),
            (index..<first.range.lowerBound).contains(where: { reader.isWord($0, "that which") })
        {
            return true
        }
        return asks && !(isRepeating && reader.word(index) == "tell")
            || (reader.isWord(index, "explain describe define"))
    }

    static let auxiliaries = WordSet(
        """
        is are was were do does did will can could should would has have am shall may
        """)

    // MARK: Negations

    var isNegated: Bool {
        let index = opening.start
        if Self.doubleNegations.end(in: reader, at: index) != nil { return false }
        if reader.isWord(
            index,
            """
            don't dont never stop cancel skip pause unsubscribe no avoid quit cease not abort suspend \
            neither
            """
        ) {
            return !(reader.word(index) == "no" && reader.isMark(index + 1, ","))
        }
        if reader.isWord(index, "delete remove end clear disable mute silence drop")
            || reader.after(index, "turn off") != nil, namesNotification(index)
        {
            return true
        }
        if let next = reader.after(index, "do not") ?? reader.after(index, "hold off")
            ?? reader.after(index, "call off")
        {
            return next > index
        }
        let verb = opening.verbIndex ?? index
        if verb > index, reader.isWord(verb, "not don't stop cancel never skip pause") {
            return true
        }
        if reader.isWord(index, "i we"), reader.isWord(index + 1, "don't never no"),
            reader.isWord(index + 2, "want need longer wish")
        {
            return true
        }
        if reader.isWord(index, "i we"),
            reader.after(index + 1, "do not want") ?? reader.after(index + 1, "do not need") != nil
        {
            return true
        }
        return isLateNegation
    }

    /// "turn off my alarm" takes a schedule away; "turn off the lights every night" is one.
    private func namesNotification(_ index: Int) -> Bool {
        (index...(index + 4)).contains {
            reader.isWord(
                $0,
                """
                reminder reminders alarm alarms alert alerts schedule job jobs notification notifications \
                subscription email emails digest
                """
            )
        }
    }

    /// "remind me tomorrow, no wait, don't": a negation that starts a clause of its own.
    private var isLateNegation: Bool {
        for index in 1..<max(reader.count, 2)
        where reader.isWord(index, "don't dont never stop cancel") && !taken[index] {
            let isClause =
                reader.isMark(index - 1, ",") || reader.isMark(index - 1, ".") || reader.isMark(index - 1, ";")
                || reader.isWord(index - 1, "but please wait actually")
            let isHarmless = reader.isWord(index + 1, "forget worry let miss mind be")
            if isClause, !isHarmless { return true }
        }
        return false
    }

    private static let doubleNegations = PhraseTable(
        """
        don't forget|do not forget|dont forget|never forget|don't let me|do not let me|don't miss|do not miss
        never mind|don't fail|don't hesitate|never miss|don't let us|don't let anyone|don't let the|no worries
        no problem|not only
        """)

    // MARK: Chatter and code

    private var isChatter: Bool {
        if reader.isWord(0, Self.chatterOpeners), !requestsSomething { return true }
        if reader.after(0, "have a") ?? reader.after(0, "have an") != nil,
            reader.isWord(
                2,
                """
                nice good great lovely wonderful happy fun safe blessed amazing awesome excellent \
                fantastic
                """
            )
        {
            return true
        }
        return reader.tokens.allSatisfy { $0.kind == .mark || $0.kind == .opaque }
    }

    /// Whether a verb of a request stands anywhere where a sentence can begin.
    private var requestsSomething: Bool {
        guard let verb = opening.verbIndex else { return false }
        if Verbs.all.contains(reader.word(verb)), verb > 0 { return true }
        return (1..<max(reader.count, 2)).contains { index in
            Verbs.all.contains(reader.word(index))
                && (reader.isMark(index - 1, ",") || reader.isMark(index - 1, ".") || reader.isMark(index - 1, "!")
                    || reader.isWord(index - 1, "please you and just"))
        }
    }

    private static let chatterOpeners = WordSet(
        """
        see talk catch happy good thanks thank hello hi hey bye lol haha congrats congratulations welcome merry nice \
        cheers wow yes sure great sorry goodbye goodnight greetings yeah nope cool awesome hmm ugh oh well ttyl gm \
        gn omg brb yay yep ok okay
        """)

    private var isCode: Bool {
        let marks = reader.tokens.lazy.filter { $0.isMark(oneOf: "{}=<>[]|\\^*") }.count
        if marks >= 3 { return true }
        if marks >= 1, reader.tokens.contains(where: { $0.isMark(oneOf: "{}=") }),
            reader.isMark(reader.count - 1, ";") || marks >= 2
        {
            return true
        }
        if reader.isWord(
            0, "def const var sudo curl npm kubectl docker func console printf println")
        {
            return true
        }
        if reader.isWord(0, "select insert delete update"),
            reader.tokens.contains(where: { $0.kind == .word && ["from", "into", "where", "set"].contains($0.text) }),
            reader.tokens.contains(where: { $0.isMark(oneOf: "*;=") })
        {
            return true
        }
        if reader.isWord(0, "import from return function class print echo while for") {
            return reader.tokens.contains { $0.isMark(oneOf: "(;:{") }
                && !fragments.contains { !$0.isWeak && ($0.kind.isDay || $0.kind.isTime) } || reader.isMark(1, "(")
        }
        return reader.tokens.contains { $0.kind == .opaque && $0.text.hasPrefix("console.") }
    }
}
