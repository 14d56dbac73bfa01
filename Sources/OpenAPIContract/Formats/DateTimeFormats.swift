/// RFC 3339, section 5.6.
enum DateTimeFormats {
    static func isDateTime(_ bytes: Bytes) -> Bool {
        var rest = bytes
        guard takeDate(&rest), rest.take(UInt8(ascii: "T")) || rest.take(UInt8(ascii: "t")) else { return false }
        return isTime(rest)
    }

    static func isDate(_ bytes: Bytes) -> Bool {
        var rest = bytes
        return takeDate(&rest) && rest.isEmpty
    }

    private static func takeDate(_ rest: inout Bytes) -> Bool {
        guard let year = rest.takeNumber(digits: 4), rest.take(UInt8(ascii: "-")),
            let month = rest.takeNumber(digits: 2), rest.take(UInt8(ascii: "-")),
            let day = rest.takeNumber(digits: 2)
        else { return false }
        return (1...12).contains(month) && day >= 1 && day <= days(inMonth: month, year: year)
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A time with its offset; second 60 only where a leap second can be, at 23:59 UTC.
    static func isTime(_ bytes: Bytes) -> Bool {
        var rest = bytes
        guard let hour = rest.takeNumber(digits: 2), rest.take(UInt8(ascii: ":")),
            let minute = rest.takeNumber(digits: 2), rest.take(UInt8(ascii: ":")),
            let second = rest.takeNumber(digits: 2), hour < 24, minute < 60, second <= 60
        else { return false }
        if rest.take(UInt8(ascii: ".")), rest.takeDigits().isEmpty { return false }
        guard let offset = takeOffsetMinutes(&rest), rest.isEmpty else { return false }
        if second < 60 { return true }
        let minutesUTC = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return minutesUTC == 1439
    }

    private static func takeOffsetMinutes(_ rest: inout Bytes) -> Int? {
        if rest.take(UInt8(ascii: "Z")) || rest.take(UInt8(ascii: "z")) { return 0 }
        let isNegative = rest.first == UInt8(ascii: "-")
        guard rest.take(UInt8(ascii: "+")) || rest.take(UInt8(ascii: "-")),
            let hour = rest.takeNumber(digits: 2), rest.take(UInt8(ascii: ":")),
            let minute = rest.takeNumber(digits: 2), hour < 24, minute < 60
        else { return nil }
        return (isNegative ? -1 : 1) * (hour * 60 + minute)
    }
}
