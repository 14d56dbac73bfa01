internal import CivilTime

/// The days of a repeating schedule.
extension Interpreter {
    mutating func recurrence() throws(Refusal) -> Recurrence {
        moveBoundClock()
        let minutes = try minutesOfDay()
        var days = try dayPattern()
        try removeExceptions(from: &days)
        var recurrence = Recurrence(minutes: minutes, days: days)
        recurrence.unit = frame.timeStep?.unit ?? frame.dayStep?.unit
        recurrence.runs = frame.runs
        try addBounds(to: &recurrence)
        return recurrence
    }

    /// "every day starting tomorrow at 9am", "daily from 9am", "every day until Friday at 8": the bound's clock is the
    /// schedule's time.
    private mutating func moveBoundClock() {
        guard frame.times.isEmpty, frame.timeStep == nil, frame.minutes.isEmpty else { return }
        if let clock = frame.start?.clock {
            frame.times = [clock]
            frame.start?.clock = nil
        } else if frame.end?.day != nil, let clock = frame.end?.clock {
            frame.times = [clock]
        }
    }

    // MARK: Which days

    private mutating func dayPattern() throws(Refusal) -> DayPattern {
        var days = DayPattern()
        days.weekdays = frame.days?.days
        days.months = frame.months?.months
        if frame.windows.contains(where: \.isBusinessHours), days.weekdays == nil, frame.monthDays == nil {
            days.weekdays = Reader.weekdayNumbers
        }
        if !frame.dates.isEmpty {
            guard frame.dates.allSatisfy({ $0.year == nil }) else {
                throw .clarify("year_given", "A date that repeats cannot have a year.")
            }
            if let step = frame.dayStep, step.unit == .year, step.count > 1 {
                throw .inexact("every \(step.count) years")
            }
            days.dates = frame.dates
            return days
        }
        if let monthDays = frame.monthDays { try add(monthDays, to: &days) }
        if let step = frame.dayStep { try add(step, to: &days) }
        if frame.months?.isEvery == true, frame.dayStep == nil, frame.timeStep == nil { addDefaultDay(to: &days) }
        if let perUnit = frame.perUnit, perUnit.unit > .day { try checkPerUnit(perUnit.count, perUnit.unit, days) }
        return days
    }

    private func add(_ monthDays: MonthDays, to days: inout DayPattern) throws(Refusal) {
        days.monthDays = monthDays.days
        switch monthDays.scope {
        case .unsaid, .theMonth, .everyMonth, .ahead: break
        case .everyMonths(let count): days.months = try months(every: count)
        case .months(let months): days.months = months
        case .quarter: days.months = Set(monthDays.days.contains(where: \.isFromEnd) ? [3, 6, 9, 12] : [1, 4, 7, 10])
        case .year:
            guard !monthDays.days.contains(where: { if case .day(let number) = $0 { number > 31 } else { false } })
            else { throw .impossibleDate("in a year") }
            days.months = monthDays.days.contains(where: \.isFromEnd) ? [12] : [1]
        }
        if monthDays.scope == .quarter, monthDays.days.contains(where: \.isFromEnd),
            !monthDays.days.allSatisfy(\.isFromEnd)
        {
            throw .inexact("both the start and the end of a quarter")
        }
    }

    private func months(every count: Int) throws(Refusal) -> Set<Int> {
        guard (1...12).contains(count), 12 % count == 0 else { throw .inexact("every \(count) months") }
        var first = 1
        if case .date(let day)? = frame.start?.day { first = day.month }
        if case .inNamedMonth(_, let month, _)? = frame.start?.day { first = month }
        return Set((0..<(12 / count)).map { (first - 1 + $0 * count) % 12 + 1 })
    }

    /// "every 3 days", "weekly", "every 2 months" with what else was said about days.
    private mutating func add(_ step: Amount, to days: inout DayPattern) throws(Refusal) {
        switch step.unit {
        case .day: try addDays(step.count, to: &days)
        case .week:
            guard step.count == 1 else { throw .inexact("every \(step.count) weeks") }
            guard days.monthDays.isEmpty else {
                throw .clarify("two_intervals", "Every week and a day of the month were both said.")
            }
            if days.weekdays == nil, days.monthDays.isEmpty {
                notes.append("no day was said: Monday is assumed")
                days.weekdays = [1]
            }
        case .month:
            try checkWhichWeek(days)
            if step.count > 1 { days.months = try months(every: step.count) }
            addDefaultDay(to: &days)
        case .quarter:
            guard step.count == 1 || step.count == 2 else { throw .inexact("every \(step.count) quarters") }
            try checkWhichWeek(days)
            let ends = days.monthDays.contains(where: \.isFromEnd)
            if days.months == nil {
                days.months = step.count == 1 ? (ends ? [3, 6, 9, 12] : try months(every: 3)) : [1, 7]
            }
            addDefaultDay(to: &days)
        case .year:
            guard step.count == 1 else { throw .inexact("every \(step.count) years") }
            if days.months == nil { try checkWhichWeek(days) }
            if days.months == nil { days.months = [1] }
            addDefaultDay(to: &days)
        case .second, .minute, .hour: break
        }
    }

    /// "monthly on Mondays": the first, the last or all of them? "every Monday of every month" are all.
    private func checkWhichWeek(_ days: DayPattern) throws(Refusal) {
        guard days.weekdays != nil, days.monthDays.isEmpty, frame.days?.isEvery == false else { return }
        throw .clarify(
            "which_week", "Which of those days of the month? Say for example 'the first Monday of every month'.")
    }

    private mutating func addDefaultDay(to days: inout DayPattern) {
        guard days.monthDays.isEmpty, days.weekdays == nil else { return }
        if case .date(let day)? = frame.start?.day, day.holiday == nil {
            days.monthDays = [.day(day.day)]
            if frame.dayStep?.unit == .year { days.months = [day.month] }
            return
        }
        notes.append("no day was said: the first is assumed")
        days.monthDays = [.day(1)]
    }

    /// Documented: schedule-language 3: every N days is `*/N`, which starts again each month.
    private mutating func addDays(_ count: Int, to days: inout DayPattern) throws(Refusal) {
        guard count > 1 else { return }
        guard count <= 15, count % 7 != 0 else { throw .inexact("every \(count) days") }
        guard days.weekdays == nil, days.monthDays.isEmpty else {
            throw .clarify("two_intervals", "An interval of days and certain days were both given; which one is meant?")
        }
        notes.append("approximate: every \(count) days, counted anew from the 1st of each month")
        days.monthDays = stride(from: 1, through: 31, by: count).map(MonthDay.day)
    }

    private func checkPerUnit(_ count: Int, _ unit: TimeUnit, _ days: DayPattern) throws(Refusal) {
        let named =
            unit == .week
            ? days.weekdays?.count
            : days.monthDays.isEmpty ? nil : days.monthDays.count * (unit == .year ? days.months?.count ?? 12 : 1)
        guard named == count else { throw .clarify("days_not_said", "On which \(count) days of the \(unit.word)?") }
    }

    // MARK: Exceptions

    private func removeExceptions(from days: inout DayPattern) throws(Refusal) {
        for exception in frame.exceptions {
            if !exception.days.isEmpty {
                guard days.monthDays.isEmpty else { throw .inexact("days of the month except certain weekdays") }
                days.weekdays = (days.weekdays ?? Reader.allDays).subtracting(exception.days)
            }
            if !exception.months.isEmpty { days.months = (days.months ?? Set(1...12)).subtracting(exception.months) }
            if days.monthDays.isEmpty || exception.monthDays.isEmpty {
                days.exceptMonthDays += exception.monthDays
            } else {
                days.monthDays.removeAll { exception.monthDays.contains($0) }
            }
            days.exceptDates += exception.dates
        }
        if days.weekdays == Reader.allDays { days.weekdays = nil }
        guard days.weekdays?.isEmpty != true, days.months?.isEmpty != true else {
            throw .clarify("empty_schedule", "Nothing is left of that schedule once the exceptions are taken away.")
        }
    }
}

extension MonthDay {
    /// Whether it counts from the end of the month.
    var isFromEnd: Bool {
        switch self {
        case .fromEnd: true
        case .nthWeekday(let rank, _): rank < 0
        case .businessDay(let rank): rank < 0
        case .day, .nearestWeekday: false
        }
    }
}
