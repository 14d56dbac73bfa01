/// All that a prompt says about one schedule, sorted by what it is about.
struct Frame: Hashable, Sendable {
    /// An interval shorter than a day.
    var timeStep: Amount?
    /// An interval of a day or more.
    var dayStep: Amount?
    var perUnit: (count: Int, unit: TimeUnit)? {
        get { perUnitCount.flatMap { count in perUnitUnit.map { (count, $0) } } }
        set { (perUnitCount, perUnitUnit) = (newValue?.count, newValue?.unit) }
    }
    private var perUnitCount: Int?
    private var perUnitUnit: TimeUnit?

    var days: DayNames?
    var monthDays: MonthDays?
    var months: MonthNames?
    var dates: [CalendarDay] = []
    var isYearly = false
    var moments: [DayReference] = []
    var elapsed: [Int] = []
    var stamps: [WrittenTimestamp] = []

    var times: [WrittenClock] = []
    var dayParts: [DayPart] = []
    var minutes: [Int] = []
    var windows: [Window] = []

    var start: BoundPoint?
    var end: BoundPoint?
    var lasting: Amount?
    var period: Period?
    var isVaguePart = false
    var runs: Int?
    var exceptions: [Exception] = []
    var zone: String?
    /// One of several schedules that name a day of the week each: "Mon at 9, Wed at 10".
    var isOneOfSeveral = false

    /// "this week" or "next month".
    struct Period: Hashable, Sendable {
        var unit: TimeUnit
        var ahead: Int
    }

    var hasDay: Bool {
        dayStep != nil || days != nil || monthDays != nil || months != nil || !dates.isEmpty || !moments.isEmpty
            || !stamps.isEmpty
            || (perUnitUnit.map { $0 >= .day } ?? false)
    }

    var hasTime: Bool {
        timeStep != nil || !times.isEmpty || !minutes.isEmpty || !elapsed.isEmpty || !stamps.isEmpty
            || (perUnitUnit.map { $0 < .day } ?? false)
    }

    /// Whether it says when at all.
    var isEmpty: Bool { !hasDay && !hasTime && dayParts.isEmpty && windows.isEmpty && runs == nil }

    /// Takes over the days of another schedule: "at 8 in the morning and at 9 in the evening, every Monday".
    mutating func shareDays(of other: Frame) {
        (dayStep, days, monthDays, months) = (other.dayStep, other.days, other.monthDays, other.months)
        (dates, isYearly, moments) = (other.dates, other.isYearly, other.moments)
    }

    /// Takes over the times of another schedule: "every Monday and on the 1st, at 9am".
    mutating func shareTimes(of other: Frame) {
        (times, dayParts, minutes, timeStep) = (other.times, other.dayParts, other.minutes, other.timeStep)
        if windows.isEmpty { windows = other.windows }
    }
}
