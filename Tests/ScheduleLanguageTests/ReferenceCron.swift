import CivilTime

/// A plain reading of crons for expectations, day by day, with the extensions that expectations are written in: `L`, `L-n`,
/// `LW`, `nW`, `d#n`, `dL`, and six fields with seconds. It shares no code with the module that is tested.
struct ReferenceCron {
    let seconds: [Int]
    let minutes: [Int]
    let hours: [Int]
    let months: Set<Int>
    let dayParts: [String]
    let weekdayParts: [String]
    /// The days of the fields that are plain numbers.
    let plainDays: Set<Int>
    let plainWeekdays: Set<Int>
    let zone: Zone

    /// Runs are looked for that far ahead.
    static let horizonYears = 60

    init(_ text: String, zone: Zone) {
        let halves = text.split(separator: "@", maxSplits: 1).map(String.init)
        self.zone = halves.count == 2 ? Zone(identifier: halves[1]) ?? zone : zone
        var fields = halves[0].split(separator: " ").map(String.init)
        if fields.count == 5 { fields.insert("0", at: 0) }
        seconds = Self.values(fields[0], 0, 59)
        minutes = Self.values(fields[1], 0, 59)
        hours = Self.values(fields[2], 0, 23)
        dayParts = fields[3].split(separator: ",").map(String.init)
        months = Set(Self.values(fields[4], 1, 12))
        weekdayParts = fields[5].split(separator: ",").map(String.init)
        plainDays = Set(dayParts.filter { !$0.contains("L") && !$0.contains("W") }.flatMap { Self.values($0, 1, 31) })
        plainWeekdays = Set(
            weekdayParts.filter { !$0.contains("L") && !$0.contains("#") }.flatMap { Self.values($0, 0, 6) })
    }

    private static func values(_ field: String, _ low: Int, _ high: Int) -> [Int] {
        var result: Set<Int> = []
        for part in field.split(separator: ",") {
            let halves = part.split(separator: "/")
            let step = halves.count == 2 ? Int(halves[1]) ?? 1 : 1
            let ends = halves[0].split(separator: "-").compactMap { Int($0) }
            let from = halves[0] == "*" ? low : ends.first ?? low
            let to = halves[0] == "*" ? high : ends.count == 2 ? ends[1] : halves.count == 2 ? high : from
            if from <= to { result.formUnion(stride(from: from, through: to, by: step)) }
        }
        return result.sorted()
    }

    private func isMonthDay(_ date: CivilDate) -> Bool {
        if plainDays.contains(date.day) { return true }
        let last = CivilDate.daysInMonth(date.month, year: date.year)
        return dayParts.contains { part in
            if part == "L" { return date.day == last }
            if part.hasPrefix("L-"), let distance = Int(part.dropFirst(2)) { return date.day == last - distance }
            if part == "LW" { return date == lastBusinessDay(of: date, last: last) }
            if part.hasSuffix("W"), let number = Int(part.dropLast()) {
                return date == nearest(number, to: date, last: last)
            }
            return false
        }
    }

    private func lastBusinessDay(of date: CivilDate, last: Int) -> CivilDate {
        var day = date.adding(days: last - date.day)
        while day.weekday == 0 || day.weekday == 6 { day = day.adding(days: -1) }
        return day
    }

    private func nearest(_ number: Int, to date: CivilDate, last: Int) -> CivilDate {
        let day = date.adding(days: min(number, last) - date.day)
        if day.weekday == 6 { return day.adding(days: day.day == 1 ? 2 : -1) }
        if day.weekday == 0 { return day.adding(days: day.day == last ? -2 : 1) }
        return day
    }

    private func isWeekday(_ date: CivilDate) -> Bool {
        if plainWeekdays.contains(date.weekday) { return true }
        let last = CivilDate.daysInMonth(date.month, year: date.year)
        return weekdayParts.contains { part in
            if let sign = part.firstIndex(of: "#"), let day = Int(part[..<sign]),
                let rank = Int(part[part.index(after: sign)...])
            {
                let fromStart = (date.day - 1) / 7 + 1
                let fromEnd = -((last - date.day) / 7 + 1)
                return date.weekday == day && (rank == fromStart || rank == fromEnd)
            }
            if part.hasSuffix("L"), let day = Int(part.dropLast()) { return date.weekday == day && date.day > last - 7 }
            return false
        }
    }

    func runs(on date: CivilDate) -> Bool {
        guard months.contains(date.month) else { return false }
        switch (dayParts == ["*"], weekdayParts == ["*"]) {
        case (true, true): return true
        case (true, false): return isWeekday(date)
        case (false, true): return isMonthDay(date)
        case (false, false): return isMonthDay(date) || isWeekday(date)
        }
    }

    /// The next runs strictly after an instant and within bounds, at most so many, within sixty years.
    func runs(after: Instant, from: Instant? = nil, through: Instant? = nil, limit: Int) -> [Instant] {
        let start = max(after, from.map { $0 - .milliseconds(1) } ?? after)
        var date = zone.civil(at: start).date.adding(days: -1)
        let lastYear = date.year + Self.horizonYears
        let lastDate = through.map { zone.civil(at: $0).date.adding(days: 1) }
        var result: [Instant] = []
        while date.year < lastYear, result.count < limit {
            if !months.contains(date.month) {
                date = date.adding(days: CivilDate.daysInMonth(date.month, year: date.year) - date.day + 1)
                continue
            }
            if runs(on: date) {
                for hour in hours {
                    for minute in minutes {
                        for second in seconds {
                            guard let instant = instant(date, hour, minute, second), instant > start else { continue }
                            if let through, instant > through { return result }
                            result.append(instant)
                            if result.count == limit { return result }
                        }
                    }
                }
            }
            date = date.adding(days: 1)
            if let lastDate, date > lastDate { return result }
        }
        return result
    }

    private func instant(_ date: CivilDate, _ hour: Int, _ minute: Int, _ second: Int) -> Instant? {
        guard let local = CivilDateTime(date: date, hour: hour, minute: minute, second: second) else { return nil }
        switch zone.resolve(local) {
        case .unique(let instant), .overlap(let instant, _): return instant
        case .gap: return nil
        }
    }
}
