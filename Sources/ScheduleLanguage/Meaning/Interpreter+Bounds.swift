internal import CivilTime

/// When a repeating schedule begins and ends.
extension Interpreter {
    func addBounds(to recurrence: inout Recurrence) throws(Refusal) {
        if let start = frame.start, let point = try startPoint(start) { recurrence.start = point }
        if let end = frame.end { recurrence.end = try endPoint(end, from: recurrence.start) }
        if let period = frame.period { try add(period, to: &recurrence) }
        if let start = recurrence.start, let end = recurrence.end, end < start {
            throw .clarify("end_before_start", "The end lies before the start.")
        }
        if let lasting = frame.lasting {
            guard lasting.unit >= .hour || frame.timeStep != nil else { return }
            guard lasting.unit >= .day || frame.timeStep != nil && frame.windows.isEmpty && frame.start == nil else {
                // "every day at 9 for an hour": how long each run takes says nothing about when it runs.
                if frame.timeStep == nil { return }
                throw .clarify("ambiguous_end", "Does that stretch come once or every day? Say from when to when.")
            }
            recurrence.lasting = lasting
        }
    }

    /// "every 15 minutes from 2pm to 4pm today": an interval shorter than a day, on a day that comes once.
    mutating func boundByMoment() throws(Refusal) {
        guard frame.timeStep != nil || !frame.minutes.isEmpty, !frame.moments.isEmpty else { return }
        guard frame.moments.count == 1, frame.start?.day == nil, frame.end?.day == nil else {
            throw .clarify("two_bounds", "An interval within a day and several days were said; say from when to when.")
        }
        let day = frame.moments[0]
        frame.moments = []
        if let end = frame.end?.clock, frame.windows.isEmpty {
            frame.windows = [Window(from: frame.start?.clock, to: end)]
        } else if let start = frame.start?.clock, frame.windows.isEmpty {
            frame.windows = [Window(from: start, to: nil)]
        }
        frame.start = BoundPoint(day: day)
        frame.end = BoundPoint(day: day)
    }

    /// "every day this week", "every Monday next month"
    private func add(_ period: Frame.Period, to recurrence: inout Recurrence) throws(Refusal) {
        guard recurrence.start == nil, recurrence.end == nil else {
            throw .clarify("two_bounds", "Two starts or ends were given; which one is meant?")
        }
        let first = calendar.start(of: period.unit, ahead: period.ahead)
        let last = calendar.start(of: period.unit, ahead: period.ahead + 1).adding(days: -1)
        if period.ahead > 0 { recurrence.start = CivilDateTime(date: first) }
        recurrence.end = CivilDateTime(date: last, hour: 23, minute: 59)
    }

    private func startPoint(_ point: BoundPoint) throws(Refusal) -> CivilDateTime? {
        if let stamp = point.stamp { return try civil(stamp) }
        guard let day = point.day else { return nil }
        let named = try asker.date(of: day, minute: nil)
        let date = point.isInclusive ? named : named.adding(days: 1)
        // "in 2026" began already and has not ended.
        guard date >= calendar.today || frame.end != nil else { throw .past }
        let clock = frame.timeStep == nil ? nil : point.clock
        return CivilDateTime(date: date, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0)
    }

    /// The last local time at which it may run.
    private func endPoint(_ point: BoundPoint, from start: CivilDateTime?) throws(Refusal) -> CivilDateTime? {
        if let stamp = point.stamp { return try civil(stamp) }
        let date: CivilDate
        if let day = point.day {
            var found = try asker.date(of: day, minute: nil)
            // "from December 20 to January 5": the end is in the next year.
            if let start, found < start.date, case .date(let written) = day, written.year == nil {
                found = CivilCalendar.adding(months: 12, to: found)
            }
            date = found
        } else if frame.windows.isEmpty, frame.start?.clock == nil, let clock = point.clock {
            // "every 10 minutes until 6pm": today.
            guard clock.minuteOfDay > calendar.minuteOfDay || clock.minuteOfDay == 0 else { throw .past }
            date = clock.minuteOfDay == 0 ? calendar.today.adding(days: 1) : calendar.today
        } else {
            return nil
        }
        guard date >= calendar.today else { throw .past }
        if let clock = point.clock { return CivilDateTime(date: date, hour: clock.hour, minute: clock.minute) }
        let isExclusive = !point.isInclusive || isStartOfPeriod(point.day)
        return CivilDateTime(date: isExclusive ? date.adding(days: -1) : date, hour: 23, minute: 59)
    }

    /// "until next month", "until 2027": the period that is named is not in.
    private func isStartOfPeriod(_ day: DayReference?) -> Bool {
        switch day {
        case .startOf?: true
        case .inNamedMonth(.day(1), 1, let year?)?: year > 0
        default: false
        }
    }

    func civil(_ stamp: WrittenTimestamp) throws(Refusal) -> CivilDateTime {
        calendar.zone.civil(at: try instant(of: stamp))
    }

    func instant(of stamp: WrittenTimestamp) throws(Refusal) -> Instant {
        guard
            let local = CivilDateTime(
                year: stamp.year, month: stamp.month, day: stamp.day, hour: stamp.hour, minute: stamp.minute,
                second: stamp.second)
        else { throw .impossibleDate("\(stamp.year)-\(stamp.month)-\(stamp.day) \(stamp.hour):\(stamp.minute)") }
        guard let offset = stamp.offsetSeconds else {
            return try calendar.instant(local.date, minute: stamp.hour * 60 + stamp.minute)
                + .seconds(Int64(stamp.second))
        }
        guard case .unique(let instant) = Zone.utc.resolve(local) else {
            throw .impossibleDate("\(stamp.year)-\(stamp.month)-\(stamp.day)")
        }
        return instant - .seconds(Int64(offset))
    }
}
