internal import CivilTime

/// The instants of a schedule that does not repeat.
extension Interpreter {
    mutating func instants() throws(Refusal) -> [Instant] {
        let found = try allInstants()
        guard !found.isEmpty else { throw .clarify("time_not_said", "When? Say a day and a time.") }
        for instant in found where instant <= calendar.now { throw .past }
        for instant in found where instant > calendar.now + .days(366 * 20) {
            throw .clarify("too_far", "That is more than twenty years away.")
        }
        return Array(Set(found)).sorted()
    }

    private mutating func allInstants() throws(Refusal) -> [Instant] {
        if let runs = frame.runs, runs > 1 { throw .clarify("times_not_said", "At which \(runs) times?") }
        if let period = frame.period { try place(in: period) }
        if frame.end != nil || frame.lasting.map({ $0.unit >= .day }) == true {
            throw .clarify(
                "once_with_end", "An end was given for something that happens once; say how often it should happen.")
        }
        if !frame.stamps.isEmpty {
            var result: [Instant] = []
            for stamp in frame.stamps { result.append(try instant(of: stamp)) }
            return result
        }
        if !frame.elapsed.isEmpty { return try elapsedInstants() }
        let references = try self.references()
        if !frame.windows.isEmpty, frame.times.isEmpty {
            throw .clarify("time_not_said", "At what time within that stretch?")
        }
        return try combined(references)
    }

    /// "on the 5th next month"
    private mutating func place(in period: Frame.Period) throws(Refusal) {
        guard period.unit == .month, let days = frame.monthDays, days.scope == .unsaid || days.scope == .theMonth else {
            guard period.unit == .week,
                !frame.moments.isEmpty || !frame.dates.isEmpty || !frame.stamps.isEmpty || !frame.elapsed.isEmpty
            else {
                throw .clarify("day_not_said", "On which day of that \(period.unit.word)?")
            }
            return
        }
        frame.monthDays?.scope = .ahead(period.ahead)
    }

    private func elapsedInstants() throws(Refusal) -> [Instant] {
        if frame.hasDay || !frame.times.isEmpty {
            throw .clarify("two_times", "Two times were given; which one is meant?")
        }
        let whole = Instant(milliseconds: calendar.now.milliseconds - calendar.now.milliseconds % 1000)
        return frame.elapsed.map { whole + .seconds(Int64($0)) }
    }

    /// The days it is about; today or tomorrow for a bare time.
    private func references() throws(Refusal) -> [DayReference] {
        if !frame.moments.isEmpty {
            if let days = frame.days, days.habit == .single {
                if frame.moments.count == 1, case .ahead(let amount) = frame.moments[0], amount.unit == .week {
                    return days.days.sorted().map { .inWeek(weekday: $0, ahead: amount.count) }
                }
                return try checkedWeekday(frame.moments, days)
            }
            return frame.moments
        }
        if !frame.dates.isEmpty { return try checkedWeekday(frame.dates.map(DayReference.date), frame.days) }
        if let monthDays = frame.monthDays { return try monthReferences(monthDays) }
        if let days = frame.days {
            if let day = frame.start?.day { return [day] }
            return days.days.sorted().map { .coming(weekday: $0) }
        }
        return []
    }

    /// "Friday, March 6" must be a Friday.
    private func checkedWeekday(_ references: [DayReference], _ days: DayNames?) throws(Refusal) -> [DayReference] {
        guard let days, let weekday = days.days.first, days.days.count == 1 else { return references }
        for reference in references where try asker.date(of: reference, minute: nil).weekday != weekday {
            throw .clarify("weekday_does_not_match", "That date is not the day of the week that was named.")
        }
        return references
    }

    private func monthReferences(_ monthDays: MonthDays) throws(Refusal) -> [DayReference] {
        var result: [DayReference] = []
        for day in monthDays.days {
            switch monthDays.scope {
            case .months(let months):
                for month in months.sorted() { result.append(.inNamedMonth(day, month: month, year: nil)) }
            case .ahead(let months): result.append(.inMonth(day, ahead: months))
            case .unsaid, .theMonth, .everyMonth, .everyMonths, .quarter, .year:
                // "Friday the 13th": the next month in which both agree.
                guard let weekday = frame.days?.days.first, case .day(let number) = day else {
                    result.append(.inMonth(day, ahead: nil))
                    continue
                }
                var pattern = DayPattern()
                (pattern.monthDays, pattern.weekdays) = ([.day(number)], [weekday])
                guard let date = DateList.dates(pattern, from: calendar.today, through: nil, limit: 1).first else {
                    throw .impossibleDate("that weekday and day of the month")
                }
                result.append(.date(CalendarDay(month: date.month, day: date.day, year: date.year)))
            }
        }
        return result
    }

    /// Every day with every time.
    private mutating func combined(_ references: [DayReference]) throws(Refusal) -> [Instant] {
        let isEndOfDay = references.contains { if case .endOf = $0 { true } else { false } }
        let minutes = try clockMinutes(defaultMinute: isEndOfDay ? 17 * 60 : Self.defaultMinute)
        var result: [Instant] = []
        for minute in minutes {
            if references.isEmpty {
                let date = minute > calendar.minuteOfDay ? calendar.today : calendar.today.adding(days: 1)
                result.append(try calendar.instant(date, minute: minute))
            }
            for reference in references {
                var date = try asker.date(of: reference, minute: calendar.zone == asker.zone ? minute : nil)
                // Midnight "tonight" and "Friday night" is the end of that day.
                if minute == 0, frame.dayParts.contains(.night) || isTonight { date = date.adding(days: 1) }
                result.append(try calendar.instant(date, minute: minute))
            }
        }
        return result
    }

    private var isTonight: Bool { frame.dayParts == [.night] || frame.dayParts == [.evening] }
}
