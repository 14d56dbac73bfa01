/// One sentence of a prompt: where it begins, where its clauses begin, what it does.
struct Sentence {
    let reader: Reader
    let signal: TemporalSignal
    let range: Range<Int>
    /// The first word that is neither a courtesy, a name called, nor a time said in front: "Hey Bob, tomorrow at 9 *send* …".
    let opening: Int
    /// The other places where a clause begins.
    let clauses: [Int]

    init(reader: Reader, signal: TemporalSignal, range: Range<Int>) {
        self.reader = reader
        self.signal = signal
        self.range = range
        opening = SentenceOpening(reader: reader, signal: signal, range: range).index
        clauses = Self.clauses(reader, signal, range, behind: opening)
    }

    /// The sentences, cut at full stops, question marks, exclamation marks and semicolons.
    static func all(in reader: Reader, signal: TemporalSignal) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        for index in 0..<reader.count {
            let isEnd =
                reader.tokens[index].isMark(oneOf: ".?!;")
                && !signal.covers(index)
            guard isEnd || index == reader.count - 1 else { continue }
            if index > start || !isEnd {
                sentences.append(Sentence(reader: reader, signal: signal, range: start..<index + 1))
            }
            start = index + 1
        }
        return sentences
    }

    private static func clauses(_ reader: Reader, _ signal: TemporalSignal, _ range: Range<Int>, behind opening: Int)
        -> [Int]
    {
        guard opening < range.upperBound else { return [] }
        return (opening..<range.upperBound).filter { index in
            guard index > opening, !signal.covers(index - 1) || reader.tokens[index - 1].kind == .mark else {
                return false
            }
            let isBehindMark = reader.tokens[index - 1].isMark(oneOf: ",:-()")
            return isBehindMark || reader.isWord(index - 1, "and but so then please or")
        }
    }

    var mood: Mood {
        if opening >= range.upperBound { return asksPlainly ? .request : .fragment }
        if isQuestion { return .question }
        if asksForInformation(opening) { return .informationRequest }
        if isRequest(opening) || startsWithReminder { return .request }
        let hasRequest = clauses.contains { isRequest($0) || isOrderAmidst($0) } || hasOrderToAssistant
        if hasRequest || asksPlainly { return .request }
        if asksInPassing { return .question }
        return isYesNoQuestion || isStatement ? .statement : .fragment
    }

    /// "please" asks, unless it introduces a statement: "Please note that …".
    private var asksPlainly: Bool {
        range.contains { index in
            reader.word(index) == "please"
                && !reader.isWord(index + 1, "note notice see remember advised")
                && !(reader.word(index - 1) == "yes") && reader.after(index + 1, "be advised") == nil
                && reader.after(index + 1, "be aware") == nil
        }
    }

    func isInside(_ index: Int) -> Bool { index >= range.lowerBound && index < range.upperBound }

    var endsWithQuestionMark: Bool { reader.isMark(range.upperBound - 1, "?") }
}
