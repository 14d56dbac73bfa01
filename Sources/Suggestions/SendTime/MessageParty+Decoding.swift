internal import CivilTime

extension RawSendTime.Party {
    /// The party with its hours and windows read; `id` is what it is called when it has no id.
    func checked(id standardID: String, _ zone: Zone) throws(SendTimeProblem) -> MessageParty {
        let id = self.id.flatMap { $0.isEmpty ? nil : $0 } ?? standardID
        let limits = SendTimeRequest.Limits.self
        if id.utf8.count > limits.nameBytes {
            throw .limitExceeded(field: "\(field).id", limit: limits.nameBytes, unit: "bytes")
        }
        var party = MessageParty(id: id, zone: zone)
        if let workingHours {
            party.workingHours = try workingHours.checked(standardDays: TimeWindow.officeHours.weekdays)
            party.hasDefaultHours = false
        }
        party.quietHours = try quietHours?.checked(standardDays: TimeWindow.everyDay)
        party.preferredWindows = try Self.windows(preferredWindows, "\(field).preferred_windows")
        party.avoidedWindows = try Self.windows(avoidedWindows, "\(field).avoid_windows")
        party.holidays = try checkedHolidays()
        var intervals: [Range<Instant>] = []
        for interval in busy { intervals.append(try interval.checkedInterval()) }
        party.busy = BusyCalendar(intervals)
        party.isPrimary = isPrimary
        return party
    }

    private static func windows(
        _ windows: [RawSendTime.Window], _ field: String
    ) throws(SendTimeProblem) -> [TimeWindow] {
        if windows.count > SendTimeRequest.Limits.windows {
            throw .limitExceeded(field: field, limit: SendTimeRequest.Limits.windows, unit: "windows")
        }
        var checked: [TimeWindow] = []
        for window in windows { checked.append(try window.checked(standardDays: TimeWindow.everyDay)) }
        return checked
    }

    private func checkedHolidays() throws(SendTimeProblem) -> Set<CivilDate> {
        if holidays.count > SendTimeRequest.Limits.holidays {
            throw .limitExceeded(
                field: "\(field).holidays", limit: SendTimeRequest.Limits.holidays, unit: "dates")
        }
        var dates: Set<CivilDate> = []
        for (index, text) in holidays.enumerated() {
            guard let date = Self.date(text) else {
                throw .invalidHoliday(field: "\(field).holidays[\(index)]", value: text)
            }
            dates.insert(date)
        }
        return dates
    }

    /// `YYYY-MM-DD`.
    private static func date(_ text: String) -> CivilDate? {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, fields.count == 3, fields[0].utf8.count == 4, fields[1].utf8.count == 2,
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}

extension RawSendTime.Window {
    /// The window of a day, `start` and `end` as HH:MM; without `days` on `standardDays`.
    func checked(standardDays: UInt8) throws(SendTimeProblem) -> TimeWindow {
        guard let start, let from = TimeOfDay(start), from.hour < 24 else {
            throw .invalidTimeWindow(field: "\(field).start", reason: Self.must(start))
        }
        guard let end, let to = TimeOfDay(end) else {
            throw .invalidTimeWindow(field: "\(field).end", reason: Self.must(end))
        }
        guard from != to else {
            throw .invalidTimeWindow(field: field, reason: "must not begin and end at the same time")
        }
        return TimeWindow(startMinute: from.minutes, endMinute: to.minutes, weekdays: try checkedDays() ?? standardDays)
    }

    private static func must(_ text: String?) -> String {
        "must be a time of day as HH:MM, but is \(text.map { "\"\($0)\"" } ?? "missing")"
    }

    private func checkedDays() throws(SendTimeProblem) -> UInt8? {
        guard let days else { return nil }
        var bits: UInt8 = 0
        for (index, text) in days.enumerated() {
            guard let weekday = LocalMoment.weekday(named: text) else {
                throw .invalidTimeWindow(
                    field: "\(field).days[\(index)]", reason: "must be a day such as MON, but is \"\(text)\"")
            }
            bits |= 1 << UInt8(weekday)
        }
        guard bits != 0 else { throw .invalidTimeWindow(field: "\(field).days", reason: "must name at least one day") }
        return bits
    }

    /// The interval of a calendar, `start` and `end` as RFC 3339.
    func checkedInterval() throws(SendTimeProblem) -> Range<Instant> {
        guard let start, let from = Instant(rfc3339: start) else {
            throw .invalidBusyInterval(field: "\(field).start", reason: "must be an RFC3339 timestamp")
        }
        guard let end, let to = Instant(rfc3339: end) else {
            throw .invalidBusyInterval(field: "\(field).end", reason: "must be an RFC3339 timestamp")
        }
        guard from < to else { throw .invalidBusyInterval(field: field, reason: "must end after it begins") }
        return from..<to
    }
}
