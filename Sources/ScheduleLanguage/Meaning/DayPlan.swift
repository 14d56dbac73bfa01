internal import CivilTime

/// Turns days as meant into day fields of crons, or into single dates where no cron says them.
enum DayPlan {
    /// Cron day fields that together give the days exactly, and the rule for dates that have to be listed.
    struct Plan {
        var cronDays: [CronDays] = []
        /// Days to be listed date by date: nth weekdays, business days, floating holidays, Friday the 13th.
        var listed: DayPattern?
    }

    static func plan(_ days: DayPattern, from year: Int) throws(Refusal) -> Plan {
        var plan = Plan()
        if !days.dates.isEmpty { return try datesPlan(days) }
        if days.monthDays.isEmpty {
            plan.cronDays = try exceptDays(days)
            return plan
        }
        if days.weekdays != nil {
            plan.listed = days
            return plan
        }
        guard days.exceptDates.isEmpty, days.exceptMonthDays.isEmpty else { throw .inexact("those days except these") }
        try addMonthDays(days, from: year, to: &plan)
        return plan
    }

    // MARK: Dates of the year

    private static func datesPlan(_ days: DayPattern) throws(Refusal) -> Plan {
        var plan = Plan()
        var byMonth: [Int: Set<Int>] = [:]
        for date in days.dates where date.holiday == nil { byMonth[date.month, default: []].insert(date.day) }
        if days.weekdays != nil || days.dates.contains(where: { $0.holiday != nil }) {
            plan.listed = days
            return plan
        }
        for month in byMonth.keys.sorted() {
            let numbers = byMonth[month] ?? []
            if let index = plan.cronDays.firstIndex(where: { $0.monthDays == numbers }) {
                plan.cronDays[index].months?.insert(month)
            } else {
                plan.cronDays.append(CronDays(monthDays: numbers, months: [month], weekdays: nil))
            }
        }
        return plan
    }

    /// All days, or days of the week, without some dates: exact where no weekday is involved.
    private static func exceptDays(_ days: DayPattern) throws(Refusal) -> [CronDays] {
        let plain = CronDays(monthDays: nil, months: days.months, weekdays: days.weekdays)
        if days.exceptDates.isEmpty, days.exceptMonthDays.isEmpty { return [plain] }
        guard days.weekdays == nil, !days.exceptDates.contains(where: { $0.holiday != nil || $0.year != nil }) else {
            throw .inexact("days of the week without certain dates")
        }
        var left: [Int] = []
        for day in days.exceptMonthDays {
            guard case .day(let number) = day else {
                throw .inexact("every day except the last or a certain weekday of the month")
            }
            left.append(number)
        }
        var result: [CronDays] = []
        for month in (days.months ?? Set(1...12)).sorted() {
            let without = Set(left + days.exceptDates.filter { $0.month == month }.map(\.day))
            let numbers: Set<Int>? = without.isEmpty ? nil : Set(1...31).subtracting(without)
            if let index = result.firstIndex(where: { $0.monthDays == numbers }) {
                result[index].months?.insert(month)
            } else {
                result.append(CronDays(monthDays: numbers, months: [month], weekdays: nil))
            }
        }
        for index in result.indices where result[index].months?.count == 12 { result[index].months = nil }
        return result
    }

    // MARK: Days of the month

    private static func addMonthDays(_ days: DayPattern, from year: Int, to plan: inout Plan) throws(Refusal) {
        let months = days.months ?? Set(1...12)
        var numbers: Set<Int> = []
        var listed: [MonthDay] = []
        var ends: Set<Int> = []
        for day in days.monthDays {
            switch day {
            case .day(let number): numbers.insert(number)
            case .fromEnd(let distance): ends.insert(distance)
            case .nthWeekday, .businessDay, .nearestWeekday: listed.append(day)
            }
        }
        if !ends.isEmpty { addEnds(ends, months, from: year, to: &plan.cronDays) }
        if !numbers.isEmpty {
            let exists = numbers.contains { number in
                months.contains { number <= CivilCalendar.daysInMonth($0, year: 2024) }
            }
            guard exists else {
                throw .impossibleDate(
                    "day \(numbers.sorted().map(String.init).joined(separator: ", ")) in those months")
            }
            plan.cronDays.append(CronDays(monthDays: numbers, months: days.months, weekdays: nil))
        }
        if !listed.isEmpty {
            plan.listed = days
            plan.listed?.monthDays = listed
        }
    }

    /// Years for which the days counted from February's end are given; what comes later is noted in the answer.
    static let februaryYears = 12

    /// The last day (and days before it): by the length of the months, February by its years.
    private static func addEnds(_ distances: Set<Int>, _ months: Set<Int>, from year: Int, to result: inout [CronDays])
    {
        func add(_ last: Int, _ months: Set<Int>, _ years: ClosedRange<Int>? = nil) {
            let days = Set(distances.map { last - $0 }.filter { $0 >= 1 })
            guard !days.isEmpty, !months.isEmpty else { return }
            result.append(CronDays(monthDays: days, months: months, weekdays: nil, years: years))
        }
        let short: Set<Int> = [4, 6, 9, 11]
        add(31, months.subtracting(short).subtracting([2]))
        add(30, months.intersection(short))
        guard months.contains(2) else { return }
        // Only leap years have a 29th, so that the last day alone needs no years of its own.
        let isLastOnly = distances == [0]
        if isLastOnly { add(29, [2]) }
        var start = year
        let end = year + (months.count == 1 ? 52 : februaryYears)
        for candidate in year..<end where CivilDate.isLeapYear(candidate) {
            if start < candidate { add(28, [2], start...(candidate - 1)) }
            if !isLastOnly { add(29, [2], candidate...candidate) }
            start = candidate + 1
        }
        if start < end { add(28, [2], start...(end - 1)) }
    }
}
