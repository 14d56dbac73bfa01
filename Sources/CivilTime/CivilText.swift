/// Writes dates and times with their leading zeros.
enum CivilText {
    static func date(_ date: CivilDate) -> String {
        var bytes: [UInt8] = []
        append(date, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func dateTime(_ dateTime: CivilDateTime) -> String {
        var bytes: [UInt8] = []
        append(dateTime, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ dateTime: CivilDateTime, to bytes: inout [UInt8]) {
        append(dateTime.date, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        appendTwoDigits(dateTime.hour, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendTwoDigits(dateTime.minute, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendTwoDigits(dateTime.second, to: &bytes)
    }

    static func append(_ date: CivilDate, to bytes: inout [UInt8]) {
        appendYear(date.year, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        appendTwoDigits(date.month, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        appendTwoDigits(date.day, to: &bytes)
    }

    /// The last two decimal digits of a number that is not negative.
    static func appendTwoDigits(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(digit(number / 10 % 10))
        bytes.append(digit(number % 10))
    }

    static func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number) }

    /// Four digits; years that need more, or are negative, as they are, with a sign.
    private static func appendYear(_ year: Int, to bytes: inout [UInt8]) {
        guard !(0...9999).contains(year) else {
            appendTwoDigits(year / 100, to: &bytes)
            appendTwoDigits(year, to: &bytes)
            return
        }
        let digits = String(year.magnitude)
        bytes.append(UInt8(ascii: year < 0 ? "-" : "+"))
        for _ in 0..<max(0, 4 - digits.utf8.count) { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
    }
}
