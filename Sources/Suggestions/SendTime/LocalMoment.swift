internal import CivilTime

/// An instant as a zone's clocks and calendar show it.
struct LocalMoment: Hashable, Sendable {
    let instant: Instant
    let zone: Zone
    let dateTime: CivilDateTime
    /// 0 for Sunday to 6 for Saturday.
    let weekday: Int
    /// 0 to 1439.
    let minuteOfDay: Int

    init(_ instant: Instant, in zone: Zone) {
        self.instant = instant
        self.zone = zone
        dateTime = zone.civil(at: instant)
        weekday = dateTime.date.weekday
        minuteOfDay = dateTime.hour * 60 + dateTime.minute
    }

    var isWeekend: Bool { weekday == 0 || weekday == 6 }

    /// `MON`.
    var dayCode: String { dayName.prefix(3).uppercased() }

    /// `Monday`.
    var dayName: String { Self.dayNames[weekday] }

    /// 0 for Sunday to 6 for Saturday, by the whole name or its first three letters, upper and lower case alike.
    static func weekday(named text: String) -> Int? {
        let name = text.lowercased()
        return dayNames.firstIndex { $0.lowercased() == name || $0.prefix(3).lowercased() == name }
    }

    private static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// `09:30`.
    var clock: String { "\(Self.twoDigits(dateTime.hour)):\(Self.twoDigits(dateTime.minute))" }

    /// RFC 3339 with the zone's offset.
    var text: String { instant.rfc3339(offsetSeconds: zone.offsetSeconds(at: instant)) }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
