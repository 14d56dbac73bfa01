/// Where a sentence really begins: behind greetings, names called, courtesies and times said in front.
struct SentenceOpening {
    let reader: Reader
    let signal: TemporalSignal
    let range: Range<Int>

    var index: Int {
        var index = range.lowerBound
        while index < range.upperBound {
            guard let next = skipped(index), next > index else { break }
            index = next
        }
        return min(index, range.upperBound)
    }

    private func skipped(_ index: Int) -> Int? {
        if signal.covers(index) { return frontedTimeEnd(index) }
        if reader.tokens[index].kind == .mark || reader.tokens[index].kind == .opaque && index == range.lowerBound {
            return index + 1
        }
        if let next = Self.courtesyPhrases.end(in: reader, at: index) { return next }
        if reader.isWord(index, "no not") { return reader.isMark(index + 1, ",") ? index + 2 : nil }
        if reader.isWord(index, "hey hi hello dear ok okay yo"), isName(index + 1) {
            return index + 2
        }
        if reader.isWord(index, Self.courtesies) { return index + 1 }
        return addressedEnd(index)
    }

    /// "Every Monday at 9, send …" skips the time; "Monday meeting is moved" and "Weekly report" do not, it is an attribute.
    private func frontedTimeEnd(_ start: Int) -> Int? {
        var end = start
        while end < range.upperBound, signal.covers(end) { end += 1 }
        let isAdverb = reader.isWord(start, Self.timeOpeners) || reader.number(start) != nil
        let isFollowed =
            end >= range.upperBound || reader.tokens[end].kind == .mark || reader.isWord(end, IntentVerbs.pure)
            || reader.isWord(end, IntentVerbs.pronouns) || reader.isWord(end, Self.courtesies)
            || Verbs.finite.contains(reader.word(end))
            || reader.isWord(end, IntentVerbs.all) && reader.isWord(end + 1, IntentVerbs.determiners)
        return isAdverb || isFollowed ? end : nil
    }

    /// "Bob, send …": one or two words set off by a comma or colon that are no order themselves.
    private func addressedEnd(_ index: Int) -> Int? {
        for length in 1...2 where index + length < range.upperBound {
            guard reader.isMark(index + length, ",") || reader.isMark(index + length, ":"),
                !signal.covers(index + length)
            else { continue }
            let isPlain = (index..<index + length).allSatisfy { place in
                reader.tokens[place].kind == .word && !signal.covers(place) && !reader.isWord(place, Self.speaking)
                    && !IntentVerbs.pronouns.contains(reader.word(place))
                    && !reader.word(place).hasSuffix("ing")
            }
            return isPlain && !IntentVerbs.all.contains(reader.word(index)) ? index + length + 1 : nil
        }
        return nil
    }

    private func isName(_ index: Int) -> Bool {
        guard reader.tokens.indices.contains(index), reader.tokens[index].kind == .word, !signal.covers(index) else {
            return false
        }
        let word = reader.word(index)
        if Self.assistants.contains(word) { return true }
        return reader.isMark(index + 1, ",") && !IntentVerbs.all.contains(word)
    }

    private static let assistants = Verbs.set("siri alexa google cortana bixby assistant bot there team all everyone")

    /// Never called by name.
    private static let speaking = Verbs.set("reminder don't never stop what who when where why how which not no")

    static let courtesies = Verbs.set(
        """
        please kindly hey hi hello ok okay so well and also just yo alright then thanks now actually siri alexa but yes yeah yep sure \
        sorry maybe perhaps btw fyi cool great right oh um uh hmm cortana dear anyway again instead first finally quickly always
        """)

    private static let courtesyPhrases = PhraseTable(
        """
        good morning|good afternoon|good evening|never mind|nevermind|by the way|excuse me|no problem|no worries|thank you|thanks a lot|don't worry|hey google|ok google
        if possible|if you can|if you don't mind|when you get a chance|for me|as a reminder|not to worry|no wait|wait|scratch that|don't worry about it|forget it|forget that
        """)

    private static let timeOpeners = Verbs.set(
        """
        on at in by from until every each all tomorrow today tonight yesterday once twice after before starting beginning during next \
        last this for since within between over now through first half
        """)
}
