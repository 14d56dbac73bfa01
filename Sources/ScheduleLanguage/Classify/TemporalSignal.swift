/// Whether a text speaks of time at all: a time, a date, a duration or a repetition.
///
/// Documented: schedule-language 2 (what counts as temporal). Looser than the grammar: "yesterday" and "30 minutes" count.
struct TemporalSignal {
    let reader: Reader
    let fragments: [Fragment]

    var isPresent: Bool {
        fragments.contains { $0.kind.isTemporal } || (0..<reader.count).contains(where: isTemporal)
    }

    private func isTemporal(_ index: Int) -> Bool {
        switch reader.kind(index) {
        case .clock?, .date?, .timestamp?, .amount?, .minuteMark?: return true
        case .word?: break
        default: return false
        }
        let word = reader.word(index)
        if Self.words.contains(word) || Lexicon.frequency(word) != nil || Lexicon.clockWord(word) != nil { return true }
        if let day = Lexicon.weekday(word), word.utf8.count > 4 || day.isPlural { return true }
        if Lexicon.month(word) != nil { return !["may", "march", "mar", "dec", "jan", "august", "april", "june"].contains(word) || reader.isWord(index - 1, ["in", "of", "since", "until", "next", "last", "every"]) }
        if let unit = reader.unit(index) { return isCounted(index, unit) }
        if Lexicon.dayPart(word) != nil { return !reader.isWord(index - 1, ["good", "happy"]) }
        return reader.holiday(index) != nil
    }

    /// "30 minutes", "next week", "a day", "every hour"; "the minutes of the meeting" are not.
    private func isCounted(_ index: Int, _ unit: TimeUnit) -> Bool {
        if reader.number(index - 1) != nil { return true }
        return reader.isWord(index - 1, ["next", "last", "this", "every", "each", "per", "past", "few", "half", "single", "other", "coming"]) && (unit != .second || reader.isWord(index - 1, ["every", "each"]))
    }

    private static let words: Set<String> = [
        "today", "tomorrow", "tonight", "yesterday", "now", "weekday", "weekdays", "weekend", "weekends", "fortnight", "annually", "weeknights", "later", "asap",
    ]
}

extension Fragment.Kind {
    /// Whether it is a sign of time; vague and conditional words are not.
    var isTemporal: Bool {
        switch self {
        case .step, .days, .monthDays, .months, .dates, .moments, .elapsed, .stamp, .times, .dayPart, .minutes, .window, .perUnit, .period, .lasting: true
        case .start, .end, .runs, .zone, .except, .filler, .vaguePart, .refusal: false
        }
    }
}
