extension Instant {
    /// Whether RFC 3339 can write this instant in UTC: the years 0 to 9999.
    public var isWritable: Bool { (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) }

    /// Reads an RFC 3339 date-time such as `2026-11-21T09:30:00.25+01:00`.
    ///
    /// Strict: the date and the time to the second are there, the offset is `Z` or `±hh:mm` (up to 23:59), a fraction
    /// has 1 to 9 digits (what is finer than a millisecond is cut off), and the day exists. `t` and `z` may be lower
    /// case, as RFC 3339 allows. Leap seconds (`:60`) are refused: the time line has none.
    public init?(rfc3339 text: String) {
        guard var reader = TextReader(text), let date = reader.civilDate(),
            reader.take(oneOf: UInt8(ascii: "T"), UInt8(ascii: "t")), let time = reader.clockTime(on: date),
            let offsetSeconds = reader.offsetSeconds(), reader.isAtEnd
        else { return nil }
        let seconds = time.dateTime.clockSeconds - Int64(offsetSeconds)
        self.init(milliseconds: seconds * 1000 + time.milliseconds)
    }

    /// Reads a date of a request: RFC 3339, or the same without an offset, read on the clocks of `zone`.
    ///
    /// Without an offset: `YYYY-MM-DD` (midnight), `YYYY-MM-DD HH:MM:SS`, `YYYY-MM-DDTHH:MM:SS`, the times with a
    /// fraction too. A local time that does not exist stands for the instant of the change of clocks; one that comes
    /// twice for its first pass.
    ///
    /// Documented: product 6 (dates in requests: an offset is respected, without one they are read in the job's
    /// timezone).
    public init?(text: String, in zone: Zone) {
        if let instant = Instant(rfc3339: text) {
            self = instant
            return
        }
        guard var reader = TextReader(text), let date = reader.civilDate() else { return nil }
        var fraction: Int64 = 0
        var local = CivilDateTime(date: date)
        if !reader.isAtEnd {
            guard reader.take(oneOf: UInt8(ascii: "T"), UInt8(ascii: "t")) || reader.take(UInt8(ascii: " ")),
                let time = reader.clockTime(on: date), reader.isAtEnd
            else { return nil }
            (local, fraction) = (time.dateTime, time.milliseconds)
        }
        guard let local else { return nil }
        switch zone.resolve(local) {
        case .unique(let instant), .overlap(let instant, _): self = instant + Span(milliseconds: fraction)
        case .gap(let transition): self = transition
        }
    }

    /// Writes the instant as RFC 3339 with the given offset: `Z` for 0, a fraction only when there is one.
    ///
    /// RFC 3339 knows offsets to the minute: of one with seconds (local mean times of the 19th century) the seconds are
    /// dropped and the clock time follows, so that the text always means this very instant. Years that RFC 3339 cannot
    /// write (before 0, after 9999) get a sign and all their digits.
    public func rfc3339(offsetSeconds: Int = 0) -> String {
        // Clocks of no zone are further from UTC; a wilder number cannot be written either.
        let offsetMinutes = min(max(offsetSeconds / 60, -5999), 5999)
        let seconds = secondsRoundedDown
        let fraction = Int(milliseconds.flooredRemainder(by: 1000))
        return CivilText.text { text in
            text.append(CivilDateTime(clockSeconds: seconds + Int64(offsetMinutes * 60)))
            text.appendFraction(thousandths: fraction)
            text.appendOffset(minutes: offsetMinutes)
        }
    }
}

extension CivilText {
    /// Nothing for 0; no zeros at the end.
    fileprivate mutating func appendFraction(thousandths: Int) {
        guard thousandths != 0 else { return }
        append(".")
        appendDigit(thousandths / 100)
        guard thousandths % 100 != 0 else { return }
        appendDigit(thousandths / 10)
        guard thousandths % 10 != 0 else { return }
        appendDigit(thousandths)
    }

    fileprivate mutating func appendOffset(minutes: Int) {
        guard minutes != 0 else { return append("Z") }
        append(minutes < 0 ? "-" : "+")
        appendTwoDigits(abs(minutes) / 60)
        append(":")
        appendTwoDigits(abs(minutes) % 60)
    }
}

extension TextReader {
    /// `YYYY-MM-DD`, a day that exists.
    fileprivate mutating func civilDate() -> CivilDate? {
        guard let year = number(digits: 4), take(UInt8(ascii: "-")), let month = number(digits: 2),
            take(UInt8(ascii: "-")), let day = number(digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `HH:MM:SS` with an optional fraction.
    fileprivate mutating func clockTime(on date: CivilDate) -> (dateTime: CivilDateTime, milliseconds: Int64)? {
        guard let hour = number(digits: 2), take(UInt8(ascii: ":")), let minute = number(digits: 2),
            take(UInt8(ascii: ":")), let second = number(digits: 2),
            let dateTime = CivilDateTime(date: date, hour: hour, minute: minute, second: second)
        else { return nil }
        guard take(UInt8(ascii: ".")) else { return (dateTime, 0) }
        guard let billionths = billionths() else { return nil }
        return (dateTime, billionths / 1_000_000)
    }

    /// `Z` or `±hh:mm`.
    fileprivate mutating func offsetSeconds() -> Int? {
        if take(oneOf: UInt8(ascii: "Z"), UInt8(ascii: "z")) { return 0 }
        let isNegative = next == UInt8(ascii: "-")
        guard take(oneOf: UInt8(ascii: "+"), UInt8(ascii: "-")), let hours = number(digits: 2), hours <= 23,
            take(UInt8(ascii: ":")), let minutes = number(digits: 2), minutes <= 59
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
