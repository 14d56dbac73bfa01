internal import CivilTime

/// Finds the dates that people mean, seen from a certain now in a certain zone.
struct MomentCalendar {
    let now: Instant
    let zone: Zone
    let today: CivilDate
    /// Minutes since midnight, as the zone's clocks show.
    let minuteOfDay: Int

    init(now: Instant, zone: Zone) {
        self.now = now
        self.zone = zone
        let civil = zone.civil(at: now)
        today = civil.date
        minuteOfDay = civil.hour * 60 + civil.minute
    }

    // MARK: Instants

    /// The instant of a local time; refused where the clocks skip it.
    func instant(_ date: CivilDate, minute: Int) throws(Refusal) -> Instant {
        guard let local = CivilDateTime(date: date, hour: minute / 60, minute: minute % 60) else {
            throw .impossibleTime("\(minute / 60):\(minute % 60)")
        }
        switch zone.resolve(local) {
        case .unique(let instant), .overlap(let instant, _): return instant
        case .gap:
            throw .clarify(
                "skipped_time",
                "The clocks of \(zone.identifier) skip that time when summer time begins; choose another.")
        }
    }

    // MARK: Dates

    /// The date of a day; `minute` is the time it is meant for, which decides whether today still counts.
    func date(of day: DayReference, minute: Int?) throws(Refusal) -> CivilDate {
        switch day {
        case .daysAhead(let days): return today.adding(days: days)
        case .coming(let weekday): return coming(weekday, minute: minute)
        case .inWeek(let weekday, let ahead): return inWeek(weekday, ahead: ahead, minute: minute)
        case .date(let calendarDay): return try date(of: calendarDay, minute: minute)
        case .inYear(let calendarDay, let ahead):
            guard let date = exact(calendarDay, year: today.year + ahead) else {
                throw .impossibleDate("\(today.year + ahead)-\(calendarDay.month)-\(calendarDay.day)")
            }
            return date
        case .inMonth(let monthDay, let ahead): return try inMonth(monthDay, ahead: ahead, minute: minute)
        case .inNamedMonth(let monthDay, let month, let year):
            return try inNamedMonth(monthDay, month: month, year: year, minute: minute)
        case .startOf(let unit, let ahead): return start(of: unit, ahead: ahead)
        case .endOf(let unit, let ahead): return end(of: unit, ahead: ahead)
        case .ahead(let amount): return try adding(amount, to: today)
        case .shifted(let base, let amount):
            let date = try adding(amount, to: try date(of: base, minute: nil))
            // The day before a date that comes every year: when that has passed, next year's.
            if date < today, case .date(let day) = base, day.year == nil {
                return try adding(amount, to: try self.date(of: .inYear(day, ahead: 1), minute: nil))
            }
            return date
        case .businessDaysAhead(let days): return businessDays(days)
        case .weekdayBeside(let weekday, let base, let isBefore):
            let day = try date(of: base, minute: nil)
            let distance = (weekday - day.weekday + 7) % 7
            return day.adding(days: isBefore ? (distance == 0 ? -7 : distance - 7) : (distance == 0 ? 7 : distance))
        }
    }

    private func isOver(_ date: CivilDate, _ minute: Int?) -> Bool {
        if date != today { return date < today }
        return minute.map { $0 <= minuteOfDay } ?? false
    }

    private func coming(_ weekday: Int, minute: Int?) -> CivilDate {
        let date = today.adding(days: (weekday - today.weekday + 7) % 7)
        return isOver(date, minute) ? date.adding(days: 7) : date
    }

    /// Weeks start on Monday. "This" weekday is the coming one when it has not passed.
    private func inWeek(_ weekday: Int, ahead: Int, minute: Int?) -> CivilDate {
        let monday = CivilCalendar.monday(of: today).adding(days: 7 * ahead)
        return monday.adding(days: (weekday + 6) % 7)
    }

    func date(of day: CalendarDay, minute: Int?) throws(Refusal) -> CivilDate {
        if let year = day.year {
            guard let date = exact(day, year: year) else { throw .impossibleDate("\(year)-\(day.month)-\(day.day)") }
            return date
        }
        // The 29th of February can be eight years away.
        for year in today.year...(today.year + 8) {
            if let date = exact(day, year: year), !isOver(date, minute) { return date }
        }
        throw .impossibleDate("day \(day.day) of month \(day.month)")
    }

    private func exact(_ day: CalendarDay, year: Int) -> CivilDate? {
        day.holiday?.date(year: year) ?? CivilDate(year: year, month: day.month, day: day.day)
    }

    private func inMonth(_ monthDay: MonthDay, ahead: Int?, minute: Int?) throws(Refusal) -> CivilDate {
        if let ahead {
            let (year, month) = CivilCalendar.month(of: today, ahead: ahead)
            guard let date = CivilCalendar.date(of: monthDay, month: month, year: year) else {
                throw .impossibleDate("that day in month \(month)")
            }
            return date
        }
        for distance in 0...12 {
            let (year, month) = CivilCalendar.month(of: today, ahead: distance)
            if let date = CivilCalendar.date(of: monthDay, month: month, year: year), !isOver(date, minute) {
                return date
            }
        }
        throw .impossibleDate("that day in any month")
    }

    private func inNamedMonth(_ monthDay: MonthDay, month: Int, year: Int?, minute: Int?) throws(Refusal) -> CivilDate {
        for candidate in year.map({ [$0] }) ?? Array(today.year...(today.year + 8)) {
            guard let date = CivilCalendar.date(of: monthDay, month: month, year: candidate) else { continue }
            if year != nil || !isOver(date, minute) { return date }
        }
        throw .impossibleDate("that day in month \(month)")
    }

    // MARK: Weeks, months, quarters, years

    func start(of unit: TimeUnit, ahead: Int) -> CivilDate {
        switch unit {
        case .week: return CivilCalendar.monday(of: today).adding(days: 7 * ahead)
        case .month: return first(monthsAhead: ahead)
        case .quarter: return first(monthsAhead: ahead * 3 - (today.month - 1) % 3)
        case .year: return CivilDate(year: today.year + ahead, month: 1, day: 1) ?? today
        case .second, .minute, .hour, .day: return today.adding(days: ahead)
        }
    }

    /// The week ends on Friday, as at work.
    func end(of unit: TimeUnit, ahead: Int) -> CivilDate {
        switch unit {
        case .week: return CivilCalendar.monday(of: today).adding(days: 7 * ahead + 4)
        case .month, .quarter, .year: return start(of: unit, ahead: ahead + 1).adding(days: -1)
        case .second, .minute, .hour, .day: return today.adding(days: ahead)
        }
    }

    private func first(monthsAhead: Int) -> CivilDate {
        let (year, month) = CivilCalendar.month(of: today, ahead: monthsAhead)
        return CivilDate(year: year, month: month, day: 1) ?? today
    }

    func adding(_ amount: Amount, to date: CivilDate) throws(Refusal) -> CivilDate {
        guard amount.count < 10_000 else { throw .clarify("too_far", "That is too far in the future.") }
        switch amount.unit {
        case .day: return date.adding(days: amount.count)
        case .week: return date.adding(days: 7 * amount.count)
        case .month: return CivilCalendar.adding(months: amount.count, to: date)
        case .quarter: return CivilCalendar.adding(months: 3 * amount.count, to: date)
        case .year: return CivilCalendar.adding(months: 12 * amount.count, to: date)
        case .second, .minute, .hour: return date
        }
    }

    private func businessDays(_ days: Int) -> CivilDate {
        var date = today
        var left = min(days, 1000)
        while left > 0 {
            date = date.adding(days: 1)
            if (1...5).contains(date.weekday) { left -= 1 }
        }
        return date
    }
}
