/// Repairs slips in the words that schedules are made of, and in no others.
///
/// Documented: schedule-language 4, point 1. A word is replaced only when it is not a known word itself, starts with
/// the same letter (or has its first two swapped) and is close enough for its length.
enum SpellingRepair {
    static func repaired(_ tokens: [Token]) -> [Token] {
        var result = tokens
        for index in result.indices where result[index].kind == .word {
            let word = result[index].text
            if let unit = possessiveUnit(word, in: tokens, at: index) {
                result[index].text = unit
            } else if word == "ever", index + 1 < result.count, beginsInterval(result[index + 1]) {
                result[index].repairedFrom = word
                result[index].text = "every"
            } else if let full = shorthands[word], !(full == "until" && isNoun(tokens, index)) {
                result[index].text = full
            } else if let repaired = repair(word) ?? (countsUnits(tokens, before: index) ? repairedUnit(word) : nil) {
                result[index].repairedFrom = word
                result[index].text = repaired
            }
        }
        return result
    }

    /// "open the till": a thing with an article.
    private static func isNoun(_ tokens: [Token], _ index: Int) -> Bool {
        index > 0 && ["the", "a", "my", "our", "their"].contains(tokens[index - 1].text)
    }

    /// "ever day" lacks a letter; "ever since" does not.
    private static func beginsInterval(_ token: Token) -> Bool {
        switch token.kind {
        case .word: Lexicon.unit(token.text) != nil || Lexicon.weekday(token.text) != nil
        case .number, .ordinal: true
        default: false
        }
    }

    /// "every month's first Monday", "month's end": the unit is meant; "this month's report" is a thing.
    private static func possessiveUnit(_ word: String, in tokens: [Token], at index: Int) -> String? {
        guard word.hasSuffix("'s"), ["month's", "quarter's", "year's", "week's"].contains(word) else { return nil }
        let isRepeated = index > 0 && ["every", "each"].contains(tokens[index - 1].text)
        let isEdge = index + 1 < tokens.count && ["end", "start", "first", "last"].contains(tokens[index + 1].text)
        return isRepeated || (isEdge && word != "year's" && word != "week's") ? String(word.dropLast(2)) : nil
    }

    /// Behind a number or "every" a unit is expected, so that more may be repaired.
    private static func countsUnits(_ tokens: [Token], before index: Int) -> Bool {
        guard index > 0 else { return false }
        if case .number = tokens[index - 1].kind { return true }
        return ["every", "each", "other"].contains(tokens[index - 1].text)
            || Lexicon.number(tokens[index - 1].text) != nil
    }

    private static func repairedUnit(_ word: String) -> String? {
        let letters = Array(word.utf8)
        guard (3...8).contains(letters.count), letters.allSatisfy(\.isWordLetter), !isKnown(word) else { return nil }
        let units = [
            "minute", "minutes", "hour", "hours", "week", "weeks", "month", "months", "year", "years", "second",
            "seconds",
        ]
        let close = units.filter { unit in
            unit.utf8.first == letters[0]
                && editDistance(letters, Array(unit.utf8), limit: letters.count < 5 ? 1 : 2) != nil
        }
        return close.first { $0.utf8.last == letters.last } ?? close.first
    }

    static func repair(_ word: String) -> String? {
        let letters = Array(word.utf8)
        guard letters.count >= 4, letters.count <= 14, letters.allSatisfy(\.isWordLetter), !isKnown(word) else {
            return nil
        }
        var best: (distance: Int, word: String)?
        for initial in Set([letters[0], letters[1]]) {
            for candidate in byInitial[initial] ?? [] {
                let limit = allowance(typed: letters, candidate: candidate.letters)
                guard limit > 0, initial == letters[0] || isSwapped(letters, candidate.letters) else { continue }
                guard let distance = editDistance(letters, candidate.letters, limit: limit) else { continue }
                // Of equals the one that ends alike: "monthy" is "monthly".
                let isBetter = best.map { best in
                    distance < best.distance
                        || (distance == best.distance && candidate.letters.last == letters.last
                            && best.word.utf8.last != letters.last)
                }
                if isBetter ?? true { best = (distance, candidate.word) }
            }
        }
        return best?.word
    }

    private static func isKnown(_ word: String) -> Bool { vocabularySet.contains(word) || CommonWords.contains(word) }

    /// How many slips a word of that length may have; none when the lengths differ too much.
    private static func allowance(typed: [UInt8], candidate: [UInt8]) -> Int {
        let difference = abs(typed.count - candidate.count)
        switch typed.count {
        // Four letters: only one left out or two swapped; a changed letter makes too many other words.
        case ...4: return candidate.count == 5 || sameLetters(typed, candidate) ? 1 : 0
        case 5: return difference <= 1 ? 1 : 0
        case 6: return difference <= 2 ? (candidate.count >= 8 || sameLetters(typed, candidate) ? 2 : 1) : 0
        // Other long words are too close to real ones ("staging", "starting").
        default: return difference <= 2 ? (generous.contains(candidate) ? 2 : 1) : 0
        }
    }

    private static func sameLetters(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && left.sorted() == right.sorted()
    }

    private static func isSwapped(_ typed: [UInt8], _ candidate: [UInt8]) -> Bool {
        candidate.count > 1 && typed[0] == candidate[1] && typed[1] == candidate[0]
    }

    /// Edit distance with swaps of neighbours (optimal string alignment), or nil above the limit.
    static func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...max(left.count, 1) where !left.isEmpty {
            var current = [row] + Array(repeating: 0, count: right.count)
            var smallest = row
            for column in 1...max(right.count, 1) where !right.isEmpty {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                let swapped =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if swapped { value = min(value, before[column - 2] + 1) }
                current[column] = value
                smallest = min(smallest, value)
            }
            if smallest > limit { return nil }
            (before, previous) = (previous, current)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }

    /// What people write short on purpose.
    private static let shorthands: [String: String] = [
        "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow", "tomo": "tomorrow", "2moro": "tomorrow",
        "2day": "today",
        "2nite": "tonight", "tonite": "tonight", "evry": "every", "evr": "every", "ev": "every", "thru": "through",
        "till": "until", "til": "until", "oclock": "o'clock", "wknd": "weekend", "wkend": "weekend", "wkday": "weekday",
        "wkdays": "weekdays", "wknds": "weekends", "pls": "please", "plz": "please", "eod": "eod", "msg": "message",
        "txt": "text", "adn": "and", "nad": "and", "amd": "and", "evrey": "every", "dya": "day", "dyas": "days",
        "noom": "noon", "dont": "don't", "cant": "can't", "wont": "won't", "bizday": "workday", "nites": "nights",
        "morn": "morning", "aft": "afternoon", "hrly": "hourly", "wkly": "weekly", "mthly": "monthly",
        "beg": "beginning", "u": "you",
        "forthnight": "fortnight",
    ]

    private static let vocabulary: [String] = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sundays", "mondays", "tuesdays",
        "wednesdays", "thursdays", "fridays", "saturdays", "january", "february", "april", "august",
        "september", "october", "november", "december", "second", "seconds", "minute", "minutes", "hours", "weeks",
        "month", "months", "quarter", "years", "every", "everyday", "each", "daily", "hourly", "weekly", "monthly",
        "yearly",
        "quarterly", "annually", "nightly", "biweekly", "fortnightly", "weekday", "weekdays", "weekend", "weekends",
        "business", "working", "tomorrow", "tonight", "today", "morning", "mornings", "afternoon", "evening",
        "evenings",
        "midnight", "midday", "night", "between", "until", "through", "starting", "beginning", "except", "excluding",
        "other", "twice", "remind", "reminder", "noon", "during", "first", "third", "fourth", "last", "eleven",
        "twelve",
        "twenty", "thirty", "fifteen", "fifteenth", "twentieth", "christmas", "eastern", "pacific", "o'clock",
        "schedule",
    ]
    /// Names of days and months and a few more that resemble no other word.
    private static let generous = Set(
        vocabulary.filter {
            $0.hasSuffix("day") || $0.hasSuffix("days") || $0.hasSuffix("ber") || $0.hasSuffix("ary")
                || Self.oftenMistyped.contains($0)
        }.map { Array($0.utf8) })
    private static let oftenMistyped = WordSet(
        """
        tomorrow weekend weekends afternoon quarterly annually christmas fifteenth twentieth
        """)
    private static let vocabularySet = Set(vocabulary)
    private static let byInitial: [UInt8: [(word: String, letters: [UInt8])]] = Dictionary(
        grouping: vocabulary.map { ($0, Array($0.utf8)) }, by: { $0.1[0] })
}
