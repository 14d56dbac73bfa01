/// Phrases of time wherever they stand, whether or not a schedule can be made of them.
extension Reader {
    /// The place behind the phrase of time that begins at that place.
    func temporalEnd(_ index: Int) -> Int? {
        guard index < count else { return nil }
        switch tokens[index].kind {
        case .clock, .date, .timestamp, .amount, .minuteMark: return index + 1
        case .slashed(let first, let second, let year): return slashedEnd(index, first, second, year)
        case .number, .decimal: return numberEnd(index)
        case .ordinal: return ordinalEnd(index)
        case .word: return wordEnd(index)
        case .zoneName, .channel, .email, .link, .opaque, .mark: return nil
        }
    }

    private func wordEnd(_ index: Int) -> Int? {
        if let next = namedTimeEnd(index) ?? everyEnd(index) ?? relativeEnd(index) ?? oneUnitEnd(index) { return next }
        if let next = TemporalWords.phrases.end(in: self, at: index) { return next }
        return holiday(index)?.next
    }

    // MARK: Numbers

    /// `3/4` is a date where one can stand; `1/2 cup` and `24/7` are none.
    private func slashedEnd(_ index: Int, _ first: Int, _ second: Int, _ year: Int?) -> Int? {
        let isDate =
            (1...12).contains(first) && (1...31).contains(second)
            || (1...31).contains(first) && (1...12).contains(second)
        guard isDate else { return nil }
        return year != nil || isWord(index - 1, TemporalWords.clockPrepositions) && endsTime(index + 1)
            ? index + 1 : nil
    }

    private func numberEnd(_ index: Int) -> Int? {
        if let next = unitEnd(index + 1) { return next }
        if isWord(index - 1, "minute minutes"), isWord(index - 2, "at on from past starting") { return index + 1 }
        let after = word(index + 1)
        if ["am", "pm", "o'clock"].contains(after) { return index + 2 }
        if Lexicon.month(after) != nil { return index + 2 }
        if isWord(index + 1, "past to after"), number(index + 2) != nil, isWord(index - 1, "at by") {
            return index + 3
        }
        if isWord(index + 1, "past after"), isWord(index + 2, "the every each"), word(index + 3) == "hour" {
            return index + 4
        }
        return isClockNumber(index) || isYear(index) ? index + 1 : nil
    }

    /// The unit behind a number: "30 minutes", "5-minute", "2 business days", "3 more weeks".
    private func unitEnd(_ start: Int) -> Int? {
        var index = isMark(start, "-") ? start + 1 : start
        for _ in 0..<2 { index = skipping(index, "business working full more whole calendar") }
        if isMark(index, "-") { index += 1 }
        return unit(index) != nil || isWord(index, TemporalWords.otherUnits) ? index + 1 : nil
    }

    /// "at 9", "by 17", "until 1730", "from 9 to 5", but not "after 2 attempts".
    private func isClockNumber(_ index: Int) -> Bool {
        let before = skippingBack(index - 1, "about around exactly only")
        guard isWord(before, TemporalWords.clockPrepositions) || before == index - 1 && isBehindClock(before),
            endsTime(index + 1)
        else { return false }
        switch tokens[index].kind {
        case .number(let value):
            return value <= 24 || (tokens[index].text.utf8.count >= 3 && value <= 2400 && value % 100 < 60)
        case .decimal: return word(index - 1) == "at"
        default: return false
        }
    }

    /// The second hour of a pair: "between 9 and 5", "at 7 or 8", "from 9 to 17".
    private func isBehindClock(_ joint: Int) -> Bool {
        guard isWord(joint, "to and or through") || isMark(joint, ",") || isMark(joint, "-"), joint > 0
        else { return false }
        if case .clock = tokens[joint - 1].kind { return true }
        return number(joint - 1) != nil && isWord(joint - 2, TemporalWords.clockPrepositions)
    }

    private func isYear(_ index: Int) -> Bool {
        guard let year = number(index), (1900...2199).contains(year) else { return false }
        return isWord(index - 1, "in since until during of by")
    }

    private func skippingBack(_ index: Int, _ words: StaticString) -> Int { isWord(index, words) ? index - 1 : index }

    // MARK: Ordinals

    /// "first Monday", "15th of the month", "on the 3rd", "the 21st", but not "the 3rd floor".
    private func ordinalEnd(_ index: Int) -> Int? {
        let next = word(index + 1)
        if Lexicon.weekday(next) != nil || Lexicon.month(next) != nil || isWord(index + 1, TemporalWords.dayGroups) {
            return index + 2
        }
        if let end = scopeEnd(index + 1) { return end }
        if let unit = unit(index + 1), unit >= .hour {
            return scopeEnd(index + 2) ?? (isWord(index - 1, "every each") ? index + 2 : nil)
        }
        if Lexicon.month(word(index - 1)) != nil { return index + 1 }
        guard endsTime(index + 1) else { return nil }
        let article = word(index - 1) == "the" ? index - 2 : index - 1
        if isWord(article, TemporalWords.datePrepositions) { return index + 1 }
        let isInDigits = tokens[index].text.utf8.first?.isDigit ?? false
        return isInDigits && article == index - 2 ? index + 1 : nil
    }

    /// "of the month", "of May", "of each quarter", "in March".
    private func scopeEnd(_ index: Int) -> Int? {
        guard isWord(index, "of in") else { return nil }
        let place = skipping(index + 1, "the every each this next any a")
        if Lexicon.month(word(place)) != nil { return place + 1 }
        return place > index + 1 && unit(place).map { $0 >= .day } ?? false ? place + 1 : nil
    }

    /// Whether a phrase of time can end before that place; a noun would make a number count things.
    func endsTime(_ index: Int) -> Bool {
        guard index < count else { return true }
        switch tokens[index].kind {
        case .word: break
        case .mark: return tokens[index].text != "%" && tokens[index].text != "-" || word(index - 1) != ""
        case .number, .decimal: return false
        default: return true
        }
        let text = tokens[index].text
        return TemporalWords.behindTime.contains(text) || Verbs.all.contains(text) || Lexicon.weekday(text) != nil
            || Lexicon.frequency(text) != nil
            || Lexicon.month(text) != nil
    }
}
