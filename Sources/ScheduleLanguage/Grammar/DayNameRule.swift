/// Days of the week by name: lists, ranges, groups.
///
/// Documented: schedule-language 4, point 5.
extension Reader {
    typealias DaysFound = (names: DayNames, next: Int)

    static let weekdayNumbers: Set<Int> = [1, 2, 3, 4, 5]
    static let weekendNumbers: Set<Int> = [0, 6]
    static let allDays: Set<Int> = [0, 1, 2, 3, 4, 5, 6]

    /// A list of days and ranges of days, without what stands before it.
    func dayNames(_ start: Int) -> DaysFound? {
        if let pattern = letterPattern(start) { return pattern }
        guard var (names, next) = dayItem(start) else { return nil }
        while next < count, let separated = listSeparator(next) {
            let place = skipping(skipping(skipping(separated, "on"), "every each"), "on")
            guard let item = dayItem(place) else { break }
            names.days.formUnion(item.names.days)
            names.isGroup = names.isGroup && item.names.isGroup
            if item.names.habit != .single { names.habit = .always }
            next = item.next
        }
        return (names, next)
    }

    /// One day, group or range.
    private func dayItem(_ start: Int) -> DaysFound? {
        guard let first = dayGroup(start) ?? singleDay(start) else { return nil }
        guard first.names.days.count == 1, let separated = rangeSeparator(first.next) else { return first }
        let place = skipping(separated, "to on")
        guard let last = singleDay(place), let from = first.names.days.first, let to = last.names.days.first else {
            return first
        }
        return (DayNames(days: Self.days(from: from, to: to), habit: .range, isGroup: true), last.next)
    }

    /// From one day of the week to another, over the end of the week where it comes to that.
    static func days(from: Int, to: Int) -> Set<Int> {
        Set((0...(to - from + 7) % 7).map { (from + $0) % 7 })
    }

    private func singleDay(_ index: Int) -> DaysFound? {
        guard let (day, isPlural) = Lexicon.weekday(word(index)) else { return nil }
        let text = word(index)
        // "sun", "sat" and "mon" are words too; "wed" and "fri" are not.
        if ["sun", "sat"].contains(text), !isDayInContext(index) { return nil }
        if ["sun", "sat"].contains(text), isWord(index - 1, "the i he she we they in") {
            return nil
        }
        let isAbbreviated =
            isMark(index + 1, ".") && text.utf8.count <= 5 && index + 2 < count && !isMark(index + 2, ".")
        return (DayNames(days: [day], habit: isPlural ? .always : .single), isAbbreviated ? index + 2 : index + 1)
    }

    /// "the cat sat on the mat" names no day: behind a noun such a word needs a time behind it.
    private func isDayInContext(_ index: Int) -> Bool {
        if index == 0 || endsPhrase(index - 1) { return true }
        if index + 1 >= count || kind(index + 1) == .mark || isWord(index + 1, "at and or through to") {
            return true
        }
        if case .clock? = kind(index + 1) { return true }
        return Lexicon.weekday(word(index + 1)) != nil || Lexicon.dayPart(word(index + 1)) != nil
    }

    /// "weekdays", "business days", "weekends", "weeknights".
    func dayGroup(_ index: Int) -> DaysFound? {
        func group(_ days: Set<Int>, isPlural: Bool, _ next: Int) -> DaysFound {
            (DayNames(days: days, habit: isPlural ? .always : .single, isGroup: true), next)
        }
        let text = word(index)
        if text == "non" {
            // "non-working days"
            let place = isMark(index + 1, "-") ? index + 2 : index + 1
            guard let working = dayGroup(place), working.names.days == Self.weekdayNumbers else { return nil }
            return group(Self.weekendNumbers, isPlural: working.names.habit == .always, working.next)
        }
        switch text {
        case "weekday" where isWord(index - 1, "a some any") && !isWord(index - 2, "every once twice times"): return nil
        case "weekday", "weekdays", "workday", "workdays":
            return group(Self.weekdayNumbers, isPlural: text.hasSuffix("s"), index + 1)
        case "weekend", "weekends":
            let next = skipping(index + 1, "days day")
            return group(Self.weekendNumbers, isPlural: text.hasSuffix("s") || next > index + 1, next)
        case "weeknight", "weeknights": return group(Self.weekdayNumbers, isPlural: text.hasSuffix("s"), index + 1)
        case "business", "working", "work", "school", "office":
            guard isWord(index + 1, "day days morning mornings") else { return nil }
            let isPlural = word(index + 1).hasSuffix("s")
            return group(
                Self.weekdayNumbers, isPlural: isPlural, word(index + 1).hasPrefix("d") ? index + 2 : index + 1)
        case "during":
            guard let next = after(index, "during the week"), word(next) != "of" else { return nil }
            return group(Self.weekdayNumbers, isPlural: true, index + 3)
        case "day", "days":
            guard isWord(index + 1, "of in during"), isWord(index + 2, "the a") else { return nil }
            guard isWord(index + 3, "working work business school"), word(index + 4) == "week" else {
                return nil
            }
            return group(Self.weekdayNumbers, isPlural: true, index + 5)
        case "midweek": return group([3], isPlural: false, index + 1)
        default: return nil
        }
    }

    /// "MWF", "TTh", "M-F", "M/W/F", "Tu/Th".
    private func letterPattern(_ index: Int) -> DaysFound? {
        if let days = Self.patterns[word(index)] {
            return (DayNames(days: days, habit: .always, isGroup: true), index + 1)
        }
        guard word(index).utf8.count <= 2, let first = Self.letters[word(index)] else { return nil }
        if isMark(index + 1, "-"), let last = Self.letters[word(index + 2)], last > first {
            return (DayNames(days: Set(first...last), habit: .range, isGroup: true), index + 3)
        }
        var days: Set<Int> = [first]
        var next = index + 1
        while isMark(next, "/") || isMark(next, ","),
            let day = Self.letters[word(next + 1)] ?? Lexicon.weekday(word(next + 1))?.day
        {
            days.insert(day)
            next += 2
        }
        return days.count > 1 ? (DayNames(days: days, habit: .always), next) : nil
    }

    private static let patterns: [String: Set<Int>] = [
        "mwf": [1, 3, 5], "tth": [2, 4], "tuth": [2, 4], "mw": [1, 3], "mtwtf": [1, 2, 3, 4, 5],
        "mtwthf": [1, 2, 3, 4, 5],
        "mf": [1, 5],
    ]
    private static let letters: [String: Int] = [
        "m": 1, "mo": 1, "t": 2, "tu": 2, "w": 3, "we": 3, "th": 4, "f": 5, "fr": 5, "sa": 6, "su": 0,
    ]
}
