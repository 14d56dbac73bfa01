/// On which days a schedule runs. What is nil or empty does not restrict.
public struct DayPattern: Hashable, Sendable {
    /// 0 for Sunday to 6 for Saturday.
    public var weekdays: Set<Int>?
    /// 1 to 12.
    public var months: Set<Int>?
    var monthDays: [MonthDay] = []
    /// Days of every year.
    var dates: [CalendarDay] = []
    var exceptDates: [CalendarDay] = []
    var exceptMonthDays: [MonthDay] = []

    public init() {}
}

/// The three day fields of a cron; nil is `*`.
struct CronDays: Hashable, Sendable {
    var monthDays: Set<Int>?
    var months: Set<Int>?
    var weekdays: Set<Int>?
    /// Years it is limited to, inclusive; nil is all.
    var years: ClosedRange<Int>?
}
