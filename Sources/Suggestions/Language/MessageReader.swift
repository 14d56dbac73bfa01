/// The one pass over a message that finds its words, sentences and lines.
struct MessageReader {
    let scalars: [Unicode.Scalar]
    private(set) var words: [Word] = []
    private(set) var sentences: [MessageText.Sentence] = []
    private(set) var quotedLines: [Bool] = [false]
    private var position = 0
    private var sentenceStart = 0
    private var isLineEmpty = true
    private var hasBreak = false

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func read() {
        while position < scalars.count {
            let scalar = scalars[position]
            noteLine(scalar)
            if Self.isLetterOrDigit(scalar) { readWord() } else { readMark(scalar) }
        }
        endSentence(isQuestion: false)
    }

    // MARK: Words

    private mutating func readWord() {
        let start = position
        position += 1
        while position < scalars.count, continuesWord() { position += 1 }
        var lower = ""
        for scalar in scalars[start..<position] {
            lower.unicodeScalars.append(Self.isApostrophe(scalar) ? "'" : scalar)
        }
        let isCapitalised = scalars[start].properties.isUppercase
        for (index, text) in Contractions.expand(lower.lowercased()).enumerated() {
            words.append(
                Word(
                    text: text, range: start..<position, isCapitalised: isCapitalised, sentence: sentences.count,
                    line: quotedLines.count - 1, followsBreak: index == 0 && hasBreak))
        }
        hasBreak = false
    }

    /// Whether the scalar at `position` belongs to the word before it: letters and digits do, and the marks inside
    /// "don't", "3:30", "p.m", "5/3", "follow-up" and "a@b.example".
    private func continuesWord() -> Bool {
        let scalar = scalars[position]
        if Self.isLetterOrDigit(scalar) || scalar.properties.generalCategory == .nonspacingMark { return true }
        guard position + 1 < scalars.count, Self.isLetterOrDigit(scalars[position + 1]) else { return false }
        switch scalar {
        case ".", "-", "@", "'", "\u{2019}": return true
        case ":", "/": return Self.isDigit(scalars[position - 1]) && Self.isDigit(scalars[position + 1])
        default: return false
        }
    }

    // MARK: Marks between words

    private mutating func readMark(_ scalar: Unicode.Scalar) {
        position += 1
        switch scalar {
        case "?", "!", "\u{2026}", "\u{3002}": endSentence(isQuestion: scalar == "?")
        case ".": if endsSentence() { endSentence(isQuestion: false) }
        case "\n": if !continuesOnNextLine() { endSentence(isQuestion: false) }
        case ",", ";", ":", "(", ")", "\u{2013}", "\u{2014}", "-": hasBreak = true
        default: break
        }
    }

    /// Whether the full stop just passed ends a sentence, which one after an abbreviation need not do.
    private func endsSentence() -> Bool {
        guard let last = words.last?.text else { return true }
        if Self.titles.contains(last) { return false }
        guard Self.abbreviations.contains(last) else { return true }
        guard let next = scalars[position...].first(where: { !$0.properties.isWhitespace }) else { return true }
        return next.properties.isUppercase
    }

    /// A line that goes on in lower case was only wrapped.
    private func continuesOnNextLine() -> Bool {
        position < scalars.count && scalars[position].properties.isLowercase
    }

    private mutating func endSentence(isQuestion: Bool) {
        hasBreak = false
        guard words.count > sentenceStart else {
            // "Really?!" ends once, and is a question still.
            if isQuestion, !sentences.isEmpty { sentences[sentences.count - 1].isQuestion = true }
            return
        }
        sentences.append(.init(words: sentenceStart..<words.count, isQuestion: isQuestion))
        sentenceStart = words.count
    }

    private mutating func noteLine(_ scalar: Unicode.Scalar) {
        if scalar == "\n" {
            quotedLines.append(false)
            isLineEmpty = true
        } else if isLineEmpty, !scalar.properties.isWhitespace {
            isLineEmpty = false
            quotedLines[quotedLines.count - 1] = Self.quotationStarts.contains(scalar)
        }
    }

    // MARK: Kinds of scalars

    private static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "prof", "vs", "approx"]
    private static let abbreviations: Set<String> = ["a.m", "p.m", "am", "pm", "e.g", "i.e", "etc", "no", "inc"]
    private static let quotationStarts: Set<Unicode.Scalar> = ["\"", ">", "\u{201C}", "\u{00AB}", "\u{201E}"]

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        case "\0"..."\u{7F}": false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }
}
