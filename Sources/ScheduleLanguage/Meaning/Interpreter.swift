internal import CivilTime

/// Gives one schedule of a prompt its meaning: once or repeating, at which times, on which days.
struct Interpreter {
    var frame: Frame
    let utterance: Utterance
    let calendar: MomentCalendar
    /// The calendar of the person who asks: "tomorrow" is theirs, whatever zone the time is told in.
    let asker: MomentCalendar
    var notes: [String] = []

    init(frame: Frame, utterance: Utterance, now: Instant, zone: Zone, askerZone: Zone) {
        self.frame = frame
        self.utterance = utterance
        calendar = MomentCalendar(now: now, zone: zone)
        asker = MomentCalendar(now: now, zone: askerZone)
    }

    mutating func schedule() throws(Refusal) -> Schedule {
        try checkFrame()
        makeWindowOfEnd()
        try boundByMoment()
        try settleWindows()
        let isRecurring = try self.isRecurring()
        let meaning: Meaning = isRecurring ? .recurring(try recurrence()) : .once(try instants())
        return Schedule(meaning: meaning, zone: calendar.zone, notes: notes)
    }

    // MARK: Once or repeating

    private func checkFrame() throws(Refusal) {
        if let amount = frame.timeStep, amount.unit == .second, amount.count % 60 != 0 {
            throw .clarify(
                "below_the_minute",
                "Schedules with five fields go down to the minute; \(amount.count) seconds is less exact than that.")
        }
        if let minute = frame.minutes.first(where: { !(0...59).contains($0) }) {
            throw .clarify("impossible_time", "An hour has no minute \(minute).")
        }
        if frame.timeStep != nil, !frame.dayParts.isEmpty, frame.windows.isEmpty, frame.times.isEmpty {
            throw .clarify("window_not_said", "From when to when? Say for example 'between 8am and noon'.")
        }
        if let runs = frame.runs, runs < 1 || runs > 1000 {
            throw .clarify("impossible_count", "A schedule can be limited to 1 to 1000 runs.")
        }
    }

    /// Documented: schedule-language 3: "on Monday at 9" is once, "every Monday" and "Mondays" repeat.
    private mutating func isRecurring() throws(Refusal) -> Bool {
        if !frame.elapsed.isEmpty || !frame.stamps.isEmpty { return false }
        if frame.timeStep != nil || frame.perUnit != nil || !frame.minutes.isEmpty { return true }
        if let period = frame.period, frame.dayStep == nil, frame.monthDays == nil, frame.dates.isEmpty,
            frame.moments.isEmpty, frame.days.map({ $0.habit == .single }) ?? true
        {
            // "Monday next week" is a day; "next week" alone is none.
            guard let days = frame.days, period.unit == .week else {
                throw .clarify("day_not_said", "On which day of that \(period.unit.word)?")
            }
            frame.moments = days.days.sorted().map { .inWeek(weekday: $0, ahead: period.ahead) }
            (frame.days, frame.period) = (nil, nil)
            return false
        }
        if !frame.moments.isEmpty { return try momentsRecur() }
        // "January 20 to 22, daily": those days, once.
        if !frame.dates.isEmpty, frame.dayStep == Amount(count: 1, unit: .day), !frame.isYearly { return false }
        if frame.dayStep != nil || frame.isYearly { return true }
        if let days = frame.days, days.habit != .single { return true }
        if let days = frame.monthDays, try monthDaysRecur(days) { return true }
        if let months = frame.months, months.isRecurring { return true }
        if frame.runs != nil { return true }
        if !frame.dates.isEmpty { return try datesRecur() }
        if let days = frame.days { return try singleDaysRecur(days) }
        if frame.monthDays != nil { return false }
        if let months = frame.months { return try monthsRecur(months) }
        return try timesRecur()
    }

    private func momentsRecur() throws(Refusal) -> Bool {
        if frame.dayStep != nil || frame.days?.habit == .always {
            throw .clarify("once_or_repeating", "Is that once, or again and again? Both were said.")
        }
        return false
    }

    private func monthDaysRecur(_ days: MonthDays) throws(Refusal) -> Bool {
        switch days.scope {
        case .everyMonth, .everyMonths, .quarter, .year: return true
        case .theMonth:
            if days.isMonthEnd, days.isNamed, !days.isEvery { return utterance.verb == .none || utterance.verb == .job }
            return !days.isMonthEnd || days.isEvery || frame.dayStep != nil
        case .months(let months):
            return days.isEvery || months.count > 1 || utterance.verb == .none || utterance.verb == .job
        case .unsaid:
            if days.isEvery || frame.months != nil { return true }
            guard days.days.count > 1 else { return false }
            if utterance.verb == .none || utterance.verb == .job { return true }
            throw .clarify(
                "once_or_every_month", "Is that once, or every month? Say 'of every month' or name the month.")
        case .ahead: return false
        }
    }

    /// "on the 1st of March, June and September" is a yearly plan; single dates are not.
    private func datesRecur() throws(Refusal) -> Bool {
        if frame.days?.habit == .always { return true }
        let isPlan =
            frame.dates.count > 1 && Set(frame.dates.map(\.day)).count == 1
            && frame.dates.allSatisfy { $0.year == nil && $0.holiday == nil }
        return isPlan && (frame.dates.count > 2 || utterance.verb == .none || utterance.verb == .job)
    }

    private func singleDaysRecur(_ days: DayNames) throws(Refusal) -> Bool {
        if !frame.windows.isEmpty, frame.times.isEmpty { return true }
        if frame.months != nil, utterance.verb == .none || utterance.verb == .job { return true }
        if frame.isOneOfSeveral, utterance.verb == .none || utterance.verb == .job { return true }
        guard days.days.count > 1 else { return false }
        if days.isGroup, days.days == [0, 6] {
            throw .clarify("once_or_every_week", "This weekend or every weekend? Say 'this' or 'every'.")
        }
        if utterance.verb == .none || utterance.verb == .job || days.days.count > 2 { return true }
        throw .ambiguousDays
    }

    private func monthsRecur(_ months: MonthNames) throws(Refusal) -> Bool {
        if utterance.verb == .none || utterance.verb == .job, frame.hasTime { return true }
        throw .clarify(
            "day_not_said", "On which day of the month? Say for example 'on the 1st', or 'every day in' the month.")
    }

    /// A bare clock is the next such time in a request to somebody, and daily as a job's schedule.
    private func timesRecur() throws(Refusal) -> Bool {
        if !frame.windows.isEmpty, frame.times.isEmpty {
            throw .clarify("interval_not_said", "How often in that time? Say for example 'every 30 minutes'.")
        }
        guard !frame.times.isEmpty || !frame.dayParts.isEmpty else {
            throw .clarify("time_not_said", "When? Say a day and a time.")
        }
        switch utterance.verb {
        case .none:
            if utterance.hasObject {
                throw .clarify(
                    "once_or_every_day", "Is that once, or every day? Say 'today', 'tomorrow' or 'every day'.")
            }
            return true
        case .job: return true
        case .reminder, .send, .other: return frame.start != nil || frame.end != nil || frame.lasting != nil
        }
    }
}
