/// Words too vague to schedule by.
///
/// Documented: schedule-language 3: vague (soon, regularly, sometime) is to be clarified.
extension Reader {
    typealias RefusalFound = (refusal: Refusal, next: Int)

    func vague(_ index: Int) -> RefusalFound? {
        if word(index) == "later", isTimedEvening(index + 1) { return nil }
        if isWord(index, Self.vagueWords) { return isWord(index - 1, "for until too") ? nil : (.vague, index + 1) }
        if let next = Self.vaguePhrases.end(in: self, at: index) { return (.vague, next) }
        return approximateHour(index) ?? season(index) ?? vagueDelay(index) ?? vagueCount(index)
    }

    /// "later tonight at 9", "later this evening at 8"
    private func isTimedEvening(_ index: Int) -> Bool {
        let next = word(index) == "this" && Lexicon.dayPart(word(index + 1)) != nil ? index + 2 : index + 1
        return (next == index + 2 || word(index) == "tonight") && (word(next) == "at" || isClockToken(next))
    }

    /// `9ish`
    private func approximateHour(_ index: Int) -> RefusalFound? {
        guard case .opaque? = kind(index), tokens[index].text.hasSuffix("ish"),
            tokens[index].text.utf8.first?.isDigit == true
        else { return nil }
        return (.vague, index + 1)
    }

    /// "in summer": other months in other countries.
    private func season(_ index: Int) -> RefusalFound? {
        let place = skipping(skipping(index, "in during over every each throughout"), "the")
        guard place > index,
            isWord(place, "summer winter spring fall autumn springtime summertime")
        else { return nil }
        return (.clarify("season_not_said", "Which months does the season have there? Name them."), place + 1)
    }

    /// "in a few minutes", "in a bit"
    private func vagueDelay(_ index: Int) -> RefusalFound? {
        guard isWord(index, "in after") else { return nil }
        let place = skipping(index + 1, "a the")
        if isWord(place, "sec moment jiffy") { return word(place - 1) == "a" ? (.vague, place + 1) : nil }
        let isVague = isWord(place, "few bit while some several future coming little many")
        return isVague ? (.vague, place + 1) : nil
    }

    /// "a few times a week", "some days"
    private func vagueCount(_ index: Int) -> RefusalFound? {
        if isWord(index, "few several multiple many couple") {
            let place = skipping(index + 1, "of")
            guard isWord(place, "times days hours minutes weeks months") else { return nil }
            let isRate = isWord(place + 1, "a per each every daily weekly in")
            return isRate || word(place) == "times" ? (.vague, place + 1) : nil
        }
        guard isWord(index, "some most certain alternating") else { return nil }
        let isThing = isWord(
            index + 1, "days mornings evenings nights weeks weekends weekend day point mondays fridays")
        return isThing ? (.vague, index + 2) : nil
    }

    private static let vagueWords = WordSet(
        """
        soon later sometime sometimes regularly periodically occasionally often frequently eventually someday asap \
        whenever continuously constantly intermittently infrequently rarely seldom shortly anytime repeatedly \
        routinely recently randomly
        """)

    private static let vaguePhrases = PhraseTable(
        """
        from time to time|now and then|now and again|once in a while|every once in a while|every so often
        every now and then|every now and again|once in a blue moon|at some point|some time|one day|one of these days
        at regular intervals|at intervals|as needed|when needed|as often as possible|on a regular basis|on occasion
        at random|a few times|several times|multiple times|many times|as usual|at the usual time|the usual time
        same time|this time|around the same time|when i have time|at your convenience|when convenient|in due course
        in due time|all the time|again and again|over and over|down the line|down the road|at a good time
        at a reasonable time|at the right time|in the near future|in the future|school nights|school night|every few
        each few|or so|ish|at times|most of the time|off and on
        """)
}
