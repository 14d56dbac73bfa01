/// Says in English what a cron of five fields does, in words that `schedule` reads back as the same runs.
///
/// Nil for what is no such cron, or one that no sentence says: both day fields restricted, or days that do not exist.
public func describe(_ cronExpression: String) -> String? {
    CronSentence(cronExpression)?.text
}

/// A cron's five fields and the sentence they make.
struct CronSentence {
    let minutes: [Int]
    let hours: [Int]
    let monthDays: [Int]?
    let months: [Int]?
    let weekdays: [Int]?

    init?(_ expression: String) {
        let fields = expression.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        guard fields.count == 5, let minutes = CronSetReader.values(fields[0], 0...59),
            let hours = CronSetReader.values(fields[1], 0...23),
            let monthDays = CronSetReader.values(fields[2], 1...31),
            let months = CronSetReader.values(fields[3], 1...12),
            let weekdays = CronSetReader.values(fields[4], 0...6)
        else { return nil }
        guard monthDays.count == 31 || weekdays.count == 7 else { return nil }
        self.minutes = minutes
        self.hours = hours
        self.monthDays = monthDays.count == 31 ? nil : monthDays
        self.months = months.count == 12 ? nil : months
        self.weekdays = weekdays.count == 7 ? nil : weekdays
    }

    var text: String {
        let parts = [times, days, months.map { "in " + Self.list($0.map { Self.monthNames[$0 - 1] }) } ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Times

    private var times: String {
        if hours.count == 24 { return everyHour }
        if let step = Self.step(minutes, count: 60) {
            return (step == 1 ? "every minute " : "every \(step) minutes ") + windows
        }
        if minutes.count == 1, let step = Self.step(hours, count: 24) {
            return "every \(step) hours" + (minutes[0] == 0 ? "" : " at minute \(minutes[0])")
        }
        if minutes.count * hours.count <= 6 {
            return "at " + Self.list(hours.flatMap { hour in minutes.map { Self.clock(hour, $0) } })
        }
        return "at \(Self.list(minutes.map(String.init))) minutes past the hour " + windows
    }

    private var everyHour: String {
        if let step = Self.step(minutes, count: 60) { return step == 1 ? "every minute" : "every \(step) minutes" }
        if minutes == [0] { return "every hour" }
        return "at \(Self.list(minutes.map(String.init))) minutes past every hour"
    }

    /// The hours as stretches, each up to its last minute.
    private var windows: String {
        var stretches: [String] = []
        var index = 0
        while index < hours.count {
            var end = index
            while end + 1 < hours.count, hours[end + 1] == hours[end] + 1 { end += 1 }
            stretches.append("between \(Self.clock(hours[index], 0)) and \(Self.clock(hours[end], 59))")
            index = end + 1
        }
        return Self.list(stretches)
    }

    // MARK: Days

    private var days: String {
        if let weekdays {
            return weekdays == [1, 2, 3, 4, 5]
                ? "on weekdays" : "on " + Self.list(weekdays.map { Fragment.Kind.weekdayNames[$0] + "s" })
        }
        if let monthDays { return "on the \(Self.list(monthDays.map(Self.ordinal))) of every month" }
        return hours.count == 24 || Self.step(minutes, count: 60) != nil ? "" : "every day"
    }

    // MARK: Words

    /// The step of values that start at 0 and go evenly through the whole.
    private static func step(_ values: [Int], count: Int) -> Int? {
        if values.count == count { return 1 }
        guard values.count > 1, values[0] == 0, count % values.count == 0 else { return nil }
        let step = count / values.count
        return values.enumerated().allSatisfy { $0.element == $0.offset * step } ? step : nil
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static func ordinal(_ value: Int) -> String {
        switch (value % 10, value % 100) {
        case (1, let rest) where rest != 11: "\(value)st"
        case (2, let rest) where rest != 12: "\(value)nd"
        case (3, let rest) where rest != 13: "\(value)rd"
        default: "\(value)th"
        }
    }

    private static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

/// Reads one field of a cron as the values it stands for.
enum CronSetReader {
    static func values(_ field: String, _ bounds: ClosedRange<Int>) -> [Int]? {
        var result: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            guard let values = part.isEmpty ? nil : values(ofPart: part, bounds) else { return nil }
            result.formUnion(values)
        }
        return result.isEmpty ? nil : result.sorted()
    }

    private static func values(ofPart part: Substring, _ bounds: ClosedRange<Int>) -> Set<Int>? {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        let step = halves.count == 2 ? Int(halves[1]) ?? 0 : 1
        guard step > 0 else { return nil }
        if halves[0] == "*" || halves[0] == "?" {
            return Set(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
        }
        let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count <= 2, let from = ends[0], bounds.contains(from) else { return nil }
        let last = ends.count == 2 ? ends[1] : halves.count == 2 ? bounds.upperBound : from
        guard let last, bounds.contains(last), from <= last else { return nil }
        return Set(stride(from: from, through: last, by: step))
    }
}
