import CivilTime
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2026, 11, 21, 20_778, 6), (2000, 2, 29, 11_016, 2), (1900, 3, 1, -25_508, 4),
        (1, 1, 1, -719_162, 1), (0, 2, 29, -719_469, 2), (9999, 12, 31, 2_932_896, 5),
    ])
    func `counts days`(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == days)
        #expect(CivilDate(daysSinceEpoch: days) == date)
        #expect(date.weekday == weekday)
    }

    @Test func `walks through eight centuries without a wrong step`() throws {
        var date = try #require(CivilDate(year: 1599, month: 12, day: 31))
        var days = date.daysSinceEpoch
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...CivilDate.daysInMonth(month, year: year) {
                    let next = try #require(CivilDate(year: year, month: month, day: day))
                    days += 1
                    guard next.daysSinceEpoch == days, CivilDate(daysSinceEpoch: days) == next,
                        date.adding(days: 1) == next,
                        next.weekday == (date.weekday + 1) % 7, date < next
                    else {
                        Issue.record("\(next) after \(date)")
                        return
                    }
                    date = next
                }
            }
        }
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
        (2026, 1, -1), (Int.max, 1, 1), (Int.min, 1, 1),
    ])
    func `knows days that are none`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func `stops at the ends of the range`() {
        let last = CivilDate(daysSinceEpoch: .max)
        #expect(last.adding(days: .max) == last)
        #expect(CivilDate(daysSinceEpoch: .min).adding(days: -1) == CivilDate(daysSinceEpoch: .min))
    }

    @Test func `knows times that are none`() throws {
        let date = try #require(CivilDate(year: 2026, month: 11, day: 21))
        #expect(CivilDateTime(date: date, hour: 24) == nil)
        #expect(CivilDateTime(date: date, hour: -1) == nil)
        #expect(CivilDateTime(date: date, minute: 60) == nil)
        #expect(CivilDateTime(date: date, second: 60) == nil)
        #expect(CivilDateTime(date: date, hour: 23, minute: 59, second: 59)?.description == "2026-11-21T23:59:59")
    }
}
