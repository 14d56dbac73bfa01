/// Words that must not be left over: where a schedule's word was not understood, no schedule is given.
///
/// A wrong schedule is worse than a question, so that what looks like time and was read by no rule is asked back.
struct Residue {
    let reader: Reader
    /// Places that some rule has read, also in passing.
    let read: [Bool]

    init(reader: Reader, fragments: [Fragment]) {
        self.reader = reader
        var read = Array(repeating: false, count: reader.count)
        for fragment in fragments { for index in fragment.range { read[index] = true } }
        var index = 0
        while index < reader.count {
            if let next = reader.distractor(index) {
                for place in index..<next { read[place] = true }
                index = next
            } else {
                index += 1
            }
        }
        self.read = read
    }

    /// The refusal for the first such word.
    func refusal() -> Refusal? {
        for index in 0..<reader.count where !read[index] && isTemporal(index) {
            return .clarify(
                "words_not_understood",
                "'\(reader.quote(index..<min(index + 3, reader.count)))' was not understood; say it another way.")
        }
        return nil
    }

    private func isTemporal(_ index: Int) -> Bool {
        if index > 0, reader.exceptWord(index) != nil, read[..<index].contains(true), isRead(index + 2) { return true }
        switch reader.kind(index) {
        case .clock?, .timestamp?, .date?, .minuteMark?: return true
        case .opaque?:
            return isNumeric(index) && reader.isWord(index - 1, "at on every until from in")
        case .number?: return isUnreadNumber(index)
        case .ordinal?: return isUnreadRank(index)
        case .word?: return isTemporalWord(index)
        default: return false
        }
    }

    private func isNumeric(_ index: Int) -> Bool { reader.tokens[index].text.utf8.first?.isDigit ?? false }

    /// "at 17" that no rule took, "March 2027".
    private func isUnreadNumber(_ index: Int) -> Bool {
        guard isNumeric(index) else { return false }
        if reader.isWord(index - 1, "until between every") { return true }
        // "9-5" beside a schedule.
        let isRange =
            (reader.isMark(index + 1, "-") || reader.word(index + 1) == "to")
            && reader.number(index + 2).map { $0 <= 24 } ?? false
            && (reader.number(index) ?? 99) <= 24
        if isRange, isRead(index - 1) || isRead(index + 3) || reader.isMark(index - 1, ",") { return true }
        // "3 Mondays"
        if isRead(index + 1), Lexicon.weekday(reader.word(index + 1)) != nil { return true }
        return index > 0 && read[index - 1] && reader.month(index - 1) != nil
    }

    private func isRead(_ index: Int) -> Bool { read.indices.contains(index) && read[index] }

    /// "the second month of every quarter", "the first 3 Mondays"; not "the third quarter results".
    private func isUnreadRank(_ index: Int) -> Bool {
        let next = reader.number(index + 1) == nil ? index + 1 : index + 2
        // "every month, 13th, 22:10"
        if index > 0, reader.tokens[index - 1].kind == .mark || isRead(index - 1),
            isRead(next) || reader.isMark(next, ",")
        {
            return true
        }
        if isRead(next), Lexicon.weekday(reader.word(next)) != nil { return true }
        return reader.unit(next).map { $0 >= .hour } ?? false && (next + 1 >= reader.count || reader.connects(next + 1))
    }

    private func isTemporalWord(_ index: Int) -> Bool {
        let word = reader.word(index)
        if word == "but" { return index > 0 && read[index...].contains(true) && read[..<index].contains(true) }
        if ["last", "final", "penultimate"].contains(word), isRead(index + 1) {
            return Lexicon.weekday(reader.word(index + 1)) != nil && reader.word(index - 1) != "at"
        }
        if word == "overnight" { return index + 1 >= reader.count || reader.connects(index + 1) }
        if Self.words.contains(word) { return true }
        if ["quarter", "half"].contains(word), reader.unit(index + 1) == .hour { return true }
        if ["end", "start", "beginning", "middle", "close"].contains(word), reader.word(index + 1) == "of" {
            return reader.monthScope(index + 1) != nil || isRead(index + 2)
        }
        if word == "second", reader.unit(index + 1) != nil || isRead(index + 1) && reader.unit(index + 2) != nil {
            return isUnreadRank(index)
        }
        if let day = Lexicon.weekday(word), word.utf8.count > 5 { return day.day >= 0 }
        let next = reader.skipping(index + 1, "the single other few")
        switch word {
        case "every", "each", "per": return names(next, allowsNumber: true)
        case "during", "throughout", "within", "outside":
            return names(next, allowsNumber: false)
                || reader.isWord(next, "lunch business office working hours")
                || (word == "outside" && reader.word(next) == "of")
        default: return false
        }
    }

    /// Whether a word of time stands there.
    private func names(_ index: Int, allowsNumber: Bool) -> Bool {
        let word = reader.word(index)
        if Lexicon.unit(word) != nil || Lexicon.weekday(word) != nil || Lexicon.dayPart(word) != nil { return true }
        return allowsNumber
            && (reader.number(index) != nil || reader.ordinal(index) != nil || reader.month(index) != nil)
    }

    private static let words = WordSet(
        """
        except excluding until fortnight fortnights fortnightly twice thrice weekdays weekends weekday weekend \
        biweekly tonight tomorrow hourly midnight noon midday noonish ish starting onwards
        """)
}
