/// Writes dates and times, with their leading zeros, straight into the storage of a string.
struct CivilText: ~Copyable {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Longer than the longest text written, a date-time with a nine-digit year, a fraction and an offset.
    private static let capacity = 64

    private init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    static func text(_ write: (inout CivilText) -> Void) -> String {
        String(unsafeUninitializedCapacity: capacity) { buffer in
            var writer = CivilText(buffer: buffer)
            write(&writer)
            return writer.count
        }
    }

    mutating func append(_ character: Unicode.Scalar) {
        buffer.initializeElement(at: count, to: UInt8(ascii: character))
        count += 1
    }

    mutating func append(_ dateTime: CivilDateTime) {
        append(dateTime.date)
        append("T")
        appendTwoDigits(dateTime.hour)
        append(":")
        appendTwoDigits(dateTime.minute)
        append(":")
        appendTwoDigits(dateTime.second)
    }

    mutating func append(_ date: CivilDate) {
        appendYear(date.year)
        append("-")
        appendTwoDigits(date.month)
        append("-")
        appendTwoDigits(date.day)
    }

    /// The last two decimal digits of a number that is not negative.
    mutating func appendTwoDigits(_ number: Int) {
        appendDigit(number / 10)
        appendDigit(number)
    }

    /// The last decimal digit of a number that is not negative.
    mutating func appendDigit(_ number: Int) {
        buffer.initializeElement(at: count, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
        count += 1
    }

    /// Four digits; years that need more, or are negative, with a sign and all their digits.
    private mutating func appendYear(_ year: Int) {
        if !(0...9999).contains(year) {
            append(year < 0 ? "-" : "+")
            let digits = String(year.magnitude)
            for digit in digits.utf8.dropLast(4) { append(Unicode.Scalar(digit)) }
        }
        let lastFour = abs(year) % 10_000
        appendTwoDigits(lastFour / 100)
        appendTwoDigits(lastFour)
    }
}
