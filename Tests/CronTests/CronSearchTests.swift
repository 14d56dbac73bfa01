import CivilTime
import Cron
import Testing

@Suite("Searching for runs")
struct CronSearchTests {
    @Test(arguments: [
        "0 0 30 2 *", "0 0 31 2 *", "0 0 31 4,6,9,11 *", "* * 30-31 FEB ?", "0 0 30 2 */2", "0 0 0 31 11 ?",
    ])
    func `a day that never comes ends the search at once`(text: String) throws {
        let spec = try CronSpec(parsing: text)
        let zone = try #require(Zone(identifier: "Europe/Paris"))
        #expect(spec.isImpossible)
        let took = ContinuousClock().measure {
            for _ in 0..<1000 {
                #expect(spec.next(after: .epoch, in: zone) == nil)
                #expect(spec.next(atOrAfter: .epoch, in: zone) == nil)
                #expect(spec.previous(before: .epoch, in: zone) == nil)
            }
        }
        #expect(took < .seconds(1))
    }

    @Test(arguments: ["0 0 30 2 MON", "0 0 31 2,3 *", "0 0 29 2 *", "* * * * *", "@every 1h"])
    func `a day that comes is possible`(text: String) throws {
        let spec = try CronSpec(parsing: text)
        #expect(!spec.isImpossible)
        #expect(spec.next(after: .epoch, in: .utc) != nil)
    }

    @Test(arguments: [
        ("0 0 29 2 *", "2024-02-29T00:00:00Z", "2028-02-29T00:00:00Z"),
        ("0 0 29 2 *", "1896-02-29T00:00:00Z", "1904-02-29T00:00:00Z"),
        ("0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z"),
        // A star with a step and a day of month need both: Sundays that are 29 February, 40 years apart around 1900.
        ("0 0 29 2 */7", "1880-02-29T00:00:00Z", "1920-02-29T00:00:00Z"),
        ("0 0 1 1 *", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
        ("59 59 23 31 12 *", "2026-12-31T23:59:59Z", "2027-12-31T23:59:59Z"),
        ("0 0 31 * *", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z"),
    ])
    func `rare days are found both ways`(text: String, from: String, to: String) throws {
        let spec = try CronSpec(parsing: text)
        let (first, second) = (try #require(Instant(rfc3339: from)), try #require(Instant(rfc3339: to)))
        #expect(spec.next(after: first, in: .utc) == second)
        #expect(spec.previous(before: second, in: .utc) == first)
        #expect(spec.next(atOrAfter: second, in: .utc) == second)
        #expect(spec.next(atOrAfter: second - .milliseconds(1), in: .utc) == second)
    }

    @Test func `a fraction of a second is before the next second and after its own`() throws {
        let spec = try CronSpec(parsing: "* * * * * *")
        let instant = Instant(milliseconds: 1_500)
        #expect(spec.next(after: instant, in: .utc) == Instant(seconds: 2))
        #expect(spec.next(atOrAfter: instant, in: .utc) == Instant(seconds: 2))
        #expect(spec.previous(before: instant, in: .utc) == Instant(seconds: 1))
        #expect(spec.next(after: Instant(milliseconds: -1), in: .utc) == .epoch)
        #expect(spec.previous(before: Instant(milliseconds: 1), in: .utc) == .epoch)
        #expect(spec.previous(before: .epoch, in: .utc) == Instant(seconds: -1))
    }

    @Test func `every counts from the last run, in whole seconds`() throws {
        let spec = try CronSpec(parsing: "@every 90s")
        #expect(spec.interval == .seconds(90))
        #expect(spec.next(after: Instant(seconds: 7), in: .utc) == Instant(seconds: 97))
        #expect(spec.next(atOrAfter: Instant(seconds: 7), in: .utc) == Instant(seconds: 97))
        #expect(spec.next(after: Instant(milliseconds: 7_345), in: .utc) == Instant(seconds: 97))
        #expect(spec.previous(before: Instant(seconds: 97), in: .utc) == Instant(seconds: 7))
        #expect(try CronSpec(parsing: "* * * * *").interval == nil)
    }

    @Test func `the search ends with the last year that can be written`() throws {
        let zone = try #require(Zone(identifier: "America/New_York"))
        for text in ["* * * * * *", "0 0 29 2 *", "@every 1h"] {
            let spec = try CronSpec(parsing: text)
            #expect(spec.next(after: Instant(milliseconds: .max), in: zone) == nil)
            #expect(spec.previous(before: Instant(milliseconds: .min), in: zone) == nil)
        }
        let daily = try CronSpec(parsing: "0 12 * * *")
        #expect(daily.next(after: Instant(milliseconds: .min), in: .utc)?.rfc3339() == "0000-01-01T12:00:00Z")
        #expect(daily.previous(before: Instant(milliseconds: .max), in: .utc)?.rfc3339() == "9999-12-31T12:00:00Z")
    }

    @Test func `specs are equal by text and meaning`() throws {
        let spec = try CronSpec(parsing: "0 9 * * *")
        #expect(try spec == CronSpec(parsing: "0 9 * * *"))
        #expect(try spec != CronSpec(parsing: "0 9 * * *", dialect: .secondsFirst))
        #expect(spec.text == "0 9 * * *")
    }
}
