/// The words with which a phrase for a time can begin, its preposition included; most words of a text are none, and one
/// look here saves trying every form.
enum TemporalStarters {
    static func contains(_ word: Word) -> Bool { word.isNumeric || words.contains(word.text) }

    private static let words: Set<String> = Set([
        "yesterday", "last", "earlier", "later", "today", "tonight", "this", "the", "day", "end", "close", "start",
        "beginning", "next", "following", "coming", "weekend", "noon", "midday", "midnight", "half", "quarter", "eod",
        "cob", "eob", "eow", "eom", "eoq", "eoy", "no", "not", "first",
    ])
    .union(TemporalReader.prepositions)
    .union(EnglishCalendar.tomorrows)
    .union(EnglishCalendar.weekdays.keys)
    .union(EnglishCalendar.weekdayAbbreviations.keys)
    .union(EnglishCalendar.months.keys)
    .union(EnglishCalendar.numbers.keys)
    .union(EnglishCalendar.ordinals.keys)
}
