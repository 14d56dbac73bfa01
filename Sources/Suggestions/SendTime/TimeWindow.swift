/// A span of the day that comes back on some days of the week; one that ends before it begins goes on past midnight.
struct TimeWindow: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    let startMinute: Int
    /// Minutes since midnight, 1 to 1440; the window ends right before it.
    let endMinute: Int
    /// Bit n stands for weekday n, 0 for Sunday; for the day on which the window begins.
    let weekdays: UInt8

    static let everyDay: UInt8 = 0b111_1111
    /// Documented default: 09:00 to 17:00, Monday to Friday.
    static let officeHours = TimeWindow(startMinute: 540, endMinute: 1020, weekdays: 0b011_1110)

    var isOvernight: Bool { endMinute < startMinute }

    func contains(_ moment: LocalMoment) -> Bool { minutesSinceStart(moment) != nil }

    /// How long the window has been open; nil when it is not.
    func minutesSinceStart(_ moment: LocalMoment) -> Int? {
        let minute = moment.minuteOfDay
        if !isOvernight {
            guard isOn(moment.weekday), minute >= startMinute, minute < endMinute else { return nil }
            return minute - startMinute
        }
        if minute >= startMinute, isOn(moment.weekday) { return minute - startMinute }
        if minute < endMinute, isOn((moment.weekday + 6) % 7) { return minute + 1440 - startMinute }
        return nil
    }

    /// How long it will still be open; nil when it is not.
    func minutesUntilEnd(_ moment: LocalMoment) -> Int? {
        let length = isOvernight ? endMinute + 1440 - startMinute : endMinute - startMinute
        return minutesSinceStart(moment).map { length - $0 }
    }

    /// Whether it is less than so many minutes to its beginning or since its end.
    func isNearEdge(_ moment: LocalMoment, minutes: Int) -> Bool {
        let toStart = (startMinute - moment.minuteOfDay + 1440) % 1440
        let fromEnd = (moment.minuteOfDay - endMinute + 2880) % 1440
        return toStart > 0 && toStart < minutes || fromEnd < minutes
    }

    private func isOn(_ weekday: Int) -> Bool { weekdays & (1 << UInt8(weekday)) != 0 }
}
