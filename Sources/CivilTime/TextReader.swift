/// Reads a short ASCII text from left to right; every step either takes what was asked for or moves nothing.
struct TextReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    /// Nil for a text longer than any date or duration, so that reading is bounded.
    init?(_ text: String, maximumByteCount: Int = 128) {
        guard text.utf8.count <= maximumByteCount else { return nil }
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next byte, or 0 at the end.
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func take(oneOf first: UInt8, _ second: UInt8) -> Bool { take(first) || take(second) }

    /// Exactly `count` digits.
    mutating func number(digits count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for index in position..<(position + count) {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        position += count
        return value
    }

    /// As many digits as there are; nil without any, or beyond `Int64`.
    mutating func number() -> Int64? {
        let start = position
        var value: Int64 = 0
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 {
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverflow) = tenfold.addingReportingOverflow(Int64(bytes[position] &- UInt8(ascii: "0")))
            guard !isTooLarge, !isOverflow else {
                position = start
                return nil
            }
            value = sum
            position += 1
        }
        return position > start ? value : nil
    }

    /// The 1 to 9 digits after a decimal point, as billionths; nil for none or more than nine.
    mutating func billionths() -> Int64? {
        let start = position
        var value: Int64 = 0
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 {
            guard position - start < 9 else {
                position = start
                return nil
            }
            value = value * 10 + Int64(bytes[position] &- UInt8(ascii: "0"))
            position += 1
        }
        guard position > start else { return nil }
        for _ in (position - start)..<9 { value *= 10 }
        return value
    }
}
