extension Span {
    /// Reads an ISO 8601 duration of fixed length: `P1W`, or days, hours, minutes, seconds as in `P1DT12H`, `PT0.5S`.
    ///
    /// The last part may have a fraction of 1 to 9 digits (what is finer than a millisecond is cut off). Refused:
    /// years and months, which have no fixed length; signs; an empty duration; what does not fit `Span`.
    public init?(iso8601 text: String) {
        guard var reader = TextReader(text), reader.take(UInt8(ascii: "P")) else { return nil }
        var total: Int64 = 0
        var isTime = false
        var partsLeft = Self.parts[...]
        var isFinished = false
        while !reader.isAtEnd {
            if !isTime, reader.take(UInt8(ascii: "T")) {
                isTime = true
                guard !reader.isAtEnd else { return nil }
            }
            guard !isFinished, let whole = reader.number() else { return nil }
            var billionths: Int64 = 0
            if reader.take(oneOf: UInt8(ascii: "."), UInt8(ascii: ",")) {
                guard let fraction = reader.billionths() else { return nil }
                billionths = fraction
                isFinished = true
            }
            let letter = reader.next
            guard let index = partsLeft.firstIndex(where: { $0.letter == letter && $0.isTime == isTime }),
                let sum = Self.sum(total, whole, billionths, of: Self.parts[index].milliseconds),
                reader.take(letter)
            else { return nil }
            total = sum
            // ISO 8601 has weeks alone; the other parts go from large to small, each at most once.
            isFinished = isFinished || letter == UInt8(ascii: "W")
            partsLeft = Self.parts[max(index + 1, 2)...]
        }
        guard partsLeft.startIndex > 0 else { return nil }
        self.init(milliseconds: total)
    }

    /// The duration in ISO 8601, in days, hours, minutes and seconds: `P1DT12H`, `PT0.5S`, `PT0S`; with a leading `-`
    /// when negative.
    public var iso8601: String {
        var left = milliseconds.magnitude
        guard left > 0 else { return "PT0S" }
        var text = milliseconds < 0 ? "-P" : "P"
        var isTime = false
        for part in Self.parts.dropFirst() {
            let unit = part.milliseconds.magnitude
            let isLast = part.letter == UInt8(ascii: "S")
            guard left >= unit || (isLast && left > 0) else { continue }
            if part.isTime, !isTime {
                text += "T"
                isTime = true
            }
            text += String(left / unit)
            left %= unit
            if isLast, left > 0 { text += Self.decimals(left) }
            text.append(Character(UnicodeScalar(part.letter)))
        }
        return text
    }

    /// Thousandths as a decimal fraction without zeros at its end.
    private static func decimals(_ thousandths: UInt64) -> String {
        var digits = String(String(thousandths + 1000).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    private static func sum(_ total: Int64, _ whole: Int64, _ billionths: Int64, of unit: Int64) -> Int64? {
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: unit)
        let (sum, isOverflow) = product.addingReportingOverflow(total)
        // At most a week of milliseconds times a billion: fits.
        let (result, isOver) = sum.addingReportingOverflow(billionths * unit / 1_000_000_000)
        return isTooLarge || isOverflow || isOver ? nil : result
    }

    private static let parts: [(letter: UInt8, isTime: Bool, milliseconds: Int64)] = [
        (UInt8(ascii: "W"), false, 604_800_000), (UInt8(ascii: "D"), false, 86_400_000),
        (UInt8(ascii: "H"), true, 3_600_000), (UInt8(ascii: "M"), true, 60_000), (UInt8(ascii: "S"), true, 1000),
    ]
}
