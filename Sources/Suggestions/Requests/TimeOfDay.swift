/// A time of day in a request: `09:00`.
struct TimeOfDay: Hashable, Comparable, Sendable {
    /// 0 to 23, and 24 only as 24:00, the end of the day.
    let hour: Int
    /// 0 to 59.
    let minute: Int

    init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// Reads `HH:MM` or `HH:MM:SS` (seconds 00); nil for anything else. `24:00` is the end of a day.
    init?(_ text: String) {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2 || fields.count == 3 && fields[2] == "00",
            fields.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(fields[0]), let minute = Int(fields[1]),
            hour < 24 && minute < 60 || hour == 24 && minute == 0
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Minutes since midnight, 0 to 1440.
    var minutes: Int { hour * 60 + minute }

    static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
