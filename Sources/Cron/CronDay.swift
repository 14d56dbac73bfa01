internal import CivilTime

/// A day as the search needs it: with its weekday and its place on the time line.
struct CronDay {
    let daysSinceEpoch: Int
    let year: Int
    let month: Int
    let day: Int

    /// The clock second of its midnight.
    var clock: Int64 { Int64(daysSinceEpoch) * 86_400 }

    var weekday: Int { CivilDate.weekday(daysSinceEpoch: daysSinceEpoch) }

    var monthLength: Int { CivilDate.daysInMonth(month, year: year) }

    /// The day in which that clock second lies.
    init(clock: Int64) {
        let days = Int(clock.flooredQuotient(by: 86_400))
        let date = CivilDate(daysSinceEpoch: days)
        self.init(daysSinceEpoch: days, year: date.year, month: date.month, day: date.day)
    }

    private init(daysSinceEpoch: Int, year: Int, month: Int, day: Int) {
        self.daysSinceEpoch = daysSinceEpoch
        self.year = year
        self.month = month
        self.day = day
    }

    static func firstOfMonth(_ month: Int, year: Int) -> CronDay {
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: 1)
        return CronDay(daysSinceEpoch: days, year: year, month: month, day: 1)
    }

    /// Another day of this month.
    func sameMonth(day other: Int) -> CronDay {
        CronDay(daysSinceEpoch: daysSinceEpoch + other - day, year: year, month: month, day: other)
    }
}
