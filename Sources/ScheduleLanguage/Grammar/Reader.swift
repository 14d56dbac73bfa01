/// Looks at tokens by place; every rule of the grammar is an extension of it.
///
/// A rule takes the place to start at and gives what it read together with the place after it, or nil when it does not
/// apply. It throws when it applies but what was said cannot be.
struct Reader: Sendable {
    let tokens: [Token]
    /// The letters of all words, one word behind the other; rules compare these instead of strings.
    private let letters: [UInt8]
    /// Where the letters of each token stand; empty for what is no word.
    private let spans: [Range<Int>]
    /// The byte of each mark; 0 for what is none.
    private let marks: [UInt8]
    private let units: [TimeUnit?]
    private let months: [Int?]
    /// The last place where a month is named; -1 without any.
    let lastMonth: Int

    init(tokens: [Token]) {
        self.tokens = tokens
        var letters: [UInt8] = []
        var spans: [Range<Int>] = []
        letters.reserveCapacity(tokens.count * 6)
        spans.reserveCapacity(tokens.count)
        for token in tokens {
            let start = letters.count
            if token.kind == .word { letters.append(contentsOf: token.text.utf8) }
            spans.append(start..<letters.count)
        }
        self.letters = letters
        self.spans = spans
        marks = tokens.map { $0.kind == .mark && $0.text.utf8.count == 1 ? $0.text.utf8.first ?? 0 : 0 }
        units = tokens.map { $0.kind == .word ? Lexicon.unit($0.text) : nil }
        months = tokens.map { $0.kind == .word ? Lexicon.month($0.text) : nil }
        lastMonth = months.lastIndex { $0 != nil } ?? -1
    }

    var count: Int { tokens.count }

    /// The word at that place, or an empty string when there is none.
    func word(_ index: Int) -> String {
        index >= 0 && index < tokens.count && tokens[index].kind == .word ? tokens[index].text : ""
    }

    /// Whether one of a few words stands there; they are written with a space between them.
    func isWord(_ index: Int, _ words: StaticString) -> Bool {
        guard index >= 0, index < spans.count, !spans[index].isEmpty else { return false }
        let span = spans[index]
        return letters.withUnsafeBufferPointer { letters in
            let word = UnsafeBufferPointer(rebasing: letters[span])
            return words.withUTF8Buffer { Self.lists($0, word) }
        }
    }

    /// Whether the word is one of a list.
    private static func lists(_ list: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start + word.count <= list.count {
            var length = 0
            while length < word.count, list[start + length] == word[length] { length += 1 }
            let end = start + length
            if length == word.count, end == list.count || list[end] == .space { return true }
            start = end
            while start < list.count, list[start] != .space { start += 1 }
            start += 1
        }
        return false
    }

    /// Whether one of many words stands there.
    func isWord(_ index: Int, _ words: WordSet) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .word && words.contains(tokens[index].text)
    }

    /// Whether that mark, of one byte, stands there.
    func isMark(_ index: Int, _ mark: StaticString) -> Bool {
        index >= 0 && index < marks.count && marks[index] == mark.utf8Start.pointee
    }

    /// The place after those words, when they stand there one after the other.
    func after(_ index: Int, _ words: StaticString) -> Int? {
        words.withUTF8Buffer { list in
            var next = index
            var start = 0
            while start < list.count {
                guard next >= 0, next < spans.count else { return nil }
                var end = start
                let span = spans[next]
                for place in span {
                    guard end < list.count, list[end] == letters[place] else { return nil }
                    end += 1
                }
                guard end > start, end == list.count || list[end] == .space else { return nil }
                next += 1
                start = end + 1
            }
            return next
        }
    }

    /// The place after one of the words, or the same place when none stands there.
    func skipping(_ index: Int, _ words: StaticString) -> Int { isWord(index, words) ? index + 1 : index }

    func number(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count, case .number(let value) = tokens[index].kind else { return nil }
        return value
    }

    func ordinal(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count else { return nil }
        if case .ordinal(let value) = tokens[index].kind { return value }
        return word(index) == "second" ? 2 : nil
    }

    func unit(_ index: Int) -> TimeUnit? { units.indices.contains(index) ? units[index] : nil }

    /// 1 to 12.
    func month(_ index: Int) -> Int? { months.indices.contains(index) ? months[index] : nil }

    /// Skips a comma, "and", "or" and their like between the items of a list.
    func listSeparator(_ index: Int) -> Int? {
        var next = index
        if isMark(next, ",") || isMark(next, "/") || isMark(next, "+") { next += 1 }
        if isWord(next, "and n plus or") {
            next += 1
        } else if let found = after(next, "as well as") ?? after(next, "and also") {
            next = found
        }
        return next > index ? next : nil
    }

    /// Skips what joins the ends of a range: "to", "through", "-".
    func rangeSeparator(_ index: Int) -> Int? {
        if isMark(index, "-"), isWord(index + 1, "to through thru"), isMark(index + 2, "-") {
            return index + 3
        }
        if isMark(index, "-") { return index + 1 }
        if isMark(index, "."), isMark(index + 1, ".") { return isMark(index + 2, ".") ? index + 3 : index + 2 }
        if let found = after(index, "up to") ?? after(index, "right through") { return found }
        return isWord(index, "to through until") ? index + 1 : nil
    }

    /// Whether a word or mark stands there that adds another part: "and", "then", a comma.
    func isJoint(_ index: Int) -> Bool {
        isWord(index, "and then plus also") || isMark(index, ",") || isMark(index, ";") || isMark(index, ".")
    }

    /// Whether any rule can begin there: marks do so only before an exception or a zone in brackets.
    func mayBegin(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .channel, .email, .link: false
        case .mark: (isMark(index, ",") || isMark(index, "(")) && index + 1 < count && tokens[index + 1].kind != .mark
        default: true
        }
    }

    /// The prompt's own words at those places, for messages.
    func quote(_ range: Range<Int>) -> String {
        range.clamped(to: 0..<tokens.count).map { tokens[$0].text }.joined(separator: " ")
    }
}

extension Optional {
    /// The value, or else what another rule reads: `??` that keeps the type of the error.
    func or(_ other: @autoclosure () throws(Refusal) -> Wrapped?) throws(Refusal) -> Wrapped? {
        if let self { return self }
        return try other()
    }
}
