import CivilTime

extension TemporalReader {
    /// A whole number in digits (four at most) or in words; "a couple of" is 2, "a few" is 3.
    func number(at index: Int) -> Found<Int>? {
        if text(index) == "a", text(index + 1) == "couple" {
            return Found(value: 2, end: text(index + 2) == "of" ? index + 3 : index + 2)
        }
        if text(index) == "a", text(index + 1) == "few" { return Found(value: 3, end: index + 2) }
        if let number = EnglishCalendar.numbers[text(index)] { return Found(value: number, end: index + 1) }
        let word = text(index)
        guard word.utf8.count <= 4, words.indices.contains(index), words[index].isNumeric, let number = Int(word)
        else { return nil }
        return Found(value: number, end: index + 1)
    }

    /// A unit of time; "business day" and "working day" are one.
    func unit(at index: Int) -> Found<EnglishCalendar.Unit>? {
        if ["business", "working", "work"].contains(text(index)), EnglishCalendar.units[text(index + 1)] == .day {
            return Found(value: .businessDay, end: index + 2)
        }
        guard let unit = EnglishCalendar.units[text(index)] else { return nil }
        return Found(value: unit, end: index + 1)
    }

    /// "In two hours", "within 30 minutes", "half an hour from now": so much elapsed time after now.
    func elapsed(at index: Int) -> Found<TemporalMention.Value>? {
        let isAnnounced = text(index) == "in" || text(index) == "within"
        let begin = isAnnounced ? skippingTheNext(index + 1) : index
        guard let length = length(at: begin) else { return nil }
        if has("from", "now", at: length.end) { return Found(value: length.value, end: length.end + 2) }
        return isAnnounced ? Found(value: length.value, end: length.end) : nil
    }

    /// `index`, or the place after "the next" there.
    func skippingTheNext(_ index: Int) -> Int { has("the", "next", at: index) ? index + 2 : index }

    /// The one that is meant where a unit follows "the next": "in the next hour".
    private func oneAfterNext(_ index: Int) -> Found<Int>? {
        text(index - 1) == "next" && text(index - 2) == "the" ? Found(value: 1, end: index) : nil
    }

    private func length(at index: Int) -> Found<TemporalMention.Value>? {
        if has("half", "an", "hour", at: index) {
            return Found(value: .elapsed(.minutes(30), .minute), end: index + 3)
        }
        if has("an", "hour", "and", "a", "half", at: index) {
            return Found(value: .elapsed(.minutes(90), .minute), end: index + 5)
        }
        guard let count = number(at: index) ?? oneAfterNext(index), let unit = unit(at: count.end) else { return nil }
        let value: TemporalMention.Value
        switch unit.value {
        case .second: value = .elapsed(.seconds(Int64(count.value)), .second)
        case .minute: value = .elapsed(.minutes(Int64(count.value)), .minute)
        case .hour: value = .elapsed(.hours(Int64(count.value)), .hour)
        case .day, .businessDay, .week, .month, .year: return nil
        }
        return Found(value: value, end: unit.end)
    }

    /// The place after a phrase for what is over: "yesterday", "last Friday", "two days ago", this morning once it is
    /// afternoon.
    func past(at index: Int) -> Int? {
        switch text(index) {
        case "yesterday": return index + (EnglishCalendar.dayParts[text(index + 1)] == nil ? 1 : 2)
        case "last":
            let next = text(index + 1)
            let isPeriod = EnglishCalendar.units[next] != nil || EnglishCalendar.dayParts[next] != nil
            return isPeriod || EnglishCalendar.weekdays[next] != nil || next == "weekend" ? index + 2 : nil
        case "earlier": return ["today", "this"].contains(text(index + 1)) ? index + 3 : nil
        case "this":
            switch EnglishCalendar.dayParts[text(index + 1)] {
            case .morning: return now.hour >= 12 ? index + 2 : nil
            case .afternoon: return now.hour >= 18 ? index + 2 : nil
            case .noon, .evening, .night, .endOfDay, nil: return nil
            }
        default:
            guard let count = number(at: index), let unit = unit(at: count.end), text(unit.end) == "ago" else {
                return nil
            }
            return unit.end + 1
        }
    }

    /// The place after a "later" that says nothing more: "later", "later today", but not "later this week",
    /// "sooner or later" or "two days later".
    func later(at index: Int) -> Int? {
        guard text(index) == "later" else { return nil }
        let before = text(index - 1)
        guard !["or", "no", "not"].contains(before), EnglishCalendar.units[before] == nil else { return nil }
        if text(index + 1) == "today" { return index + 2 }
        if text(index + 1) == "on" { return isFreeStanding(before: index + 2) ? index + 2 : nil }
        guard text(index + 1) != "than" else { return nil }
        let rest = TemporalReader(words: words[(index + 1)...].prefix(6), now: now)
        return rest.startsWithMoment(at: index + 1) ? nil : index + 1
    }

    /// Whether a day or time begins right at `index`, its preposition included.
    private func startsWithMoment(at index: Int) -> Bool {
        let preposition = preposition(at: index)
        let begin = preposition?.end ?? index
        return day(at: begin, preposition?.value) != nil
            || clockTime(at: begin, preposition?.value, afterDay: false) != nil
            || dayPart(at: begin, afterDay: false, preposition?.value) != nil
    }
}
