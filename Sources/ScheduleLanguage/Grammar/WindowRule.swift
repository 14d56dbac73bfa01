/// Stretches of the day: "between 9 and 5", "from 9am to 5pm", "during business hours", "after 6pm".
///
/// Documented: schedule-language 4, point 7.
extension Reader {
    typealias WindowFound = (window: Window, next: Int)

    func window(_ start: Int) throws(Refusal) -> WindowFound? {
        if let found = businessHours(start) { return found }
        if word(start) == "overnight", start + 1 >= count || connects(start + 1) {
            throw .clarify(
                "window_not_said", "From when to when is 'overnight'? Say for example 'between 10pm and 6am'.")
        }
        if let found = singleHour(start) { return found }
        let index = skipping(start, "only in")
        if word(index) == "between" {
            let place =
                isWord(index + 1, "the") && isWord(index + 2, "hours") ? skipping(index + 3, "of") : index + 1
            return try clockRange(place, separators: "and to until through", isIntroduced: true)
        }
        if isWord(index, "from during within") {
            let place = skipping(skipping(index + 1, "the hours"), "of")
            return try clockRange(
                place, separators: "to until through and", isIntroduced: true,
                needsRange: word(index) != "from")
        }
        // "at 8pm-9pm" is a stretch as well.
        if word(index) == "at", let found = try clockRange(index + 1, separators: "", isIntroduced: true) {
            return found
        }
        return try clockRange(index, separators: "to until through", isIntroduced: false)
    }

    /// "in the 9am hour"
    private func singleHour(_ start: Int) -> WindowFound? {
        guard isWord(start, "in during"), word(start + 1) == "the", word(start + 3) == "hour",
            case .clock(let clock)? = kind(start + 2), clock.minute == 0, clock.reading == .exact, clock.hour < 24
        else { return nil }
        let end = WrittenClock(hour: (clock.hour + 1) % 24, minute: 0, reading: .exact)
        return (Window(from: clock, to: end), start + 4)
    }

    private func businessHours(_ start: Int) -> WindowFound? {
        let during = skipping(
            skipping(skipping(skipping(start, "only"), "during within in throughout"), "the"),
            "normal regular standard our my local")
        guard isWord(during, "business working office work"), isWord(during + 1, "hours hour") else {
            return nil
        }
        let nine = WrittenClock(hour: 9, minute: 0, reading: .exact)
        let five = WrittenClock(hour: 17, minute: 0, reading: .exact)
        return (Window(from: nine, to: five, isBusinessHours: true), during + 2)
    }

    /// Two clocks joined as a range. Without "from" or "between" one of them must look like a time.
    private func clockRange(
        _ start: Int, separators: StaticString, isIntroduced: Bool, needsRange: Bool = true
    ) throws(Refusal) -> WindowFound? {
        guard let from = try rangeClock(start, isIntroduced: isIntroduced) else { return nil }
        let isDash = isMark(from.next, "-")
        guard isDash || isWord(from.next, separators) else {
            return nil
        }
        guard
            let to = try rangeClock(
                skipping(from.next + 1, "at"),
                isIntroduced: isIntroduced || isDash || from.clock.reading != .face || followsDays(start))
        else { return nil }
        if !isIntroduced, from.clock.reading == .face, to.clock.reading == .face, !followsDays(start) { return nil }
        return (Window(from: from.clock, to: to.clock), to.next)
    }

    /// "Mon-Fri 9-5": bare hours count right behind days or in front of them.
    private func followsDays(_ start: Int) -> Bool {
        let before = isMark(start - 1, ",") ? start - 2 : start - 1
        let behind = isMark(start + 3, ",") ? start + 4 : start + 3
        return Lexicon.weekday(word(before)) != nil || unit(before) != nil || Lexicon.frequency(word(before)) != nil
            || isWord(before, "weekdays weekday weekends daily days day")
            || dayNames(behind) != nil || isWord(behind, "every each daily hourly on")
    }

    private func rangeClock(_ index: Int, isIntroduced: Bool) throws(Refusal) -> ClockFound? {
        if let value = number(index), isMark(index + 1, "-") || isMark(index - 1, "-"),
            tokens[index].text.utf8.count == 4, value <= 2400, value % 100 < 60
        {
            return (WrittenClock(hour: value / 100 % 24, minute: value % 100, reading: .exact), index + 1)
        }
        if !isIntroduced, let value = number(index), value <= 12, word(index + 1) == "to", number(index + 2) != nil,
            followsDays(index)
        {
            return (WrittenClock(hour: value, minute: 0, reading: .face), index + 1)
        }
        if !isIntroduced, let value = number(index), value <= 24, isMark(index + 1, "-"),
            number(index + 2) != nil || isClock(index + 2)
        {
            return (WrittenClock(hour: value, minute: 0, reading: .face), index + 1)
        }
        if isIntroduced, let value = number(index),
            tokens[index].text.utf8.count <= 2 || tokens[index].text.utf8.first?.isDigit == false, value <= 24,
            isMark(index + 1, "-") || isWord(index + 1, "to until through and")
        {
            // "between 9 and 5": not "10 to 12" as a time of its own.
            return (WrittenClock(hour: value, minute: 0, reading: value > 12 || value == 0 ? .exact : .face), index + 1)
        }
        return try clock(index, allowsBareHour: isIntroduced)
    }

    private func isClock(_ index: Int) -> Bool {
        if case .clock? = kind(index) { return true }
        return false
    }

    /// "after 6pm", "before noon", "until 5pm" as ends of the daily stretch, and "from 9am" as its beginning.
    func openWindow(_ start: Int) throws(Refusal) -> WindowFound? {
        let index = skipping(start, "only")
        switch word(index) {
        case "after", "past":
            guard let found = try clock(index + 1, allowsBareHour: true) else { return nil }
            return (Window(from: try ClockReading.alone(found.clock), to: nil), found.next)
        case "before":
            guard let found = try clock(index + 1, allowsBareHour: true) else { return nil }
            return (Window(from: nil, to: try ClockReading.alone(found.clock)), found.next)
        default: return nil
        }
    }
}
