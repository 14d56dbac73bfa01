/// A message cut into words, sentences and lines; made once, in one pass, and read by every rule.
struct MessageText: Sendable {
    struct Sentence: Hashable, Sendable {
        var words: Range<Int>
        var isQuestion: Bool
    }

    /// The message as Unicode scalars; the unit of every position.
    let scalars: [Unicode.Scalar]
    let words: [Word]
    let sentences: [Sentence]
    /// For each line whether it is a quotation: it begins with a quotation mark or `>`.
    let quotedLines: [Bool]
    /// Whether every line is a quotation.
    let isWhollyQuoted: Bool

    init(_ text: String) {
        var reader = MessageReader(Array(text.unicodeScalars))
        reader.read()
        scalars = reader.scalars
        words = reader.words
        sentences = reader.sentences
        quotedLines = reader.quotedLines
        isWhollyQuoted = reader.quotedLines.allSatisfy(\.self)
    }

    var isBlank: Bool { !scalars.contains { !$0.properties.isWhitespace } }

    /// What was written from the first to the last word of the range.
    func written(_ range: Range<Int>) -> String {
        guard let first = words[range].first, let last = words[range].last else { return "" }
        return Self.string(scalars[first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)])
    }

    /// The words of the sentence in which the word at `index` stands.
    func sentence(ofWord index: Int) -> Sentence { sentences[words[index].sentence] }

    /// Whether the word at `index` stands on a line that is a quotation.
    func isQuoted(word index: Int) -> Bool { quotedLines[words[index].line] }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(scalar == "\n" || scalar == "\r" ? " " : scalar) }
        return String(view)
    }
}
