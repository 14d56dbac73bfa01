extension Span {
    /// Reads a duration as Go writes them: decimal numbers with units, as in `1h30m`, `90s`, `1.5h`, `300ms`, `-2s`.
    ///
    /// Units: `ns`, `us` (or `µs`), `ms`, `s`, `m`, `h`, in any order, each as often as one likes; `0` needs none. What
    /// is finer than a millisecond is cut off. Refused: what Go refuses, among it anything beyond 2⁶³ nanoseconds
    /// (292 years).
    public init?(goDuration text: String) {
        guard var reader = TextReader(text) else { return nil }
        let isNegative = reader.next == UInt8(ascii: "-")
        _ = reader.take(oneOf: UInt8(ascii: "+"), UInt8(ascii: "-"))
        guard !reader.isAtEnd else { return nil }
        if ["0", "-0", "+0"].contains(text) {
            self = .zero
            return
        }
        var nanoseconds: Int64 = 0
        while !reader.isAtEnd {
            guard let part = reader.goDurationPart() else { return nil }
            let (sum, isOverflow) = nanoseconds.addingReportingOverflow(part)
            guard !isOverflow else { return nil }
            nanoseconds = sum
        }
        let milliseconds = nanoseconds / 1_000_000
        self.init(milliseconds: isNegative ? -milliseconds : milliseconds)
    }
}

extension TextReader {
    /// One number with its unit, in nanoseconds.
    fileprivate mutating func goDurationPart() -> Int64? {
        let hasWhole = next != UInt8(ascii: ".")
        guard let whole = hasWhole ? number() : 0 else { return nil }
        var billionths: Int64 = 0
        if take(UInt8(ascii: ".")) {
            let fraction = goFraction()
            guard hasWhole || fraction != nil else { return nil }
            billionths = fraction ?? 0
        }
        guard let unit = goUnit() else { return nil }
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: unit)
        // A billion billionths of an hour pass 64 bits: the hour's part is taken in two steps.
        let fraction = billionths / 1000 * unit / 1_000_000 + billionths % 1000 * unit / 1_000_000_000
        let (sum, isOverflow) = product.addingReportingOverflow(fraction)
        return isTooLarge || isOverflow ? nil : sum
    }

    /// Digits after a decimal point as billionths; Go drops those after the ninth. Nil without any.
    private mutating func goFraction() -> Int64? {
        let start = position
        var value: Int64 = 0
        var scale: Int64 = 100_000_000
        while let digit = number(digits: 1) {
            value += Int64(digit) * scale
            scale /= 10
        }
        return position > start ? value : nil
    }

    /// Nanoseconds of the unit that comes next.
    private mutating func goUnit() -> Int64? {
        if take(UInt8(ascii: "h")) { return 3_600_000_000_000 }
        if take(UInt8(ascii: "s")) { return 1_000_000_000 }
        if take(UInt8(ascii: "n")) { return take(UInt8(ascii: "s")) ? 1 : nil }
        if take(UInt8(ascii: "m")) { return take(UInt8(ascii: "s")) ? 1_000_000 : 60_000_000_000 }
        if take(UInt8(ascii: "u")) { return take(UInt8(ascii: "s")) ? 1000 : nil }
        // The micro sign (U+00B5) or the Greek letter (U+03BC).
        let isMicro = take(0xC2) ? take(0xB5) : take(0xCE) && take(0xBC)
        return isMicro && take(UInt8(ascii: "s")) ? 1000 : nil
    }
}
