/// Single times of day in every common form.
///
/// Documented: schedule-language 4, point 4.
extension Reader {
    typealias ClockFound = (clock: WrittenClock, next: Int)

    /// The time of day at that place. A bare number counts only when `allowsBareHour` (after "at", in a list, in a
    /// window).
    func clock(_ start: Int, allowsBareHour: Bool) throws(Refusal) -> ClockFound? {
        let index = skipping(start, "exactly precisely promptly sharp")
        guard var found = try clockCore(index, allowsBareHour: allowsBareHour) else { return nil }
        if isWord(found.next, "o'clock sharp") { found.next += 1 }
        if let next = after(found.next, "on the dot") { found.next = next }
        if let isAfternoon = meridiem(found.next), found.clock.reading != .exact || !found.clock.hasMeridiem {
            found = (ClockReading.applying(isAfternoon: isAfternoon, to: found.clock), found.next + 1)
        }
        if isWord(found.next, "hours hrs h"), found.clock.reading == .exact || allowsBareHour,
            !found.clock.hasMeridiem,
            !isWord(found.next + 1, "from before after")
        {
            found.next += 1
        }
        if isWord(found.next, "sharp o'clock") { found.next += 1 }
        let checked = try ClockReading.checked(found.clock, written: quote(start..<found.next))
        guard let part = dayPartSuffix(found.next) else { return (checked, found.next) }
        return (try ClockReading.applying(part.part, to: checked), part.next)
    }

    func meridiem(_ index: Int) -> Bool? {
        switch word(index) {
        case "am": false
        case "pm": true
        default: nil
        }
    }

    /// "in the morning", "at night" right behind a time.
    func dayPartSuffix(_ index: Int) -> (part: DayPart, next: Int)? {
        if let next = after(index, "at night") { return (.night, next) }
        guard let next = after(index, "in the") ?? after(index, "of the") else { return nil }
        guard let part = Lexicon.dayPart(word(next)) else { return nil }
        return (part, next + 1)
    }

    private func clockCore(_ index: Int, allowsBareHour: Bool) throws(Refusal) -> ClockFound? {
        guard index < count else { return nil }
        if let found = try relativeToHour(index, allowsBareHour: allowsBareHour) { return found }
        switch tokens[index].kind {
        case .clock(let clock): return (clock, index + 1)
        case .word:
            return Lexicon.clockWord(word(index)).map { ($0, index + 1) }
        case .decimal where allowsBareHour || meridiem(index + 1) != nil: return dottedClock(index)
        case .amount(let amounts) where allowsBareHour || isEveningHour(amounts, index):
            return hourAmount(amounts, index)
        case .number(let value): return try numberClock(value, index, allowsBareHour: allowsBareHour)
        default: return nil
        }
    }

    /// `5.30`, where a time is expected.
    private func dottedClock(_ index: Int) -> ClockFound? {
        let parts = tokens[index].text.split(separator: ".")
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else {
            return nil
        }
        return (WrittenClock(hour: hour, minute: minute, reading: hour > 12 ? .exact : .asWritten), index + 1)
    }

    /// `17h` stands for a time also without "at": it is too long for most amounts.
    private func isEveningHour(_ amounts: [Amount], _ index: Int) -> Bool {
        let isCounted = isWord(
            index - 1, "every each in for after of within a the per next")
        return !isCounted && amounts.count == 1 && amounts[0].unit == .hour && (13...23).contains(amounts[0].count)
    }

    /// `17h` or `1h30`, where a time is expected.
    private func hourAmount(_ amounts: [Amount], _ index: Int) -> ClockFound? {
        guard amounts.count == 1, amounts[0].unit == .hour else { return nil }
        return (WrittenClock(hour: amounts[0].count, minute: 0, reading: .face), index + 1)
    }

    private func numberClock(_ value: Int, _ index: Int, allowsBareHour: Bool) throws(Refusal) -> ClockFound? {
        let digits = tokens[index].text.utf8.count
        let isSpelled = tokens[index].text.utf8.first?.isDigit == false
        if Lexicon.clockWord(word(index + 1)) != nil, value == 12 {
            return Lexicon.clockWord(word(index + 1)).map { ($0, index + 2) }
        }
        if allowsBareHour, isMark(index + 1, ":"), !tokens[index + 1].isSpaced, index + 2 < count,
            tokens[index + 2].text.utf8.first?.isDigit == true, !tokens[index + 2].isSpaced
        {
            throw .impossibleTime(quote(index..<index + 3))
        }
        if let found = spokenMinutes(value, index, allowsBareHour: allowsBareHour) { return found }
        let hasSuffix =
            meridiem(index + 1) != nil || word(index + 1) == "o'clock"
            || (value <= 12 && dayPartSuffix(index + 1) != nil)
        if !isSpelled, digits == 4 || digits == 3, value % 100 < 60 || allowsBareHour {
            guard allowsBareHour || isWord(index + 1, "hours hrs hour") || meridiem(index + 1) != nil else {
                return nil
            }
            let isHours = isWord(index + 1, "hours hrs hour")
            guard isHours || meridiem(index + 1) != nil || bareHourMayEnd(index + 1) else { return nil }
            let isExact = digits == 4 && meridiem(index + 1) == nil
            return (
                WrittenClock(hour: value / 100, minute: value % 100, reading: isExact ? .exact : .asWritten), index + 1
            )
        }
        guard digits <= 2 || isSpelled else { return nil }
        guard hasSuffix || (allowsBareHour && value <= 24 && bareHourMayEnd(index + 1)) else {
            return allowsBareHour && value > 24 && value < 60 && endsPhrase(index + 1)
                ? (WrittenClock(hour: value, minute: 0, reading: .exact), index + 1) : nil
        }
        return (WrittenClock(hour: value, minute: 0, reading: .face), index + 1)
    }

    /// "seven thirty", "eight oh five", "5 30 pm"
    private func spokenMinutes(_ hour: Int, _ index: Int, allowsBareHour: Bool) -> ClockFound? {
        guard (1...23).contains(hour) else { return nil }
        var minute: Int?
        var next = index + 1
        if isWord(next, "oh o"), let units = number(next + 1), (1...9).contains(units) {
            minute = units
            next += 2
        } else if let value = number(next), (10...59).contains(value), unit(next + 1) == nil {
            minute = value
            next += 1
        }
        guard let minute else { return nil }
        let isSpelled =
            tokens[index].text.utf8.first?.isDigit == false && tokens[index + 1].text.utf8.first?.isDigit == false
        guard
            meridiem(next) != nil || dayPartSuffix(next) != nil || (allowsBareHour && isSpelled && bareHourMayEnd(next))
        else { return nil }
        if hour > 12, !isSpelled { return nil }
        return (WrittenClock(hour: hour, minute: minute, reading: hour > 12 ? .exact : .asWritten), next)
    }

    /// "half past six", "quarter to nine", "ten to five", "20 minutes before midnight", "5 past noon".
    private func relativeToHour(_ index: Int, allowsBareHour: Bool) throws(Refusal) -> ClockFound? {
        let start = skipping(index, "a")
        if let found = halfHour(start, allowsBareHour: allowsBareHour) { return found }
        guard let part = partOfHour(start) else { return nil }
        let direction = word(part.next)
        let isPast = ["past", "after"].contains(direction)
        guard isPast || ["to", "before", "until", "of"].contains(direction) else { return nil }
        if !part.isSaid {
            // "10 to 12" is a range, "5 of 6" a share, "10 after 9" a slip: only round minutes make a time of it.
            if isPast, direction == "after" { return nil }
            let isSpelled = tokens[start].text.utf8.first?.isDigit == false
            let isRound = part.minutes % 5 == 0 && part.minutes < 30
            let isExpected = allowsBareHour || isSpelled && isTimeOfDay(part.next + 2)
            guard isPast || (isExpected && isRound && (direction != "of" || isSpelled)) else { return nil }
        }
        guard let base = try plainHour(part.next + 1) else { return nil }
        return (shifted(base.clock, by: isPast ? part.minutes : -part.minutes), base.next)
    }

    /// Whether am, pm or a part of the day follows, so that what stands before is a time.
    private func isTimeOfDay(_ index: Int) -> Bool {
        meridiem(index) != nil || dayPartSuffix(index) != nil || isWord(index, "tonight o'clock")
            || word(index) == "this" && Lexicon.dayPart(word(index + 1)) != nil
    }

    /// "half six", as it is said in Britain.
    private func halfHour(_ index: Int, allowsBareHour: Bool) -> ClockFound? {
        guard word(index) == "half", let hour = number(index + 1), (1...12).contains(hour), endsPhrase(index + 2),
            allowsBareHour || isTimeOfDay(index + 2)
        else { return nil }
        return (WrittenClock(hour: hour, minute: 30, reading: .face), index + 2)
    }

    /// The minutes before or after an hour, and whether a word says that they are minutes.
    private func partOfHour(_ index: Int) -> (minutes: Int, isSaid: Bool, next: Int)? {
        switch word(index) {
        case "half" where isWord(index + 1, "an hour"):
            return (30, true, word(index + 1) == "an" ? skipping(index + 2, "hour") : index + 2)
        case "half": return (30, true, index + 1)
        case "quarter": return (15, true, index + 1)
        case "an" where word(index + 1) == "hour": return (60, true, index + 2)
        default: break
        }
        // "two hours after noon", "half an hour before 9am"
        if let found = amount(index), found.amounts.count == 1, found.amounts[0].unit == .hour,
            (1...11).contains(found.amounts[0].count)
        {
            return (found.amounts[0].count * 60, true, found.next)
        }
        guard let minutes = number(index), (1...59).contains(minutes) else { return nil }
        let next = skipping(index + 1, "minutes minute mins min")
        return (minutes, next > index + 1, next)
    }

    /// The hour that "quarter to" and its like count from.
    private func plainHour(_ index: Int) throws(Refusal) -> ClockFound? {
        guard index < count else { return nil }
        if let clock = Lexicon.clockWord(word(index)) { return (clock, index + 1) }
        if case .clock(let clock) = tokens[index].kind { return (clock, index + 1) }
        guard let hour = number(index), (1...24).contains(hour), unit(index + 1) == nil else { return nil }
        let clock = WrittenClock(hour: hour, minute: 0, reading: hour > 12 ? .exact : .face)
        guard let isAfternoon = meridiem(index + 1) else { return (clock, index + 1) }
        return (ClockReading.applying(isAfternoon: isAfternoon, to: clock), index + 2)
    }

    private func shifted(_ clock: WrittenClock, by minutes: Int) -> WrittenClock {
        var result = clock
        let isFace = clock.reading == .face
        let circle = isFace ? 720 : 1440
        let base = isFace ? clock.hour % 12 * 60 + clock.minute : clock.minuteOfDay
        let total = ((base + minutes) % circle + circle) % circle
        result.hour = total / 60
        result.minute = total % 60
        if isFace, result.hour == 0 { result.hour = 12 }
        return result
    }
}
