/// Reads number words as numbers: "twenty-five", "the thirty first", "a dozen".
enum NumberWords {
    static func merged(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            if let (token, next) = number(in: tokens, at: index) {
                result.append(token)
                index = next
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    private static func number(in tokens: [Token], at index: Int) -> (Token, Int)? {
        let first = tokens[index]
        guard first.kind == .word else { return nil }
        if let ordinal = Lexicon.ordinal(first.text) {
            return (joined(tokens, index..<index + 1, .ordinal(ordinal)), index + 1)
        }
        if first.text == "half", word(tokens, index + 1) == "a", word(tokens, index + 2) == "dozen" {
            return (joined(tokens, index..<index + 3, .number(6)), index + 3)
        }
        if let clock = military(tokens, index) { return clock }
        guard let value = Lexicon.number(first.text) else { return nil }
        if value >= 20, value % 10 == 0, let (units, kind, next) = digit(tokens, after: index) {
            let total = value + units
            return (joined(tokens, index..<next, kind == .ordinal(0) ? .ordinal(total) : .number(total)), next)
        }
        return (joined(tokens, index..<index + 1, .number(value)), index + 1)
    }

    /// "zero nine hundred", "oh six hundred hours"
    private static func military(_ tokens: [Token], _ index: Int) -> (Token, Int)? {
        guard ["zero", "oh", "o"].contains(tokens[index].text), word(tokens, index + 2) == "hundred",
            let hour = Lexicon.number(word(tokens, index + 1)), (0...9).contains(hour)
        else { return nil }
        let clock = WrittenClock(hour: hour, minute: 0, reading: .exact)
        return (joined(tokens, index..<index + 3, .clock(clock)), index + 3)
    }

    /// The "five" of "twenty five", also behind a hyphen.
    private static func digit(_ tokens: [Token], after index: Int) -> (Int, Token.Kind, Int)? {
        var next = index + 1
        let isHyphenated =
            next < tokens.count && tokens[next].kind == .mark && tokens[next].text == "-" && !tokens[next].isSpaced
        if isHyphenated { next += 1 }
        let text = word(tokens, next)
        if let value = Lexicon.number(text), (1...9).contains(value) { return (value, .number(0), next + 1) }
        if text == "second", isHyphenated { return (2, .ordinal(0), next + 1) }
        if let value = Lexicon.ordinal(text), (1...9).contains(value) { return (value, .ordinal(0), next + 1) }
        return text == "second" ? (2, .ordinal(0), next + 1) : nil
    }

    private static func word(_ tokens: [Token], _ index: Int) -> String {
        index < tokens.count && tokens[index].kind == .word ? tokens[index].text : ""
    }

    private static func joined(_ tokens: [Token], _ range: Range<Int>, _ kind: Token.Kind) -> Token {
        var token = tokens[range.lowerBound]
        token.kind = kind
        token.text = range.map { tokens[$0].text }.joined(separator: " ")
        token.source = token.source.lowerBound..<tokens[range.upperBound - 1].source.upperBound
        return token
    }
}
