/// Times of day with their "at", alone and in lists.
extension Reader {
    typealias TimesFound = (clocks: [WrittenClock], next: Int)

    func times(_ start: Int) throws(Refusal) -> TimesFound? {
        var index = start
        var isIntroduced = false
        if isWord(index, "at around about approximately circa exactly") {
            let isAt = word(index) == "at"
            let isVagueWord = isWord(index, "about around circa")
            index += 1
            if isAt {
                index = skipping(index, "around about exactly precisely approximately like the")
            }
            isIntroduced = isAt || isVagueWord && word(start - 1) == "at"
        }
        let isAround = index > start && !isIntroduced && number(index) != nil && endsPhrase(index + 1)
        let isExpected =
            isIntroduced || isAround || followsDay(index) || precedesDayPart(index) || startsList(index)
        guard let first = try clock(index, allowsBareHour: isExpected) else { return nil }
        var clocks = [first.clock]
        var next = first.next
        while clocks.count < 24, let (clock, after) = try listedClock(next) {
            clocks.append(clock)
            next = after
        }
        return (try ClockReading.distributed(clocks), next)
    }

    /// "tomorrow 9", "Mondays 8, Fridays 10": a bare hour right behind a day.
    private func followsDay(_ index: Int) -> Bool {
        guard let hour = number(index), hour <= 24, index > 0, endsPhrase(index + 1), unit(index + 1) == nil else {
            return false
        }
        return Lexicon.weekday(word(index - 1)) != nil
            || isWord(index - 1, "today tomorrow tonight daily weekdays weekends everyday")
    }

    /// "6 every morning"
    private func precedesDayPart(_ index: Int) -> Bool {
        // "8 on Saturday and 9 on Sunday"
        if index == 0 || isJoint(index - 1), word(index + 1) == "on", dayNames(index + 2) != nil {
            return number(index).map { (0...24).contains($0) } ?? false
        }
        let opens = index == 0 || isMark(index - 1, ",") || isWord(index - 1, "job me everyday daily")
        guard opens, let hour = number(index), (1...12).contains(hour) else { return false }
        return dayPartSuffix(index + 1) != nil
            || isWord(index + 1, "every each") && Lexicon.dayPart(word(index + 2)) != nil
    }

    /// "10 and 11 pm daily": a bare hour that begins a list with am or pm.
    private func startsList(_ start: Int) -> Bool {
        guard number(start) != nil,
            start == 0 || endsPhrase(start - 1) || isWord(start - 1, "job backup me report task"),
            !isWord(start - 1, "every each in for the my of on")
        else { return false }
        var index = start
        while let value = number(index), (1...12).contains(value) {
            if index > start, meridiem(index + 1) != nil { return true }
            guard let separated = listSeparator(index + 1) else { return false }
            index = separated
        }
        if case .clock(let clock)? = kind(index) { return index > start && clock.hasMeridiem }
        return false
    }

    /// The next time of a list: ", 10", "and 6pm", "and at 8".
    private func listedClock(_ index: Int) throws(Refusal) -> ClockFound? {
        guard let separated = listSeparator(index) else { return nil }
        let isOr = word(separated - 1) == "or"
        let place = skipping(skipping(separated, "again also once"), "at")
        let isSpelledAt = place > separated
        guard let found = try clock(place, allowsBareHour: true) else { return nil }
        // "at 9am and 2 pills": a bare number in a list must end there.
        let isBare = found.clock.reading == .face && found.next == place + 1
        if isBare, !isSpelledAt, !endsPhrase(found.next) { return nil }
        if isBare, unit(found.next) != nil { return nil }
        if isOr { throw .clarify("choice_of_times", "The prompt offers a choice of times; say which one is meant.") }
        return found
    }

    // MARK: Minutes of the hour

    /// Minutes past every hour: "at 25 past every hour", "on the hour", "at minute 30", "at :15 and :45".
    func minutesOfHour(_ start: Int) -> (minutes: [Int], next: Int)? {
        var index = skipping(skipping(start, "at on"), "exactly")
        if let fixed = fixedMinutes(index, isIntroduced: index > start) { return fixed }
        if case .minuteMark? = kind(index) { return minuteMarks(index) }
        let isOfMinutes =
            isWord(skipping(index, "the"), "minute minutes") && number(skipping(index, "the") + 1) != nil
        if isOfMinutes {
            let found = numbers(skipping(index, "the") + 1)
            return (
                found.values,
                pastTheHour(skipping(found.next, "past after")) ?? pastTheHour(found.next) ?? found.next
            )
        }
        index = skipping(index, "the")
        if ordinal(index) != nil { return ordinalMinutes(index) }
        let values: (values: [Int], next: Int)
        if word(index) == "half" {
            values = ([30], index + 1)
        } else if word(index) == "quarter" {
            values = ([15], index + 1)
        } else if word(index) == "a", word(index + 1) == "quarter" {
            values = ([15], index + 2)
        } else if number(index) != nil {
            values = numbers(index)
        } else {
            return nil
        }
        guard !values.values.isEmpty else { return nil }
        let next = skipping(values.next, "minutes minute mins min")
        if isWord(next, "past after"), let end = pastTheHour(next + 1) { return (values.values, end) }
        if isWord(next, "to before until"), let end = pastTheHour(next + 1) {
            return (values.values.map { (60 - $0) % 60 }, end)
        }
        // "at 0 and 30 minutes every hour"
        if next > values.next, isWord(start, "at on"), isWord(next, "every each of"),
            let end = pastTheHour(next)
        {
            return (values.values, end)
        }
        let isSpelledOut = next > values.next && (isMark(start - 1, ",") || word(start - 1) == "hourly")
        if isWord(next, "past to"), isWord(start, "at") || isSpelledOut, endsHourless(next + 1) {
            let minutes = word(next) == "past" ? values.values : values.values.map { (60 - $0) % 60 }
            return hourlessList(minutes, next + 1)
        }
        return nil
    }

    /// "at quarter past and quarter to", "at ten past and at ten to"
    private func hourlessList(_ minutes: [Int], _ start: Int) -> (minutes: [Int], next: Int) {
        var (all, next) = (minutes, start)
        while let separated = listSeparator(next), all.count < 60 {
            let place = skipping(skipping(separated, "at"), "a")
            let value = word(place) == "half" ? 30 : word(place) == "quarter" ? 15 : number(place)
            let end = skipping(place + 1, "minutes minute")
            guard let value, isWord(end, "past to"), endsHourless(end + 1) else { break }
            all.append(word(end) == "past" ? value : (60 - value) % 60)
            next = end + 1
        }
        return (all, next)
    }

    /// "hourly at quarter to": nothing follows that could be the hour.
    private func endsHourless(_ index: Int) -> Bool {
        guard index < count else { return true }
        if isMark(index, ",") || isMark(index, ".") { return true }
        // "at half past run the job"; "at 9 to lock up" says what for.
        if word(index - 1) == "past", isWord(index, Verbs.all) { return true }
        return isWord(index, "every each on from between during in and hourly")
    }

    func kind(_ index: Int) -> Token.Kind? { index >= 0 && index < count ? tokens[index].kind : nil }

    /// "the hour", "every hour", "each hour", "hourly".
    private func pastTheHour(_ index: Int) -> Int? {
        if word(index) == "hourly" { return index + 1 }
        let article = skipping(index, "of past")
        if isWord(article, "every each"),
            ordinal(article + 1) ?? number(article + 1) != nil || word(article + 1) == "other",
            isWord(article + 2, "hour hours")
        {
            return article
        }
        guard isWord(article, "the every each an"), isWord(article + 1, "hour hours") else {
            return word(index) == "hour" && index > 0 && word(index - 1) == "past" ? index + 1 : nil
        }
        // "every hour" is left for the rule of intervals.
        return word(article) == "the" || word(article) == "an" ? article + 2 : article
    }

    /// "on the hour and half hour", "on the hour and at half past"
    private func fixedMinutes(_ index: Int, isIntroduced: Bool) -> (minutes: [Int], next: Int)? {
        guard var found = fixedMinute(index, isIntroduced: isIntroduced) else { return nil }
        if let separated = listSeparator(found.next) {
            let place = skipping(separated, "on at")
            let other =
                fixedMinute(place, isIntroduced: true)
                ?? (after(place, "half hour") ?? after(place, "the half past") ?? after(place, "half past"))
                .map { ([30], $0) }
            if let other { found = (found.minutes + other.minutes, other.next) }
        }
        return found
    }

    private func fixedMinute(_ index: Int, isIntroduced: Bool) -> (minutes: [Int], next: Int)? {
        guard isIntroduced else { return nil }
        if let next = after(index, "the hour") { return ([0], next) }
        if let next = after(index, "the half hour") { return ([30], next) }
        if after(index, "the half") != nil, isMark(index + 2, "-"), word(index + 3) == "hour" {
            return ([30], index + 4)
        }
        let place = skipping(index, "the")
        if isWord(place, "top start beginning"), let next = after(place + 1, "of"), let end = pastTheHour(next) {
            return ([0], end)
        }
        if word(place) == "bottom", let next = after(place + 1, "of"), let end = pastTheHour(next) {
            return ([30], end)
        }
        return nil
    }

    private func minuteMarks(_ start: Int) -> (minutes: [Int], next: Int) {
        var minutes: [Int] = []
        var index = start
        while case .minuteMark(let minute)? = kind(index), minutes.count < 60 {
            minutes.append(minute)
            guard let separated = listSeparator(index + 1), case .minuteMark? = kind(skipping(separated, "at")) else {
                index += 1
                break
            }
            index = skipping(separated, "at")
        }
        let end = isWord(index, "past after") ? pastTheHour(index + 1) : nil
        return (minutes, end ?? index)
    }

    /// "the 15th minute of every hour", "on the 0 and 30th minute"
    private func ordinalMinutes(_ index: Int) -> (minutes: [Int], next: Int)? {
        var values: [Int] = []
        var next = index
        while let value = ordinal(next) ?? number(next) {
            values.append(value)
            guard let separated = listSeparator(next + 1) else { break }
            next = skipping(separated, "the")
        }
        guard isWord(next + 1, "minute minutes") else { return nil }
        let end = next + 2
        return (values, isWord(end, "of past") ? pastTheHour(end + 1) ?? end : end)
    }

    /// A list of plain numbers: "0, 15 and 30".
    func numbers(_ start: Int) -> (values: [Int], next: Int) {
        var values: [Int] = []
        var index = start
        while let value = number(index), values.count < 60 {
            values.append(value)
            index += 1
            if let end = rangeSeparator(index), let last = number(end), last > value, last < 60 {
                values += (value + 1)...last
                index = end + 1
            }
            guard let separated = listSeparator(index), number(separated) != nil else { break }
            index = separated
        }
        return (values, index)
    }
}
