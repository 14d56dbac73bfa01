/// The decision table; the first row that applies wins.
struct Classifier {
    let reader: Reader
    let sentence: SentenceGuard
    let hasTime: Bool

    init(text: String) {
        let reader = Reader(tokens: Tokenizer.tokens(of: text))
        // A time that cannot be is still a sign of time.
        let fragments = (try? Parser.fragments(in: reader.tokens)) ?? []
        self.reader = reader
        sentence = SentenceGuard(reader: reader, fragments: fragments)
        hasTime = TemporalSignal(reader: reader, fragments: fragments).isPresent
    }

    var reason: Classification.Reason {
        if isWhQuestion { return .informationalQuestion }
        if isInformationalRequest { return .informationalRequest }
        if hasTime, sentence.isNegated { return .negatedRequest }
        if hasTime, isDeclarative { return .declarativeSchedule }
        if hasTime { return isRequest ? .requestWithTime : .timeWithoutRequest }
        return isRequest ? .requestWithoutTime : .notASchedule
    }

    // MARK: Rows

    /// Row 1; "what about Monday at 9?" and "why don't we meet at 3?" propose.
    private var isWhQuestion: Bool {
        let index = sentence.opening.start
        let word = reader.word(index)
        let base = word.split(separator: "'").first.map(String.init) ?? word
        guard ["what", "why", "how", "who", "whom", "whose", "when", "where", "which", "whats"].contains(base) else { return false }
        if ["what", "how"].contains(base), reader.word(index + 1) == "about" { return false }
        if hasTime, reader.after(index, "why", "don't") ?? reader.after(index, "why", "not") != nil { return false }
        // "When the build is done, …" is a clause.
        return base != "when" || word != base || SentenceGuard.auxiliaries.contains(reader.word(index + 1)) || reader.tokens.last?.text == "?"
    }

    /// Row 2: "can you tell me …", "please explain …", "show me how …".
    private var isInformationalRequest: Bool {
        let index = sentence.opening.start
        let isPolite = reader.word(index + 1) == "you" && reader.isWord(index, ["can", "could", "would", "will"])
        let verb = reader.skipping(isPolite ? index + 2 : index, ["please", "kindly"])
        guard reader.isWord(verb, ["explain", "show", "tell", "describe", "clarify", "define"]) else { return false }
        if isPolite || reader.isWord(verb, ["explain", "describe", "define"]) { return true }
        let object = reader.skipping(verb + 1, ["me", "us"])
        return reader.isWord(object, ["what", "why", "how", "who", "when", "where", "which", "about", "if", "whether"]) || (0..<verb).contains { reader.word($0) == "please" }
    }

    /// Row 4: a sentence with a subject of its own.
    private var isDeclarative: Bool {
        if isNeed { return false }
        if sentence.isQuestion { return true }
        return sentence.statementRefusal != nil && !hasPlease
    }

    private var hasPlease: Bool { reader.tokens.contains { $0.text == "please" } }

    /// "I need a reminder", "I'd like to be reminded".
    private var isNeed: Bool {
        let index = sentence.opening.start
        guard sentence.opening.requestOpener(index) != nil, reader.isWord(index, ["i", "we", "i'd", "we'd"]) else { return false }
        return sentence.statementRefusal == nil
    }

    /// Rows 5 and 7.
    private var isRequest: Bool {
        if hasPlease || isNeed { return true }
        let index = sentence.opening.start
        if reader.word(index + 1) == "you", reader.isWord(index, ["can", "could", "would", "will", "can't", "couldn't", "won't"]) { return true }
        if reader.isWord(index, ["let's", "lets"]) || reader.after(index, "let", "us") != nil { return true }
        if sentence.opening.requestOpener(index) != nil, reader.isWord(index, ["don't", "do", "dont", "never", "remember", "make", "be", "why", "mind"]) { return true }
        guard let verb = sentence.opening.verbIndex, sentence.statementRefusal == nil else { return false }
        return Verbs.all.contains(reader.word(verb)) || Verbs.informational.contains(reader.word(verb))
    }
}
