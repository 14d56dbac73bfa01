/// Writes sets as fields of a cron: `*`, `*/5`, `9-17`, `1,15`.
enum CronText {
    static func expression(minutes: [Int], hours: [Int], days: CronDays) -> String {
        [
            field(Set(minutes), 0...59), field(Set(hours), 0...23), days.monthDays.map { field($0, 1...31) } ?? "*",
            days.months.map { field($0, 1...12, allowsStep: $0.count > 4) } ?? "*",
            days.weekdays.map { field($0, 0...6, allowsStep: false) } ?? "*",
        ].joined(separator: " ")
    }

    static func field(_ values: Set<Int>, _ bounds: ClosedRange<Int>, allowsStep: Bool = true) -> String {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return "*" }
        if sorted.count == bounds.count { return "*" }
        if allowsStep, sorted.count > 2 || (sorted.count == 2 && first == bounds.lowerBound), let step = step(sorted),
            step > 1
        {
            let reachesEnd = last + step > bounds.upperBound
            if first == bounds.lowerBound, reachesEnd { return "*/\(step)" }
            if sorted.count > 2 {
                return reachesEnd ? "\(first)-\(bounds.upperBound)/\(step)" : "\(first)-\(last)/\(step)"
            }
        }
        return ranges(sorted)
    }

    private static func step(_ sorted: [Int]) -> Int? {
        let step = sorted[1] - sorted[0]
        for index in 1..<sorted.count where sorted[index] - sorted[index - 1] != step { return nil }
        return step
    }

    private static func ranges(_ sorted: [Int]) -> String {
        var parts: [String] = []
        var index = 0
        while index < sorted.count {
            var end = index
            while end + 1 < sorted.count, sorted[end + 1] == sorted[end] + 1 { end += 1 }
            if end - index >= 2 {
                parts.append("\(sorted[index])-\(sorted[end])")
            } else {
                parts += sorted[index...end].map(String.init)
            }
            index = end + 1
        }
        return parts.joined(separator: ",")
    }
}
