/// Everything that starts with a digit: clocks, dates, amounts, ordinals, plain numbers.
extension Tokenizer {
    /// Tries the forms from the longest to the shortest.
    mutating func readNumeric() {
        if byte(at) == UInt8(ascii: ":") { return readMinuteMark() }
        if readCompactDate() || readZuluClock() || readTimestampOrDate() || readNamedMonthDate() || readSeparatedDate()
            || readColonClock()
            || readDottedClock() || readHourMinute()
            || readAttachedMeridiem() || readOrdinal() || readAmounts() || readOpaqueNumber()
        {
            return
        }
        readPlainNumber()
    }

    /// Digits from `index` on: how many (at most 9 are read) and their value.
    func digits(_ index: Int) -> (value: Int, end: Int, count: Int)? {
        let stop = end(from: index) { $0.isDigit }
        guard stop > index, stop - index <= 9 else { return nil }
        return (letters[index..<stop].reduce(0) { $0 * 10 + $1.byte.digitValue }, stop, stop - index)
    }

    func fixedDigits(_ index: Int, count: Int) -> Int? {
        guard let found = digits(index), found.count == count else { return nil }
        return found.value
    }

    private mutating func readMinuteMark() {
        guard let minute = digits(at + 1), minute.count == 2 else {
            at += 1
            return
        }
        add(.minuteMark(minute.value), at..<minute.end)
    }

    // MARK: Dates

    private mutating func readTimestampOrDate() -> Bool {
        let dash = UInt8(ascii: "-")
        guard let year = digits(at), year.count == 4, byte(year.end) == dash || byte(year.end) == UInt8(ascii: "/")
        else { return false }
        guard let month = digits(year.end + 1), month.count <= 2, byte(month.end) == byte(year.end),
            let day = digits(month.end + 1), day.count <= 2
        else { return false }
        if byte(day.end) == UInt8(ascii: "t"),
            let found = timestamp(year.value, month.value, day.value, after: day.end + 1)
        {
            add(.timestamp(found.stamp), at..<found.end)
            return true
        }
        guard isBoundary(day.end) else { return false }
        add(.date(year: year.value, month: month.value, day: day.value), at..<day.end)
        return true
    }

    private func timestamp(_ year: Int, _ month: Int, _ day: Int, after start: Int) -> (
        stamp: WrittenTimestamp, end: Int
    )? {
        guard let hour = digits(start), hour.count == 2, byte(hour.end) == UInt8(ascii: ":"),
            let minute = digits(hour.end + 1), minute.count == 2
        else { return nil }
        var stop = minute.end
        var stamp = WrittenTimestamp(
            year: year, month: month, day: day, hour: hour.value, minute: minute.value, second: 0)
        if byte(stop) == UInt8(ascii: ":"), let second = digits(stop + 1), second.count == 2 {
            stamp.second = second.value
            stop = second.end
            if byte(stop) == UInt8(ascii: "."), let fraction = digits(stop + 1) { stop = fraction.end }
        }
        if byte(stop) == UInt8(ascii: "z"), isBoundary(stop + 1) {
            stamp.offsetSeconds = 0
            stop += 1
        } else if let offset = offset(at: stop) {
            stamp.offsetSeconds = offset.seconds
            stop = offset.end
        }
        return isBoundary(stop) ? (stamp, stop) : nil
    }

    /// `+02:00`, `-0500`
    private func offset(at index: Int) -> (seconds: Int, end: Int)? {
        let sign = byte(index)
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hour = digits(index + 1) else { return nil }
        let factor = sign == UInt8(ascii: "-") ? -1 : 1
        if hour.count == 4 { return (factor * (hour.value / 100 * 3600 + hour.value % 100 * 60), hour.end) }
        guard hour.count == 2, byte(hour.end) == UInt8(ascii: ":"), let minute = digits(hour.end + 1), minute.count == 2
        else { return nil }
        return (factor * (hour.value * 3600 + minute.value * 60), minute.end)
    }

    /// `3/4`, `3/4/2026`, `15.03.2026`, `15-03-2026`; `24/7` and `1/2` are left to the rules.
    private mutating func readSeparatedDate() -> Bool {
        guard let first = digits(at), first.count <= 2 else { return false }
        let separator = byte(first.end)
        guard "/.-".utf8.contains(separator), let second = digits(first.end + 1), second.count <= 2 else {
            return false
        }
        var year: Int?
        var stop = second.end
        if byte(stop) == separator, let third = digits(stop + 1),
            third.count == 4 || (third.count == 2 && separator == UInt8(ascii: "/"))
        {
            year = third.count == 4 ? third.value : 2000 + third.value
            stop = third.end
        }
        guard isBoundary(stop), byte(stop) != separator || separator == UInt8(ascii: ".") else { return false }
        switch separator {
        case UInt8(ascii: "/"): add(.slashed(first.value, second.value, year: year), at..<stop)
        case UInt8(ascii: ".") where year != nil:
            add(.date(year: year ?? 0, month: second.value, day: first.value), at..<stop)
        case UInt8(ascii: "-") where year != nil: add(.slashed(first.value, second.value, year: year), at..<stop)
        default: return false
        }
        return true
    }

    /// `4-Mar-2026`, `04/Mar/2026`; of `4-Mar` only the day is taken, the months rule reads on.
    private mutating func readNamedMonthDate() -> Bool {
        guard let day = digits(at), day.count <= 2, "-/".utf8.contains(byte(day.end)) else { return false }
        let monthEnd = end(from: day.end + 1) { $0.isWordLetter }
        guard monthEnd >= day.end + 4, let month = Lexicon.month(text(day.end + 1..<monthEnd)) else { return false }
        if byte(monthEnd) == byte(day.end), let year = digits(monthEnd + 1), year.count == 4 || year.count == 2,
            isBoundary(year.end)
        {
            let value = year.count == 4 ? year.value : 2000 + year.value
            add(.date(year: value, month: month, day: day.value), at..<year.end)
            return true
        }
        add(.ordinal(day.value), at..<day.end)
        at = day.end + 1
        return true
    }

    /// `20260220`
    private mutating func readCompactDate() -> Bool {
        guard let whole = digits(at), whole.count == 8, isBoundary(whole.end),
            (1900...2199).contains(whole.value / 10_000),
            (1...12).contains(whole.value / 100 % 100), (1...31).contains(whole.value % 100)
        else { return false }
        add(.date(year: whole.value / 10_000, month: whole.value / 100 % 100, day: whole.value % 100), at..<whole.end)
        return true
    }

    // MARK: Clocks

    /// `0900Z`: a time in UTC, as pilots write it.
    private mutating func readZuluClock() -> Bool {
        guard let whole = digits(at), whole.count == 4, byte(whole.end) == UInt8(ascii: "z"), isBoundary(whole.end + 1)
        else { return false }
        add(.clock(WrittenClock(hour: whole.value / 100, minute: whole.value % 100, reading: .exact)), at..<whole.end)
        return true
    }

    /// `9:30`, `09:30:15`, `9:30pm`, `25:00` (a clock, but no time of day).
    private mutating func readColonClock() -> Bool {
        guard let hour = digits(at), hour.count <= 2, byte(hour.end) == UInt8(ascii: ":"),
            let minute = digits(hour.end + 1),
            minute.count == 2
        else { return false }
        var stop = minute.end
        var second = 0
        if byte(stop) == UInt8(ascii: ":"), let found = digits(stop + 1), found.count == 2 {
            second = found.value
            stop = found.end
        }
        let isPadded = hour.count == 2 && byte(at) == UInt8(ascii: "0")
        let reading: WrittenClock.Reading = isPadded || hour.value > 12 || hour.value == 0 ? .exact : .asWritten
        addClock(WrittenClock(hour: hour.value, minute: minute.value, second: second, reading: reading), to: stop)
        return true
    }

    /// `5.30pm`; without am or pm the rules decide what `5.30` is.
    private mutating func readDottedClock() -> Bool {
        guard let hour = digits(at), hour.count <= 2, byte(hour.end) == UInt8(ascii: "."),
            let minute = digits(hour.end + 1),
            minute.count == 2, minute.value < 60
        else { return false }
        let next = byte(minute.end) == .space ? minute.end + 1 : minute.end
        guard meridiem(at: next) != nil else { return false }
        addClock(WrittenClock(hour: hour.value, minute: minute.value, reading: .asWritten), to: minute.end)
        return true
    }

    /// `17h30`, `8h05`; `1h30` is left to the rules as an amount.
    private mutating func readHourMinute() -> Bool {
        guard let hour = digits(at), hour.count <= 2, byte(hour.end) == UInt8(ascii: "h"),
            let minute = digits(hour.end + 1),
            minute.count == 2, isBoundary(minute.end), minute.value < 60
        else { return false }
        addClock(
            WrittenClock(hour: hour.value, minute: minute.value, reading: hour.count == 2 ? .exact : .asWritten),
            to: minute.end)
        return true
    }

    /// `9am`, `9p`, `9a.m.`, `930pm`
    private mutating func readAttachedMeridiem() -> Bool {
        guard let number = digits(at), number.count <= 4, number.end < letters.count, meridiem(at: number.end) != nil
        else { return false }
        let (hour, minute) = number.count > 2 ? (number.value / 100, number.value % 100) : (number.value, 0)
        addClock(WrittenClock(hour: hour, minute: minute, reading: .face), to: number.end)
        return true
    }

    /// Whether am or pm starts there, and where it ends. A lone `a` or `p` counts only right after a digit.
    private func meridiem(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        let first = byte(index)
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
        let isAfternoon = first == UInt8(ascii: "p")
        if byte(index + 1) == UInt8(ascii: "m"), isBoundary(index + 2) { return (isAfternoon, index + 2) }
        if byte(index + 1) == UInt8(ascii: "."), byte(index + 2) == UInt8(ascii: "m"), isBoundary(index + 3) {
            return (isAfternoon, byte(index + 3) == UInt8(ascii: ".") ? index + 4 : index + 3)
        }
        let isAttached = index > 0 && letters[index - 1].byte.isDigit
        return isAttached && isBoundary(index + 1) ? (isAfternoon, index + 1) : nil
    }

    /// Adds a clock, together with an am or pm right behind it.
    private mutating func addClock(_ clock: WrittenClock, to stop: Int) {
        guard let found = meridiem(at: stop) else { return add(.clock(clock), at..<stop) }
        add(.clock(ClockReading.applying(isAfternoon: found.isAfternoon, to: clock)), at..<found.end)
    }

    // MARK: Numbers

    private mutating func readOrdinal() -> Bool {
        guard let number = digits(at), number.count <= 3 else { return false }
        let suffix = text(number.end..<min(number.end + 2, letters.count))
        guard ["st", "nd", "rd", "th"].contains(suffix),
            !byte(number.end + 2).isWordLetter || byte(number.end + 2) == UInt8(ascii: "s")
        else { return false }
        add(.ordinal(number.value), at..<number.end + 2)
        if byte(at) == UInt8(ascii: "s"), isBoundary(at + 1) { at += 1 }
        return true
    }

    /// `15min`, `3h`, `1h30m`, `2days`: digits and unit without a space.
    private mutating func readAmounts() -> Bool {
        var amounts: [Amount] = []
        var index = at
        while let number = digits(index), amounts.count < 4 {
            let stop = end(from: number.end) { $0.isWordLetter }
            guard stop > number.end, let unit = Lexicon.unitSuffix(text(number.end..<stop)) else { break }
            amounts.append(Amount(count: number.value, unit: unit))
            index = stop
        }
        guard !amounts.isEmpty, isBoundary(index) else { return false }
        add(.amount(amounts), at..<index)
        return true
    }

    /// Phone numbers, prices, percentages, product names (`3x`, `5G`), thousands: never part of a schedule.
    private mutating func readOpaqueNumber() -> Bool {
        let stop = end(from: at) { $0.isDigit }
        let next = byte(stop)
        let isPriced = at > 0 && "$#".utf8.contains(letters[at - 1].byte)
        let isThousands = next == UInt8(ascii: ",") && digits(stop + 1)?.count == 3
        let isPhone = next == UInt8(ascii: "-") && stop - at >= 3 && byte(stop + 1).isDigit && !startsHourRange
        guard next.isWordLetter || next == UInt8(ascii: "%") || stop - at > 4 || isPriced || isThousands || isPhone
        else { return false }
        let end = end(from: at) { $0.isDigit || $0.isWordLetter || "%,-".utf8.contains($0) }
        var trimmed = end
        while trimmed > at + 1, "-,".utf8.contains(byte(trimmed - 1)) { trimmed -= 1 }
        add(.opaque, at..<trimmed)
        return true
    }

    /// `0900-1700`
    private var startsHourRange: Bool {
        guard let from = digits(at), let to = digits(from.end + 1), from.count == 4, to.count == 4, isBoundary(to.end)
        else { return false }
        return [from.value, to.value].allSatisfy { $0 <= 2400 && $0 % 100 < 60 } && from.value < to.value
    }

    private mutating func readPlainNumber() {
        let whole = digits(at)
        let start = whole?.end ?? at
        if byte(start) == UInt8(ascii: "."), let fraction = digits(start + 1), fraction.count <= 3 {
            let scale = [1, 100, 10, 1][fraction.count]
            let thousandths = (whole?.value ?? 0) * 1000 + fraction.value * scale
            let isVersion = byte(fraction.end) == UInt8(ascii: ".") && byte(fraction.end + 1).isDigit
            if isVersion {
                return add(.opaque, at..<end(from: at) { $0.isDigit || $0 == UInt8(ascii: ".") })
            }
            return add(.decimal(thousandths: thousandths), at..<fraction.end)
        }
        guard let whole else { return add(.opaque, at..<max(end(from: at) { $0.isDigit }, at + 1)) }
        add(.number(whole.value), at..<whole.end)
    }
}
