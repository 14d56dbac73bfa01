/// What stands before a day or a time.
struct TemporalPreposition: Hashable, Sendable {
    let word: String

    /// "by Friday" is a limit, "on Friday" is not.
    var isLimit: Bool { ["by", "before", "until", "till", "than", "within"].contains(word) }

    /// Whether a bare number after it is an hour: "at 3", "by 5".
    var introducesHours: Bool { isLimit && word != "within" || ["at", "around"].contains(word) }
}

extension TemporalReader {
    static let prepositions: Set<String> = [
        "by", "before", "until", "till", "on", "at", "in", "around", "about", "within",
    ]

    /// A preposition at `index`, "no later than" included; "first thing" before a day changes nothing.
    func preposition(at index: Int) -> Found<TemporalPreposition>? {
        if has("no", "later", "than", at: index) || has("not", "later", "than", at: index) {
            return Found(value: TemporalPreposition(word: "than"), end: index + 3)
        }
        if has("first", "thing", at: index) {
            return Found(value: TemporalPreposition(word: "on"), end: index + (text(index + 2) == "on" ? 3 : 2))
        }
        guard Self.prepositions.contains(text(index)) else { return nil }
        let end = has("by", "or", "before", at: index) ? index + 3 : index + 1
        return Found(value: TemporalPreposition(word: text(index)), end: end)
    }

    /// Whether nothing after a bare number or ordinal claims it for itself: "at 3" and "by 5 on Friday", but not
    /// "by 5 people" or "the 5th floor".
    func isFreeStanding(before index: Int) -> Bool {
        guard words.indices.contains(index), !words[index].followsBreak else { return true }
        let word = words[index].text
        return EnglishWords.prepositions.contains(word) || EnglishWords.conjunctions.contains(word)
            || EnglishCalendar.weekdays[word] != nil || EnglishCalendar.tomorrows.contains(word)
            || Self.wordsAfterTimes.contains(word) || EnglishCalendar.months[word] != nil
            || EnglishCalendar.zones[word] != nil || EnglishCalendar.weekdayAbbreviations[word] != nil
    }

    private static let wordsAfterTimes: Set<String> = [
        "today", "tonight", "sharp", "please", "next", "this", "the", "instead", "if", "exactly", "latest", "thanks",
        "i", "you", "we", "your", "my", "our", "local",
    ]
}
