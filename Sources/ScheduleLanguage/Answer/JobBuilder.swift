internal import CivilTime
internal import Cron

/// Makes the jobs of a schedule: crons, bounds, first and last runs.
struct JobBuilder {
    let schedule: Schedule
    let request: ScheduleRequest
    /// The job as the words around the schedules have it.
    let wordedJob: JobConfiguration

    /// A cron with the instants between which it runs.
    struct Part {
        var expression: String
        var first: Instant
        var last: Instant?

        /// The cron, read only where runs between the first and the last are asked for.
        var spec: CronSpec? { try? CronSpec(parsing: expression) }
    }

    /// Runs that are worked out where a count or a list of dates bounds a schedule.
    static let listedRuns = 50

    func jobs() throws(Refusal) -> [JobConfiguration] {
        switch schedule.meaning {
        case .once(let instants): return try instants.map { instant throws(Refusal) in try single(instant) }
        case .recurring(let recurrence): return try repeating(recurrence)
        }
    }

    private func job(notes: [String]) -> JobConfiguration {
        var job = wordedJob
        job.timezone = schedule.zone.identifier
        if !notes.isEmpty {
            let key = notes.contains { $0.hasPrefix("approximate") } ? "approximation" : "note"
            job.metadata.insert(JobConfiguration.Entry(key: key, value: notes.joined(separator: "; ")), at: 0)
        }
        return job
    }

    // MARK: Once

    private func single(_ instant: Instant) throws(Refusal) -> JobConfiguration {
        var job = job(notes: schedule.notes)
        let text = rfc3339(instant)
        job.recurrence = .none
        job.nextRunAt = text
        let civil = schedule.zone.civil(at: instant)
        if civil.second == 0 {
            // A year later the same cron would run again; its end says that it does not.
            job.cronExpression = "\(civil.minute) \(civil.hour) \(civil.date.day) \(civil.date.month) *"
            job.endDate = text
            // Where the same date comes before, as in "March 1 next year", the start leaves that out.
            if let spec = try? CronSpec(parsing: job.cronExpression ?? ""),
                spec.next(after: request.now, in: schedule.zone) != instant
            {
                job.startDate = text
            }
        } else {
            job.startDate = text
        }
        return job
    }

    // MARK: Repeating

    private func repeating(_ recurrence: Recurrence) throws(Refusal) -> [JobConfiguration] {
        var notes = schedule.notes
        var parts = try self.parts(recurrence, notes: &notes).sorted {
            ($0.first, $0.expression) < ($1.first, $1.expression)
        }
        if let end = try lastInstant(parts, recurrence) { parts = bounded(parts, through: end) }
        guard !parts.isEmpty else {
            throw .clarify("never_runs", "That schedule never runs between its start and its end.")
        }
        guard parts.count <= 60 else {
            throw .clarify("not_expressible", "That schedule needs too many cron expressions; choose a simpler one.")
        }
        if parts.count > 1 { notes.append("\(parts.count) jobs together make this schedule") }
        var template = job(notes: notes)
        template.recurrence = RecurrenceRule.nearest(recurrence)
        return parts.map { part in
            var job = template
            job.cronExpression = part.expression
            job.nextRunAt = rfc3339(part.first)
            job.startDate = rfc3339(part.first)
            job.endDate = part.last.map(rfc3339)
            return job
        }
    }

    /// The crons of a schedule, each with its first run after now and within its start.
    private func parts(_ recurrence: Recurrence, notes: inout [String]) throws(Refusal) -> [Part] {
        let from = try start(recurrence)
        let firstDay = schedule.zone.civil(at: from).date
        let plan = try DayPlan.plan(recurrence.days, from: firstDay.year)
        var parts: [Part] = []
        let groups = recurrence.minutes.groups
        for days in plan.cronDays {
            for group in groups {
                let expression = CronText.expression(minutes: group.minutes, hours: group.hours, days: days)
                if let part = part(expression, from: from, years: days.years) { parts.append(part) }
            }
        }
        if plan.cronDays.contains(where: { $0.years != nil }) {
            notes.append("note: the last days of February are given for \(DayPlan.februaryYears) years")
        }
        if let listed = plan.listed {
            parts += listedParts(listed, recurrence, from: from, firstDay: firstDay, notes: &notes)
        }
        return parts
    }

    private func part(_ expression: String, from: Instant, years: ClosedRange<Int>?) -> Part? {
        guard let spec = try? CronSpec(parsing: expression) else { return nil }
        var earliest = from
        var latest: Instant?
        if let years {
            if let first = instant(years.lowerBound, 1, 1, 0) { earliest = max(earliest, first) }
            latest = instant(years.upperBound, 12, 31, 1439)
        }
        guard let first = spec.next(atOrAfter: earliest, in: schedule.zone) else { return nil }
        if let latest {
            guard first <= latest, let last = spec.previous(before: latest, in: schedule.zone) else { return nil }
            return Part(expression: expression, first: first, last: last)
        }
        return Part(expression: expression, first: first, last: nil)
    }

    private func instant(_ year: Int, _ month: Int, _ day: Int, _ minute: Int) -> Instant? {
        guard let local = CivilDateTime(year: year, month: month, day: day, hour: minute / 60, minute: minute % 60)
        else { return nil }
        return instant(local)
    }

    /// A local time's instant; where clocks skip it, the instant at which they do.
    private func instant(_ local: CivilDateTime) -> Instant {
        switch schedule.zone.resolve(local) {
        case .unique(let instant), .overlap(let instant, _), .gap(let instant): instant
        }
    }

    /// Runs count strictly after now and from the start on.
    private func start(_ recurrence: Recurrence) throws(Refusal) -> Instant {
        let afterNow = request.now + .milliseconds(1)
        guard let start = recurrence.start else { return afterNow }
        return max(afterNow, instant(start))
    }

    // MARK: Days that no cron says

    /// Dates in a list become crons with a first and a last run, exact up to a last date that the note names.
    private func listedParts(
        _ days: DayPattern, _ recurrence: Recurrence, from: Instant, firstDay: CivilDate, notes: inout [String]
    ) -> [Part] {
        let perDay = max(recurrence.minutes.count, 1)
        let wanted = recurrence.runs ?? Self.listedRuns
        let limit = min(max((wanted + perDay - 1) / perDay + 1, 12), Self.listedRuns + 2)
        let dates = DateList.dates(days, from: firstDay, through: recurrence.end?.date, limit: limit)
        let groups = recurrence.minutes.groups
        var parts: [Part] = []
        for stretch in DateList.stretches(dates) {
            let days = CronDays(monthDays: [stretch.day], months: stretch.months, weekdays: nil)
            for group in groups {
                let expression = CronText.expression(minutes: group.minutes, hours: group.hours, days: days)
                guard let ends = ends(stretch, group.minutes, group.hours, expression, from: from) else { continue }
                parts.append(Part(expression: expression, first: ends.first, last: ends.last))
            }
        }
        if dates.count == limit, let last = dates.last {
            notes.append("note: cron has no such day of the month; the dates are given one by one until \(last)")
        }
        return parts
    }

    /// The first and the last run of a stretch; by the cron itself where a clock change or now comes in between.
    private func ends(
        _ stretch: DateList.Stretch, _ minutes: [Int], _ hours: [Int], _ expression: String, from: Instant
    ) -> (first: Instant, last: Instant)? {
        guard let opening = CivilDateTime(date: stretch.first, hour: hours[0], minute: minutes[0]),
            let closing = CivilDateTime(
                date: stretch.last, hour: hours[hours.count - 1], minute: minutes[minutes.count - 1])
        else { return nil }
        if case .unique(let first) = schedule.zone.resolve(opening),
            case .unique(let last) = schedule.zone.resolve(closing), first >= from
        {
            return (first, last)
        }
        guard let spec = try? CronSpec(parsing: expression), let midnight = CivilDateTime(date: stretch.first),
            let end = CivilDateTime(date: stretch.last.adding(days: 1)),
            let first = spec.next(atOrAfter: max(from, instant(midnight)), in: schedule.zone),
            let last = spec.previous(before: instant(end), in: schedule.zone), first <= last
        else { return nil }
        return (first, last)
    }

    // MARK: Ends

    /// The last instant at which any part may run: from the end, the number of runs or the time it lasts.
    private func lastInstant(_ parts: [Part], _ recurrence: Recurrence) throws(Refusal) -> Instant? {
        var ends: [Instant] = []
        if let end = recurrence.end { ends.append(instant(end)) }
        if let amount = recurrence.lasting, let first = parts.first?.first {
            ends.append(try end(of: amount, from: first))
        }
        if let runs = recurrence.runs { if let last = instantOfRun(runs, parts) { ends.append(last) } }
        return ends.min()
    }

    /// N periods from the first run on, that end excluded; a stretch of hours or minutes counts from now.
    private func end(of amount: Amount, from first: Instant) throws(Refusal) -> Instant {
        if let seconds = amount.unit.seconds { return request.now + .seconds(Int64(amount.count) * Int64(seconds)) }
        let civil = schedule.zone.civil(at: first)
        let date = try MomentCalendar(now: request.now, zone: schedule.zone).adding(amount, to: civil.date)
        guard let local = CivilDateTime(date: date, hour: civil.hour, minute: civil.minute) else { return first }
        return instant(local) - .milliseconds(1)
    }

    private func instantOfRun(_ count: Int, _ parts: [Part]) -> Instant? {
        let specs = parts.map(\.spec)
        var next = parts.map { Optional($0.first) }
        var last: Instant?
        for _ in 0..<min(count, 1000) {
            guard let earliest = next.compactMap(\.self).min() else { return last }
            last = earliest
            for index in parts.indices where next[index] == earliest {
                let following = specs[index]?.next(after: earliest, in: schedule.zone)
                next[index] = parts[index].last.map { end in following.flatMap { $0 <= end ? $0 : nil } } ?? following
            }
        }
        return last
    }

    private func bounded(_ parts: [Part], through end: Instant) -> [Part] {
        parts.compactMap { part in
            guard part.first <= end else { return nil }
            if let last = part.last, last <= end { return part }
            guard let last = part.spec?.previous(before: end + .milliseconds(1), in: schedule.zone), last >= part.first
            else { return nil }
            var result = part
            result.last = last
            return result
        }
    }

    // MARK: Text

    /// Documented: schedule-language 1: the numeric offset of the zone at that date, `Z` only in UTC.
    private func rfc3339(_ instant: Instant) -> String {
        let offset = schedule.zone.offsetSeconds(at: instant)
        let text = instant.rfc3339(offsetSeconds: offset)
        return offset == 0 && schedule.zone != .utc && text.hasSuffix("Z") ? text.dropLast() + "+00:00" : text
    }
}
