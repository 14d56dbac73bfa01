/// Stretches of the days of a month: "from the 1st to the 7th", "from the 25th to the last".
///
/// Documented: schedule-language 4, point 6.
extension Reader {
    /// "between day 1 and 7", "from the 1st to the 7th", "between the 10th and the 15th"
    func dayRange(_ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        guard isWord(index, "between from") else { return nil }
        let first = skipping(skipping(index + 1, "the"), "day days")
        let isDay = isWord(first - 1, "day days")
        guard let from = ordinal(first) ?? (isDay ? number(first) : nil) else { return nil }
        let joint = word(index) == "between" && word(first + 1) == "and" ? first + 2 : rangeSeparator(first + 1)
        guard let joint else { return nil }
        let last = skipping(skipping(joint, "the"), "day")
        if word(last) == "last", (1...31).contains(from), endsPhrase(last + 1) || word(last + 1) == "day" {
            return ((from...31).map(MonthDay.day), skipping(last + 1, "day"))
        }
        guard let to = ordinal(last) ?? (isDay ? number(last) : nil), month(skipping(last + 1, "of")) == nil else {
            return nil
        }
        guard from < to, to <= 31, from >= 1 else {
            throw .clarify("impossible_date", "The range of days goes backwards or beyond 31.")
        }
        return ((from...to).map(MonthDay.day), last + 1)
    }

    /// "from the 25th to the last": of every month.
    func endsWithLast(_ next: Int) -> Bool {
        word(next - 1) == "last" || word(next - 2) == "last" && word(next - 1) == "day"
    }
}
