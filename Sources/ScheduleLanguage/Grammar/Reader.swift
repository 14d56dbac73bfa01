/// Looks at tokens by place; every rule of the grammar is an extension of it.
///
/// A rule takes the place to start at and gives what it read together with the place after it, or nil when it does not
/// apply. It throws when it applies but what was said cannot be.
struct Reader {
    let tokens: [Token]

    var count: Int { tokens.count }

    /// The word at that place, or an empty string when there is none.
    func word(_ index: Int) -> String {
        index >= 0 && index < tokens.count && tokens[index].kind == .word ? tokens[index].text : ""
    }

    /// Whether one of a few words stands there.
    func isWord(_ index: Int, _ words: [String]) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .word && words.contains(tokens[index].text)
    }

    /// Whether one of many words stands there.
    func isWord(_ index: Int, _ words: Set<String>) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .word && words.contains(tokens[index].text)
    }

    func isMark(_ index: Int, _ mark: String) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].kind == .mark && tokens[index].text == mark
    }

    /// The place after those words, when they stand there one after the other.
    func after(_ index: Int, _ words: String...) -> Int? {
        var next = index
        for expected in words {
            guard word(next) == expected else { return nil }
            next += 1
        }
        return next
    }

    /// The place after one of the words, or the same place when none stands there.
    func skipping(_ index: Int, _ words: [String]) -> Int { isWord(index, words) ? index + 1 : index }

    func number(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count, case .number(let value) = tokens[index].kind else { return nil }
        return value
    }

    func ordinal(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count else { return nil }
        if case .ordinal(let value) = tokens[index].kind { return value }
        return word(index) == "second" ? 2 : nil
    }

    func unit(_ index: Int) -> TimeUnit? { Lexicon.unit(word(index)) }

    /// Skips a comma, "and", "or" and their like between the items of a list.
    func listSeparator(_ index: Int) -> Int? {
        var next = index
        if isMark(next, ",") || isMark(next, "/") || isMark(next, "+") { next += 1 }
        if isWord(next, ["and", "n", "plus", "or"]) {
            next += 1
        } else if let found = after(next, "as", "well", "as") ?? after(next, "and", "also") {
            next = found
        }
        return next > index ? next : nil
    }

    /// Skips what joins the ends of a range: "to", "through", "-".
    func rangeSeparator(_ index: Int) -> Int? {
        if isMark(index, "-"), isWord(index + 1, ["to", "through", "thru"]), isMark(index + 2, "-") {
            return index + 3
        }
        if isMark(index, "-") { return index + 1 }
        if isMark(index, "."), isMark(index + 1, ".") { return isMark(index + 2, ".") ? index + 3 : index + 2 }
        if let found = after(index, "up", "to") ?? after(index, "right", "through") { return found }
        return isWord(index, ["to", "through", "until"]) ? index + 1 : nil
    }

    /// Whether a word or mark stands there that adds another part: "and", "then", a comma.
    func isJoint(_ index: Int) -> Bool {
        isWord(index, ["and", "then", "plus", "also"]) || isMark(index, ",") || isMark(index, ";") || isMark(index, ".")
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
