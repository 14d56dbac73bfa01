/// A word, number, time, date or mark of a prompt.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A word, in `text`.
        case word
        /// A whole number; `text` keeps how it was written (`0730`).
        case number(Int)
        /// A number with a fraction: 2.5 is 2500 thousandths. `text` keeps how it was written: `5.30` may be a time.
        case decimal(thousandths: Int)
        /// `1st`, `twenty-first`.
        case ordinal(Int)
        /// `9:30`, `9am`, `17h30`: certainly a time of day, perhaps an impossible one.
        case clock(WrittenClock)
        /// `2026-02-20`, `3 Mar 2026` is not one: the months rule reads that.
        case date(year: Int, month: Int, day: Int)
        /// `2026-02-20T06:30:00Z`.
        case timestamp(WrittenTimestamp)
        /// `3/4`, `3/4/2026`: day and month in an order still to be told.
        case slashed(Int, Int, year: Int?)
        /// `1h30m`, `15min`: an amount of time written together.
        case amount([Amount])
        /// `:15`: a minute of any hour.
        case minuteMark(Int)
        /// A name of the IANA database, in `text` as it is spelled there.
        case zoneName
        /// `#general`
        case channel
        /// `anna@acme.com`
        case email
        /// `https://…`
        case link
        /// Quoted text, file names, identifiers, phone numbers, prices: never part of a schedule.
        case opaque
        /// `,` `;` `.` `?` and so on, in `text`.
        case mark
    }

    var kind: Kind
    /// Normalised, in lower case.
    var text: String
    /// The range of the prompt's UTF-8 bytes.
    var source: Range<Int>
    /// Whether white space stands before it.
    var isSpaced: Bool
    /// Whether its first letter was a capital.
    var isCapitalised: Bool = false
    /// What was written, where a spelling slip was repaired.
    var repairedFrom: String?

    /// Whether it is one of these marks of one byte.
    func isMark(oneOf marks: StaticString) -> Bool {
        guard kind == .mark, text.utf8.count == 1, let byte = text.utf8.first else { return false }
        return marks.withUTF8Buffer { $0.contains(byte) }
    }
}

/// A number of units of time.
struct Amount: Hashable, Sendable {
    var count: Int
    var unit: TimeUnit
}

/// A time of day as written, before it is known whether a morning or an evening is meant.
struct WrittenClock: Hashable, Sendable {
    enum Reading: Hashable, Sendable {
        /// With am or pm, in 24 hour form, or a word such as noon.
        case exact
        /// `3:15`: as it stands unless something else says afternoon.
        case asWritten
        /// `at 5`: needs am or pm.
        case face
    }

    /// 0 to 23 once checked; more when the prompt says something impossible.
    var hour: Int
    var minute: Int
    var second = 0
    var reading: Reading
    /// Whether am or pm was written (or noon, midnight).
    var hasMeridiem = false

    /// Minutes since midnight.
    var minuteOfDay: Int { hour * 60 + minute }
}

/// A date and time as in ISO 8601; the offset is nil where none is written.
struct WrittenTimestamp: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    var offsetSeconds: Int?
}

/// Units people count time in.
enum TimeUnit: Int, Hashable, Sendable, Comparable, CaseIterable {
    case second, minute, hour, day, week, month, quarter, year

    static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rawValue < right.rawValue }

    /// Seconds, or nil where the calendar decides.
    var seconds: Int? {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day, .week, .month, .quarter, .year: nil
        }
    }

    /// The English word for one.
    var word: String {
        switch self {
        case .second: "second"
        case .minute: "minute"
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
