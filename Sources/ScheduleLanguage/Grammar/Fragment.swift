/// A part of a schedule that one rule has read.
struct Fragment: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// "every 5 minutes", "daily", "each month"
        case step(Amount)
        /// "every other Tuesday"; only its words matter, no cron says it.
        case days(DayNames)
        case monthDays(MonthDays)
        case months(MonthNames)
        /// "June 23rd", "the 9th of April"
        case dates([CalendarDay], isYearly: Bool)
        /// "tomorrow", "next Friday", "in two weeks"
        case moments([DayReference])
        /// "in 35 minutes"
        case elapsed(seconds: Int)
        /// A whole date and time, such as an RFC 3339 one.
        case stamp(WrittenTimestamp)
        case times([WrittenClock])
        case dayPart(DayPart)
        /// "at 10 and 40 minutes past the hour"
        case minutes([Int])
        case window(Window)
        case start(BoundPoint)
        case end(BoundPoint)
        /// "this week", "next month": a stretch that a repeating schedule is limited to.
        case period(TimeUnit, ahead: Int)
        /// "early", "late": a part of the day that needs an hour.
        case vaguePart
        /// "for 4 weeks"
        case lasting(Amount)
        /// "5 times", "for the next 3 Mondays"
        case runs(Int)
        /// "twice a day"
        case perUnit(count: Int, unit: TimeUnit)
        case zone(String)
        case except(Exception)
        /// A word that forbids guessing: vague, past, relative to an event.
        case refusal(Refusal)
        /// Words that belong to a schedule and change nothing: "all day", "until further notice".
        case filler
    }

    var kind: Kind
    /// The places of its tokens.
    var range: Range<Int>
    /// Said in passing ("the weekly report"): counts only when nothing else says when.
    var isWeak = false
}

/// How a day was named, which tells once from every week.
enum Habit: Hashable, Sendable {
    /// "every Monday", "Mondays", "only on Monday"
    case always
    /// "Monday to Friday"
    case range
    /// "on Monday"
    case single
}

/// Days of the week by name.
struct DayNames: Hashable, Sendable {
    /// 0 for Sunday to 6 for Saturday.
    var days: Set<Int>
    var habit: Habit
    /// "weekends", "weeknights" and so on: named as a group.
    var isGroup = false
    /// "every" or "each" stands before it.
    var isEvery = false
}

/// A day of any month.
enum MonthDay: Hashable, Sendable {
    case day(Int)
    /// 0 is the last day, 1 the one before.
    case fromEnd(Int)
    /// 1 is the first such weekday, -1 the last.
    case nthWeekday(Int, weekday: Int)
    /// 1 is the first Monday to Friday, -1 the last.
    case businessDay(Int)
    /// The Monday to Friday nearest to that day of the month.
    case nearestWeekday(Int)
}

/// Days of the month, and of which months.
struct MonthDays: Hashable, Sendable {
    enum Scope: Hashable, Sendable {
        /// Nothing was said: "on the 5th".
        case unsaid
        /// "of the month"
        case theMonth
        /// "of every month", "monthly on"
        case everyMonth
        /// "of every 3rd month"
        case everyMonths(Int)
        case quarter
        case year
        /// "of March and June", perhaps "every year"
        case months(Set<Int>)
        /// "of next month": months ahead.
        case ahead(Int)
    }

    var days: [MonthDay]
    var scope: Scope
    /// "every 15th", "on each first Monday"
    var isEvery = false
    /// "at the end of the month": a single time unless something says otherwise.
    var isMonthEnd = false
    /// "month-end": named as a thing that comes back.
    var isNamed = false
}

struct MonthNames: Hashable, Sendable {
    var months: Set<Int>
    var isRecurring: Bool
    /// "every January": once in each, unless days are said.
    var isEvery = false
}

/// A day of a year, perhaps of a certain one. Floating holidays come as `holiday`.
struct CalendarDay: Hashable, Sendable {
    var month: Int
    var day: Int
    var year: Int?
    var holiday: FloatingHoliday?
}

/// A day told from today or by the calendar, once.
indirect enum DayReference: Hashable, Sendable {
    case daysAhead(Int)
    /// The next such day of the week, today if its time is still to come.
    case coming(weekday: Int)
    /// The day in the week that is so many weeks ahead; weeks start on Monday.
    case inWeek(weekday: Int, ahead: Int)
    case date(CalendarDay)
    /// A date of a year so many years ahead.
    case inYear(CalendarDay, ahead: Int)
    /// A day of the month so many months ahead; nil: the next month that still has it to come.
    case inMonth(MonthDay, ahead: Int?)
    /// A day of a named month: "the first Monday of March".
    case inNamedMonth(MonthDay, month: Int, year: Int?)
    case startOf(TimeUnit, ahead: Int)
    case endOf(TimeUnit, ahead: Int)
    /// "in two weeks"
    case ahead(Amount)
    /// "a week from Monday"
    case shifted(DayReference, Amount)
    /// "the next business day"
    case businessDaysAhead(Int)
    /// "the Monday before Thanksgiving", "the first Friday after March 15"
    case weekdayBeside(Int, DayReference, isBefore: Bool)
}

/// Where a schedule begins or ends.
struct BoundPoint: Hashable, Sendable {
    var day: DayReference?
    var clock: WrittenClock?
    var stamp: WrittenTimestamp?
    /// "until", "through" include the day; "before" does not.
    var isInclusive = true
}

/// A stretch of every day; either end may be open.
struct Window: Hashable, Sendable {
    var from: WrittenClock?
    var to: WrittenClock?
    /// Business hours bring their days along.
    var isBusinessHours = false
}

/// What "except" takes away.
struct Exception: Hashable, Sendable {
    var days: Set<Int> = []
    var months: Set<Int> = []
    var monthDays: [MonthDay] = []
    var dates: [CalendarDay] = []
    var window: Window?
    var times: [WrittenClock] = []

    var isEmpty: Bool {
        days.isEmpty && months.isEmpty && monthDays.isEmpty && dates.isEmpty && window == nil && times.isEmpty
    }
}
