/// Phrases of time that begin with a word.
extension Reader {
    /// Names of days, months and times: "Monday", "tomorrow's", "noon", "weekends", "daily".
    func namedTimeEnd(_ index: Int) -> Int? {
        let text = word(index)
        let base = text.hasSuffix("'s") ? String(text.dropLast(2)) : text
        if Lexicon.frequency(base) != nil || TemporalWords.always.contains(base) || Lexicon.clockWord(base) != nil {
            return index + 1
        }
        if Lexicon.weekday(base) != nil { return isDayName(index, base) ? index + 1 : nil }
        if Lexicon.month(base) != nil { return isMonthName(index, base) ? index + 1 : nil }
        if ["mornings", "afternoons", "evenings", "nights"].contains(text) { return index + 1 }
        if text == "now" {
            return isWord(index - 1, "right just") || index > 0 && endsTime(index + 1) ? index + 1 : nil
        }
        return nil
    }

    /// "sun", "sat" and "wed" are words too.
    private func isDayName(_ index: Int, _ name: String) -> Bool {
        guard ["sun", "sat", "wed"].contains(name) else { return true }
        if isWord(
            index - 1, "on every each next this last by until from to and through")
        {
            return true
        }
        return tokens[index].isCapitalised && !isWord(index - 1, "the")
            && (index > 0 || index + 1 == count || isWord(index + 1, "at")) || Lexicon.weekday(word(index - 1)) != nil
            || isMark(index + 1, "-") || isMark(index + 1, "/") || isMark(index - 1, "-") || isMark(index - 1, "/")
            || number(index + 1) != nil
    }

    /// Months that are also names or verbs need a word that makes them months: "in May", "March 5", "by April".
    private func isMonthName(_ index: Int, _ name: String) -> Bool {
        guard TemporalWords.ambiguousMonths.contains(name) else { return true }
        if number(index + 1) != nil || ordinal(index + 1) != nil && word(index + 1) != "second" { return true }
        if number(index - 1) != nil || ordinal(index - 1) != nil { return true }
        if isWord(
            index - 1, "in of every each next last this during until since early late mid")
        {
            return word(index - 1) != "this" && word(index - 1) != "of"
                || endsTime(index + 1) && !isWord(index + 1, "be have") && !isWord(index + 1, Verbs.finite)
        }
        if isWord(index - 1, "by on before after starting beginning") { return endsTime(index + 1) }
        let isRange =
            isWord(index - 1, "to through and or") || isMark(index - 1, "-") || isMark(index - 1, ",")
        let other = word(index - 2)
        let isOtherMonth =
            Lexicon.month(other) != nil
            && (!TemporalWords.ambiguousMonths.contains(other)
                || isWord(index - 3, "in from between every each during of"))
        return isRange && isOtherMonth
            || isWord(index + 1, "to through until") && Lexicon.month(word(index + 2)) != nil
    }

    /// "every 4 minutes", "each single day", "every other Tuesday", "every business day", "every few hours".
    func everyEnd(_ index: Int) -> Int? {
        guard isWord(index, "every each all per") else { return nil }
        var place = index + 1
        for _ in 0..<3 {
            let isModifier =
                isWord(place, TemporalWords.everyModifiers) || number(place) != nil
                || ordinal(place) != nil && period(place + 1) != nil || isMark(place, "-")
            guard isModifier else { break }
            place += 1
        }
        if word(index) == "all" {
            return place == index + 1 && isWord(place, "day week night month year weekend")
                ? place + 1 : nil
        }
        guard let end = period(place) else {
            return isWord(place, TemporalWords.seasons) ? place + 1 : holiday(place)?.next
        }
        // "every second user" counts users.
        return word(place) == "second" && place == index + 1 && !endsTime(end) ? nil : end
    }

    /// "next Friday", "this week", "last month", "the following day", "past few days".
    func relativeEnd(_ index: Int) -> Int? {
        guard
            isWord(
                index, "next last this coming following past previous upcoming current following")
        else { return nil }
        var place = index + 1
        if isWord(place, "coming few couple several past business working one") { place += 1 }
        if word(place) == "of" || number(place) != nil { place += 1 }
        if isWord(place, "minute second") || Lexicon.month(word(place)) != nil && !isMonthName(place, word(place)) {
            return nil
        }
        if isWord(place, TemporalWords.seasons) { return place + 1 }
        return period(place) ?? holiday(place)?.next
    }

    /// "a day", "an hour", "half an hour", "a couple of weeks", "once a minute".
    func oneUnitEnd(_ index: Int) -> Int? {
        var place = index
        let isHalf = word(place) == "half"
        if isHalf { place += 1 }
        if isWord(place, "a an another per one") { place += 1 }
        let counted = place
        if isWord(place, "few couple several full whole single") {
            place = skipping(place + 1, "of")
        }
        guard place > index, let unit = unit(place) ?? (isWord(place, TemporalWords.otherUnits) ? .week : nil) else {
            return nil
        }
        let isSingle = place == counted && !isHalf
        // "a second chance", "a quarter of the users"
        if isSingle, unit == .second || unit == .minute {
            return endsTime(place + 1) && unit == .minute || isWord(index - 1, "once twice times")
                || word(index) == "per" ? place + 1 : nil
        }
        if isSingle, unit == .quarter {
            return word(index) == "per" || isWord(index - 1, "once twice times") ? place + 1 : nil
        }
        return place + 1
    }

    /// A day, unit, part of the day or month: what "every" and "next" can be followed by.
    private func period(_ index: Int) -> Int? {
        let text = word(index)
        let base = text.hasSuffix("'s") ? String(text.dropLast(2)) : text
        let isPeriod =
            Lexicon.unit(base) != nil || Lexicon.weekday(base) != nil || Lexicon.dayPart(base) != nil
            || Lexicon.month(base) != nil
            || TemporalWords.dayGroups.contains(base) || TemporalWords.otherUnits.contains(base)
            || Lexicon.clockWord(base) != nil
        return isPeriod ? index + 1 : nil
    }
}
