/// The words of English dates and times.
enum EnglishCalendar {
    /// 0 for Sunday to 6 for Saturday.
    static let weekdays: [String: Int] = [
        "sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
        "wendesday": 3, "wensday": 3, "thrusday": 4, "firday": 5, "tuseday": 2,
    ]

    /// Abbreviations, of which some are words too; they need a capital or a preposition.
    static let weekdayAbbreviations: [String: Int] = [
        "sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
        "sat": 6,
    ]

    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12, "febuary": 2,
    ]

    static let tomorrows: Set<String> = ["tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow", "2moro"]

    static let numbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90, "couple": 2, "few": 3,
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
        "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
        "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
        "thirty-first": 31,
    ]

    enum Unit: Hashable, Sendable { case second, minute, hour, day, businessDay, week, month, year }

    static let units: [String: Unit] = [
        "second": .second, "seconds": .second, "sec": .second, "secs": .second, "minute": .minute, "minutes": .minute,
        "min": .minute, "mins": .minute, "hour": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "day": .day,
        "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year, "years": .year,
    ]

    /// Named parts of the day and the hour each stands for.
    static let dayParts: [String: DayPart] = [
        "morning": .morning, "afternoon": .afternoon, "evening": .evening, "night": .night, "lunchtime": .noon,
    ]

    /// Names of zones as people append them to a time.
    static let zones: [String: String] = [
        "utc": "UTC", "gmt": "UTC", "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
        "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago", "mst": "America/Denver",
        "mdt": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
        "pdt": "America/Los_Angeles", "cet": "Europe/Paris", "cest": "Europe/Paris", "bst": "Europe/London",
    ]
}

/// A named part of a day.
enum DayPart: Hashable, Sendable {
    case morning, noon, afternoon, evening, night
    /// The end of the working day: the time at which deadlines end.
    case endOfDay

    /// The hour at which it is taken to begin; nil for the end of the day, which is the caller's setting.
    var hour: Int? {
        switch self {
        case .morning: 9
        case .noon: 12
        case .afternoon: 14
        case .evening: 18
        case .night: 20
        case .endOfDay: nil
        }
    }

    /// The hour it stands for once its first has passed: "this afternoon", said at three.
    var lastHour: Int? {
        switch self {
        case .morning: 12
        case .noon: 13
        case .afternoon: 17
        case .evening: 21
        case .night: 23
        case .endOfDay: nil
        }
    }
}
