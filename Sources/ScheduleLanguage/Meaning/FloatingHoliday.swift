internal import CivilTime

/// Holidays that fall on another date each year (those of the United States where countries differ, and Easter).
enum FloatingHoliday: Hashable, Sendable, CaseIterable {
    case martinLutherKingDay, presidentsDay, goodFriday, easterSunday, easterMonday, mothersDay, memorialDay, fathersDay
    case laborDay, columbusDay, thanksgiving, blackFriday, cyberMonday

    /// The months it can fall into.
    var months: ClosedRange<Int> {
        switch self {
        case .martinLutherKingDay: 1...1
        case .presidentsDay: 2...2
        case .goodFriday, .easterSunday, .easterMonday: 3...4
        case .mothersDay, .memorialDay: 5...5
        case .fathersDay: 6...6
        case .laborDay: 9...9
        case .columbusDay: 10...10
        case .thanksgiving, .blackFriday: 11...11
        case .cyberMonday: 11...12
        }
    }

    func date(year: Int) -> CivilDate? {
        switch self {
        case .martinLutherKingDay: nth(3, 1, 1, year)
        case .presidentsDay: nth(3, 1, 2, year)
        case .goodFriday: Self.easter(year)?.adding(days: -2)
        case .easterSunday: Self.easter(year)
        case .easterMonday: Self.easter(year)?.adding(days: 1)
        case .mothersDay: nth(2, 0, 5, year)
        case .memorialDay: nth(-1, 1, 5, year)
        case .fathersDay: nth(3, 0, 6, year)
        case .laborDay: nth(1, 1, 9, year)
        case .columbusDay: nth(2, 1, 10, year)
        case .thanksgiving: nth(4, 4, 11, year)
        case .blackFriday: nth(4, 4, 11, year)?.adding(days: 1)
        case .cyberMonday: nth(4, 4, 11, year)?.adding(days: 4)
        }
    }

    private func nth(_ rank: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CivilDate? {
        CivilCalendar.date(of: .nthWeekday(rank, weekday: weekday), month: month, year: year)
    }

    /// The Gregorian rule for Easter, in its usual whole-number form.
    private static func easter(_ year: Int) -> CivilDate? {
        let golden = year % 19
        let century = year / 100
        let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
        let moon = correction - correction / 28 * (1 - correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
        let offset = moon - weekday
        let month = 3 + (offset + 40) / 44
        return CivilDate(year: year, month: month, day: offset + 28 - 31 * (month / 4))
    }
}
