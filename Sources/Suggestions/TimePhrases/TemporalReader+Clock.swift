extension TemporalReader {
    /// A time of day: `3pm`, `3 p.m.`, `15:00`, `3:30pm`, `noon`, `half past three`, and after "at" or "by" a bare `3`.
    func clockTime(at index: Int, _ preposition: TemporalPreposition?, afterDay: Bool) -> Found<ClockTime>? {
        switch text(index) {
        case "noon", "midday": return Found(value: .noon, end: index + 1)
        case "midnight": return Found(value: .midnight, end: index + 1)
        case "half", "quarter", "a": if let spoken = spokenTime(at: index) { return spoken }
        default: break
        }
        return writtenTime(at: index, preposition, afterDay: afterDay)
    }

    /// `half past three`, `quarter to five pm`.
    private func spokenTime(at index: Int) -> Found<ClockTime>? {
        let begin = text(index) == "a" ? index + 1 : index
        let relation = text(begin + 1)
        guard ["half", "quarter"].contains(text(begin)), ["past", "to", "after"].contains(relation),
            let hour = number(at: begin + 2)?.value, (1...12).contains(hour)
        else { return nil }
        let minutes = text(begin) == "half" ? 30 : 15
        var time = ClockTime(hour: hour, minute: minutes, precision: .minute, isEitherHalf: true)
        if relation == "to" {
            time.hour = hour == 1 ? 12 : hour - 1
            time.minute = 60 - minutes
        }
        return halved(time, at: begin + 3) ?? Found(value: time, end: begin + 3)
    }

    private func writtenTime(
        at index: Int, _ preposition: TemporalPreposition?, afterDay: Bool
    ) -> Found<ClockTime>? {
        guard let digits = WrittenTime(text(index), isWord: EnglishCalendar.numbers[text(index)]) else { return nil }
        var time = digits.clock
        let end = index + 1
        if let isAfternoon = digits.isAfternoon {
            return Found(value: checked(halving(time, isAfternoon), digits.text), end: end)
        }
        if let halved = halved(time, at: end) {
            return Found(value: checked(halved.value, digits.text), end: halved.end)
        }
        time.isEitherHalf = (1...12).contains(time.hour) && digits.canBeEitherHalf
        if text(end) == "o'clock" { return Found(value: checked(time, digits.text), end: end + 1) }
        if digits.hasMinutes {
            // "3:30" alone is a time; "25:00" only where a time is announced, else it may be a score.
            let isAnnounced = preposition?.introducesHours == true || afterDay
            guard isAnnounced || time.hour < 24 && time.minute < 60 else { return nil }
            guard digits.separator == ":" || isAnnounced && isFreeStanding(before: end) else { return nil }
            return Found(value: checked(time, digits.text), end: end)
        }
        // "One by one" names no hour.
        guard preposition?.introducesHours == true, isFreeStanding(before: end), time.hour <= 24, text(index) != "one"
        else { return nil }
        return Found(value: checked(time, digits.text), end: end)
    }

    /// The time with the am or pm that stands at `index` as a word of its own.
    private func halved(_ time: ClockTime, at index: Int) -> Found<ClockTime>? {
        switch text(index) {
        case "am", "a.m": Found(value: halving(time, false), end: index + 1)
        case "pm", "p.m": Found(value: halving(time, true), end: index + 1)
        default: nil
        }
    }

    private func halving(_ time: ClockTime, _ isAfternoon: Bool) -> ClockTime {
        var time = time
        time.isEitherHalf = false
        if time.hour == 0 || time.hour > 23 {
            time.problem = "\(time.hour) \(isAfternoon ? "pm" : "am") is no time of day"
        } else if time.hour <= 12 {
            time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
        } else if !isAfternoon {
            time.problem = "\(time.hour) am is no time of day"
        }
        return time
    }

    private func checked(_ time: ClockTime, _ text: String) -> ClockTime {
        var time = time
        if time.hour == 24, time.minute == 0, time.second == 0 { return .midnight }
        if time.problem == nil, time.hour > 23 || time.minute > 59 || time.second > 59 {
            time.problem = "\(text) is no time of day"
        }
        return time
    }

    /// A part of the day: "in the morning", "tomorrow evening", "at night", "EOD", "end of day".
    func dayPart(at index: Int, afterDay: Bool, _ preposition: TemporalPreposition?) -> Found<DayPart>? {
        switch text(index) {
        case "eod", "cob", "eob": return Found(value: .endOfDay, end: index + 1)
        default: break
        }
        if let end = endOfDay(at: index) { return Found(value: .endOfDay, end: end) }
        let begin = skippingArticle(index)
        guard let part = EnglishCalendar.dayParts[text(begin)] else {
            return nil
        }
        let isSaid: Bool =
            switch preposition?.word {
            case "in": begin > index
            case "at": part == .night || part == .noon
            case "by", "before", "until", "till": true
            default: afterDay && begin == index
            }
        return isSaid ? Found(value: part, end: begin + 1) : nil
    }

    /// The place after "end of the day", "close of business", "end of business day"; nil when it is none.
    private func endOfDay(at index: Int) -> Int? {
        let begin = skippingArticle(index)
        guard ["end", "close"].contains(text(begin)), text(begin + 1) == "of" else { return nil }
        let named = skippingArticle(begin + 2)
        switch text(named) {
        case "day", "play": return named + 1
        case "business": return text(named + 1) == "day" ? named + 2 : named + 1
        case "working", "work": return text(named + 1) == "day" ? named + 2 : nil
        default: return nil
        }
    }
}
