/// Reads one field of a spec: a list of `*`, `?`, numbers, names, ranges and steps.
struct CronFieldReader {
    let field: CronField

    /// The numbers a field allows, and whether it restricts anything.
    struct Values {
        var bits: UInt64 = 0
        /// Whether an item is `*` or `?`, with or without a step.
        var isStar = false
    }

    func values(of text: Substring) throws(CronError) -> Values {
        var values = Values()
        for item in text.parts(separatedBy: ",") {
            guard !item.isEmpty else {
                throw error(text, "an item of the list is empty", "leave out the extra comma")
            }
            try add(item, to: &values)
        }
        return values
    }

    private func add(_ item: Substring, to values: inout Values) throws(CronError) {
        let parts = item.parts(separatedBy: "/", maximum: 2)
        let step = parts.count == 2 ? try self.step(parts[1], in: item) : 1
        let isStar = parts[0] == "*" || parts[0] == "?"
        var range = field.range
        if !isStar { range = try self.range(parts[0], hasStep: parts.count == 2, in: item) }
        for value in stride(from: range.lowerBound, through: range.upperBound, by: step) {
            values.bits |= 1 << UInt64(value)
        }
        values.isStar = values.isStar || isStar
    }

    /// `5`, `1-5`, `MON-FRI`; a single number with a step means "from here to the end", as in `5/10`.
    private func range(_ text: Substring, hasStep: Bool, in item: Substring) throws(CronError) -> ClosedRange<Int> {
        let ends = text.parts(separatedBy: "-")
        guard ends.count <= 2 else { throw error(item, "a range has two ends", "write it as 1-5") }
        let first = try value(ends[0], in: item)
        guard ends.count == 2 else { return first...(hasStep ? field.range.upperBound : first) }
        let last = try value(ends[1], in: item)
        guard first <= last else {
            let both = "\(Self.text(first, field.range.upperBound)),\(Self.text(field.range.lowerBound, last))"
            throw error(item, "the range begins beyond its end", "write it as two: \(both)")
        }
        return first...last
    }

    private static func text(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)-\(last)" }

    private func value(_ text: Substring, in item: Substring) throws(CronError) -> Int {
        if let index = field.names.firstIndex(where: { $0.caseInsensitiveEquals(text) }) {
            return field.range.lowerBound + index
        }
        guard let number = number(text) else {
            let reason = text.isEmpty ? "a number is missing" : "\"\(CronError.excerpt(text))\" is no number"
            let isWord = text.utf8.first.map { $0 >= UInt8(ascii: "A") } ?? false
            throw error(item, isWord && !field.names.isEmpty ? reason + " and no name" : reason, allowed)
        }
        guard number <= field.range.upperBound else {
            throw error(item, "\(CronError.excerpt(text)) is above \(field.range.upperBound)", allowed)
        }
        guard number >= field.range.lowerBound else {
            throw error(item, "\(CronError.excerpt(text)) is below \(field.range.lowerBound)", allowed)
        }
        return number
    }

    private func step(_ text: Substring, in item: Substring) throws(CronError) -> Int {
        guard let step = number(text) else {
            throw error(
                item, text.isEmpty ? "the step is missing" : "the step \"\(CronError.excerpt(text))\" is no number",
                "a step is a number, as in */5")
        }
        guard step > 0 else { throw error(item, "a step of 0 never moves on", "a step is 1 or more") }
        guard step <= Self.maximumStep else {
            throw error(
                item, "the step \(CronError.excerpt(text)) is too large", "a step is at most \(Self.maximumStep)")
        }
        return step
    }

    /// A number of digits alone; one beyond all fields reads as `Int.max`.
    private func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
        return Int(text) ?? .max
    }

    private func error(_ found: Substring, _ reason: String, _ hint: String) -> CronError {
        CronError(field: field, found: found, reason: reason, hint: hint)
    }

    private var allowed: String { "allowed are \(field.allowed)" }

    /// More than any field has; a step that leaves the field only its first number is allowed all the same, as in
    /// other crons.
    private static let maximumStep = 1_000_000
}

extension String {
    /// Whether the ASCII texts are the same but for the case of letters.
    fileprivate func caseInsensitiveEquals(_ other: Substring) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}

extension Substring {
    /// The parts between separators, empty ones too; splitting bytes is several times as fast as splitting characters.
    fileprivate func parts(separatedBy separator: Unicode.Scalar, maximum: Int = .max) -> [Substring] {
        utf8.split(
            separator: UInt8(ascii: separator), maxSplits: maximum - 1, omittingEmptySubsequences: false
        ).map(Substring.init)
    }
}
