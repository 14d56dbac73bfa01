/// Words that forbid guessing: vague, past, dependent on an event, impossible.
///
/// Documented: schedule-language 3 and 4, point 11.
extension Reader {
    /// The refusal that the words at that place call for, should they say when; with the place behind them.
    func unclear(_ index: Int) -> (refusal: Refusal, next: Int)? {
        vague(index) ?? pastTime(index) ?? eventTime(index)
    }

    private func vague(_ index: Int) -> (refusal: Refusal, next: Int)? {
        if isWord(index, Self.vagueWords) {
            if word(index) == "later", Lexicon.dayPart(word(index + 2)) == nil, after(index, "later") != nil, isPartOfObject(index) { return nil }
            return (.vague, index + 1)
        }
        if case .opaque? = kind(index), tokens[index].text.hasSuffix("ish"), tokens[index].text.utf8.first?.isDigit == true { return (.vague, index + 1) }
        let season = skipping(skipping(index, ["in", "during", "over", "every", "each", "throughout"]), ["the"])
        if season > index, isWord(season, ["summer", "winter", "spring", "fall", "autumn", "springtime", "summertime"]) {
            return (.clarify("season_not_said", "Which months does the season have there? Name them."), season + 1)
        }
        for phrase in Self.vaguePhrases where matches(index, phrase) { return (.vague, index + phrase.count) }
        if let next = after(index, "in") ?? after(index, "after"), isWord(skipping(next, ["a", "the"]), ["few", "bit", "while", "some", "several", "future", "coming", "little", "moment", "sec", "jiffy", "many"]) {
            let place = skipping(next, ["a", "the"])
            if word(place) == "sec" || word(place) == "moment" { return word(place - 1) == "a" ? (.vague, place + 1) : nil }
            return (.vague, place + 1)
        }
        if isWord(index, ["few", "several", "multiple", "many", "couple"]), isWord(skipping(index + 1, ["of"]), ["times", "days", "hours", "minutes", "weeks", "months"]) {
            let place = skipping(index + 1, ["of"])
            let isRate = isWord(place + 1, ["a", "per", "each", "every", "daily", "weekly", "in"])
            return isRate || word(place) == "times" ? (.vague, place + 1) : nil
        }
        if isWord(index, ["some", "most", "certain", "alternating"]), isWord(index + 1, ["days", "mornings", "evenings", "nights", "weeks", "weekends", "day", "point", "mondays", "fridays"]) {
            return (.vague, index + 2)
        }
        return nil
    }

    private func isPartOfObject(_ index: Int) -> Bool { isWord(index - 1, ["for", "until"]) }

    func matches(_ index: Int, _ words: [String]) -> Bool {
        for (offset, expected) in words.enumerated() where word(index + offset) != expected { return false }
        return true
    }

    private func pastTime(_ index: Int) -> (refusal: Refusal, next: Int)? {
        if word(index) == "yesterday" { return (.past, index + 1) }
        if isWord(index, ["last", "past", "previous"]), isWord(index - 1, ["on", ""]) || index == 0 || !isWord(index - 1, ["the", "every", "each", "and", "or"]) {
            if isWord(index + 1, ["night", "week", "month", "year", "morning", "evening"]), !isOf(index + 2) { return isPossessive(index - 1) ? nil : (.past, index + 2) }
            if let day = Lexicon.weekday(word(index + 1)), !day.isPlural, !isOf(index + 2) { return (.past, index + 2) }
        }
        if let found = amount(index), word(found.next) == "ago" { return (.past, found.next + 1) }
        return nil
    }

    /// "the last week of the month" counts within a month; "last week" is over.
    private func isOf(_ index: Int) -> Bool { isWord(index, ["of", "in", "every", "each", "monthly"]) }

    private func isPossessive(_ index: Int) -> Bool { isWord(index, ["the", "my", "our", "your", "from", "of", "for", "this"]) }

    /// "2 days after the demo", "when the build finishes", "before lunch", "once it is done".
    private func eventTime(_ index: Int) -> (refusal: Refusal, next: Int)? {
        if isWord(index, ["whenever", "upon", "unless", "if"]) { return (.eventRelative, index + 1) }
        if word(index) == "when", index > 0 || isWord(index + 1, ["the", "a", "an", "my", "i", "it", "we", "someone", "our"]) { return (.eventRelative, index + 1) }
        if let next = after(index, "as", "soon", "as") ?? after(index, "each", "time") ?? after(index, "every", "time") ?? after(index, "any", "time") { return (.eventRelative, next) }
        if word(index) == "once", isWord(index + 1, ["the", "it", "i", "we", "they", "he", "she", "my", "our", "this", "that"]) { return (.eventRelative, index + 1) }
        if isWord(index, ["sunrise", "sunset", "dawn", "dusk", "bedtime", "sundown"]), !isWord(index - 1, ["the", "a"]) { return (.eventRelative, index + 1) }
        if isWord(index, ["at", "around", "during", "by", "over"]), isWord(skipping(index + 1, ["the"]), ["lunch", "lunchtime", "dinner", "dinnertime", "breakfast", "teatime", "supper", "bedtime", "sunrise", "sunset", "dawn", "dusk", "brunch", "sundown"]) {
            return (.vague, skipping(index + 1, ["the"]) + 1)
        }
        if let found = amount(index), isWord(found.next, ["before", "after", "prior", "following", "into", "past"]) { return (.eventRelative, found.next + 1) }
        if isWord(index, ["before", "after", "following"]), let event = eventNoun(index + 1) { return (.eventRelative, event) }
        return nil
    }

    /// An event behind "before" or "after": "the demo", "my meeting", "lunch", "each deploy".
    private func eventNoun(_ index: Int) -> Int? {
        let place = skipping(index, ["the", "my", "our", "each", "every", "a", "an", "his", "her", "their", "your", "this", "that", "any"])
        guard place < count else { return nil }
        if place == index {
            return isWord(index, ["lunch", "breakfast", "dinner", "work", "school", "bed", "launch", "deployment", "deploy", "release", "signup", "registration", "payment", "delivery", "completion", "class", "standup", "sunset", "sunrise", "i", "it", "we", "they"]) ? index + 1 : nil
        }
        guard tokens[place].kind == .word || tokens[place].kind == .opaque else { return nil }
        let text = word(place)
        if Lexicon.month(text) != nil || Lexicon.weekday(text) != nil || Lexicon.unit(text) != nil || Lexicon.clockWord(text) != nil || ordinal(place) != nil { return nil }
        if isWord(place, ["end", "last", "first", "next", "weekend", "following", "start", "beginning"]) { return nil }
        return place + 1
    }

    private static let vagueWords: Set<String> = [
        "soon", "later", "sometime", "sometimes", "regularly", "periodically", "occasionally", "often", "frequently",
        "eventually", "someday", "asap", "whenever", "continuously", "constantly", "intermittently", "infrequently",
        "rarely", "seldom", "shortly", "anytime", "repeatedly", "routinely", "recently", "randomly",
    ]

    private static let vaguePhrases: [[String]] = [
        "from time to time", "now and then", "now and again", "once in a while", "every once in a while", "every so often",
        "every now and then", "every now and again", "once in a blue moon", "at some point", "some time", "one day", "one of these days",
        "at regular intervals", "at intervals", "as needed", "when needed", "as often as possible", "on a regular basis",
        "on occasion", "at random", "a few times", "several times", "multiple times", "many times", "as usual", "at the usual time",
        "the usual time", "same time", "this time", "around the same time", "when i have time", "at your convenience", "when convenient", "in due course", "in due time", "all the time",
        "again and again", "over and over", "down the line", "down the road", "at a good time", "at a reasonable time", "at the right time",
        "in the near future", "in the future", "school nights", "school night", "every few", "each few", "or so", "ish", "at times", "most of the time", "off and on",
    ].map { $0.split(separator: " ").map(String.init) }
}
