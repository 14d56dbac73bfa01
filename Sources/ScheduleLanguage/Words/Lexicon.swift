/// What single words mean in a schedule. Every table is one rule; add a word where its family stands.
enum Lexicon {
    /// 0 for Sunday to 6 for Saturday, and whether the word is a plural ("Mondays").
    static func weekday(_ word: String) -> (day: Int, isPlural: Bool)? {
        if let day = weekdays[word] { return (day, false) }
        if word.hasSuffix("s"), let day = weekdays[String(word.dropLast())] { return (day, true) }
        return nil
    }

    /// 1 to 12.
    static func month(_ word: String) -> Int? { months[word] }

    static func unit(_ word: String) -> TimeUnit? { units[word] }

    /// Units as they may follow digits without a space.
    static func unitSuffix(_ word: String) -> TimeUnit? { suffixes[word] ?? units[word] }

    static func number(_ word: String) -> Int? { numbers[word] }

    static func ordinal(_ word: String) -> Int? { ordinals[word] }

    static func dayPart(_ word: String) -> DayPart? { dayParts[word] }

    /// Noon, midnight and their like.
    static func clockWord(_ word: String) -> WrittenClock? {
        guard let hour = clockWords[word] else { return nil }
        return WrittenClock(hour: hour, minute: 0, reading: .exact, hasMeridiem: true)
    }

    /// Adverbs and adjectives of frequency: "daily", "hourly", "fortnightly".
    static func frequency(_ word: String) -> Amount? { frequencies[word] }

    private static let weekdays: [String: Int] = [
        "sunday": 0, "sun": 0, "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3,
        "weds": 3, "thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6,
    ]

    private static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6,
        "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10,
        "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]

    private static let units: [String: TimeUnit] = [
        "second": .second, "seconds": .second, "sec": .second, "secs": .second, "minute": .minute, "minutes": .minute,
        "min": .minute, "mins": .minute, "hour": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "day": .day,
        "days": .day, "week": .week, "weeks": .week, "wk": .week, "wks": .week, "month": .month, "months": .month,
        "mth": .month, "mths": .month, "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year,
        "yr": .year, "yrs": .year,
    ]

    private static let suffixes: [String: TimeUnit] = [
        "s": .second, "m": .minute, "h": .hour, "d": .day, "w": .week, "mo": .month, "mos": .month, "y": .year,
    ]

    private static let numbers: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
    ]

    private static let ordinals: [String: Int] = [
        "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
        "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]

    private static let dayParts: [String: DayPart] = [
        "morning": .morning, "mornings": .morning, "afternoon": .afternoon, "afternoons": .afternoon,
        "evening": .evening, "evenings": .evening, "eve": .evening, "night": .night, "nights": .night, "nite": .night,
        "nighttime": .night, "daytime": .afternoon,
    ]

    private static let clockWords: [String: Int] = [
        "noon": 12, "midday": 12, "noontime": 12, "noonday": 12, "midnight": 0,
    ]

    private static let frequencies: [String: Amount] = [
        "minutely": Amount(count: 1, unit: .minute), "hourly": Amount(count: 1, unit: .hour),
        "halfhourly": Amount(count: 30, unit: .minute), "quarterhourly": Amount(count: 15, unit: .minute),
        "bihourly": Amount(count: 2, unit: .hour), "daily": Amount(count: 1, unit: .day),
        "everyday": Amount(count: 1, unit: .day), "weekly": Amount(count: 1, unit: .week),
        "biweekly": Amount(count: 2, unit: .week), "fortnightly": Amount(count: 2, unit: .week),
        "monthly": Amount(count: 1, unit: .month), "quarterly": Amount(count: 1, unit: .quarter),
        "semiannually": Amount(count: 6, unit: .month), "semiannual": Amount(count: 6, unit: .month),
        "semiyearly": Amount(count: 6, unit: .month), "biannually": Amount(count: 6, unit: .month),
        "biannual": Amount(count: 6, unit: .month), "halfyearly": Amount(count: 6, unit: .month),
        "yearly": Amount(count: 1, unit: .year), "annually": Amount(count: 1, unit: .year),
        "annual": Amount(count: 1, unit: .year), "biennially": Amount(count: 2, unit: .year),
        "biennial": Amount(count: 2, unit: .year), "biyearly": Amount(count: 2, unit: .year),
        "triweekly": Amount(count: 3, unit: .week), "trimonthly": Amount(count: 3, unit: .month),
    ]
}

/// A stretch of the day that people name instead of an hour.
enum DayPart: Hashable, Sendable {
    case morning, afternoon, evening, night

    /// The hour that stands for it when none is said.
    ///
    /// Documented: schedule-language 3 for the morning (the default time, 09:00); the rest is common usage.
    var defaultHour: Int {
        switch self {
        case .morning: 9
        case .afternoon: 15
        case .evening: 18
        case .night: 21
        }
    }
}
