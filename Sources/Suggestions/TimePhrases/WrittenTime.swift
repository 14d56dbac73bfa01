/// One word that may be a time of day: `3`, `15:00`, `3.30pm`, `7:45:10`, `three`.
struct WrittenTime {
    let text: String
    let clock: ClockTime
    /// What an am or pm at its end says; nil without one.
    let isAfternoon: Bool?
    let hasMinutes: Bool
    /// What stands between hour and minute; empty without minutes.
    let separator: String
    /// Whether it is written as the twelve hour clock is: "3" and "3:30", but not "03:30".
    let canBeEitherHalf: Bool

    /// Nil for a word that is no time; `isWord` is its number when it is a number word.
    init?(_ text: String, isWord number: Int?) {
        self.text = text
        if let number {
            guard text != "a", text != "an", text != "couple", text != "few", number <= 12 else { return nil }
            (clock, isAfternoon, hasMinutes) = (ClockTime(hour: number, minute: 0), nil, false)
            (separator, canBeEitherHalf) = ("", true)
            return
        }
        guard text.utf8.count <= 12 else { return nil }
        var body = Substring(text)
        var isAfternoon: Bool?
        for (ending, half) in [("a.m", false), ("p.m", true), ("am", false), ("pm", true)] where body.hasSuffix(ending)
        {
            body = body.dropLast(ending.count)
            isAfternoon = half
            break
        }
        let mark: Character = body.contains(":") ? ":" : "."
        let fields = body.split(separator: mark, omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count), fields[0].utf8.count <= 2,
            fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }), fields.count < 3 || mark == ":"
        else { return nil }
        let numbers = fields.compactMap { Self.digits($0) }
        guard numbers.count == fields.count else { return nil }
        clock = ClockTime(
            hour: numbers[0], minute: numbers.count > 1 ? numbers[1] : 0, second: numbers.count > 2 ? numbers[2] : 0,
            precision: numbers.count == 1 ? .hour : numbers.count == 2 ? .minute : .second)
        self.isAfternoon = isAfternoon
        hasMinutes = numbers.count > 1
        separator = hasMinutes ? String(mark) : ""
        canBeEitherHalf = !fields[0].hasPrefix("0")
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
