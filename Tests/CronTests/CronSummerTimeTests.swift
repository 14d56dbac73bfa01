import CivilTime
import Cron
import Testing

/// The rules of `CronSpec+Zone.swift`, in zones whose clocks change in odd ways.
@Suite("Cron and summer time")
struct CronSummerTimeTests {
    private func runs(_ text: String, _ zoneName: String, after from: String, count: Int) throws -> [String] {
        let spec = try CronSpec(parsing: text)
        let zone = try #require(Zone(identifier: zoneName))
        var instant = try #require(Instant(rfc3339: from))
        var runs: [String] = []
        while runs.count < count, let next = spec.next(after: instant, in: zone) {
            runs.append(next.rfc3339(offsetSeconds: zone.offsetSeconds(at: next)))
            instant = next
        }
        return runs
    }

    @Test(arguments: [
        (
            "30 2 * * *", "Europe/Paris", "2026-03-28T00:00:00Z",
            ["2026-03-28T02:30:00+01:00", "2026-03-30T02:30:00+02:00"]
        ),
        (
            "0 0 * * *", "America/Sao_Paulo", "2018-11-03T00:00:00Z",
            ["2018-11-03T00:00:00-03:00", "2018-11-05T00:00:00-02:00"]
        ),
        ("@daily", "Asia/Beirut", "2026-03-27T23:00:00Z", ["2026-03-30T00:00:00+03:00", "2026-03-31T00:00:00+03:00"]),
        (
            "15 0 * * *", "Africa/Cairo", "2026-04-22T00:00:00Z",
            ["2026-04-23T00:15:00+02:00", "2026-04-25T00:15:00+03:00"]
        ),
        (
            "15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00Z",
            ["2026-10-05T02:15:00+11:00", "2026-10-06T02:15:00+11:00"]
        ),
        (
            "30 2 * * *", "Pacific/Auckland", "2026-09-25T20:00:00Z",
            ["2026-09-28T02:30:00+13:00", "2026-09-29T02:30:00+13:00"]
        ),
        (
            "0 12 30 12 *", "Pacific/Apia", "2010-12-31T12:00:00Z",
            ["2012-12-30T12:00:00+14:00", "2013-12-30T12:00:00+14:00"]
        ),
        (
            "0 12 * * FRI", "Pacific/Apia", "2011-12-24T12:00:00Z",
            ["2012-01-06T12:00:00+14:00", "2012-01-13T12:00:00+14:00"]
        ),
        (
            "30 2 8-14 3 *", "America/New_York", "2026-03-07T12:00:00Z",
            ["2026-03-09T02:30:00-04:00", "2026-03-10T02:30:00-04:00"]
        ),
    ])
    func `a time that clocks skip is no run`(spec: String, zone: String, from: String, expected: [String]) throws {
        #expect(try runs(spec, zone, after: from, count: 2) == expected)
    }

    @Test(arguments: [
        (
            "30 2 * * *", "Europe/Paris", "2026-10-24T12:00:00Z",
            ["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"]
        ),
        // Asked between the passes and within the second one.
        (
            "30 2 * * *", "Europe/Paris", "2026-10-25T00:30:00Z",
            ["2026-10-26T02:30:00+01:00", "2026-10-27T02:30:00+01:00"]
        ),
        (
            "30 2 * * *", "Europe/Paris", "2026-10-25T01:15:00Z",
            ["2026-10-26T02:30:00+01:00", "2026-10-27T02:30:00+01:00"]
        ),
        (
            "*/30 2 * * *", "Europe/Paris", "2026-10-25T00:15:00Z",
            ["2026-10-25T02:30:00+02:00", "2026-10-26T02:00:00+01:00"]
        ),
        (
            "30 23 * * *", "America/Sao_Paulo", "2018-02-17T12:00:00Z",
            ["2018-02-17T23:30:00-02:00", "2018-02-18T23:30:00-03:00"]
        ),
        (
            "45 1 * * *", "Australia/Lord_Howe", "2026-04-04T12:00:00Z",
            ["2026-04-05T01:45:00+11:00", "2026-04-06T01:45:00+10:30"]
        ),
        (
            "30 2 * * *", "Pacific/Auckland", "2026-04-04T12:00:00Z",
            ["2026-04-05T02:30:00+13:00", "2026-04-06T02:30:00+12:00"]
        ),
        (
            "30 1 1 11 *", "America/New_York", "2026-01-01T00:00:00Z",
            ["2026-11-01T01:30:00-04:00", "2027-11-01T01:30:00-04:00"]
        ),
        (
            "0 0-22 25 10 *", "Europe/Paris", "2026-10-25T00:00:00Z",
            ["2026-10-25T03:00:00+01:00", "2026-10-25T04:00:00+01:00"]
        ),
        (
            "0 0 * * *", "Africa/Cairo", "2026-10-29T12:00:00Z",
            ["2026-10-30T00:00:00+02:00", "2026-10-31T00:00:00+02:00"]
        ),
    ])
    func `a time that clocks show twice is one run`(spec: String, zone: String, from: String, expected: [String]) throws
    {
        #expect(try runs(spec, zone, after: from, count: 2) == expected)
    }

    @Test(arguments: [
        (
            "30 * * * *", "Europe/Paris", "2026-10-24T23:45:00Z",
            ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-25T03:30:00+01:00"]
        ),
        (
            "@hourly", "Europe/Paris", "2026-03-28T23:30:00Z",
            ["2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00"]
        ),
        (
            "30 0-23 * * *", "America/Sao_Paulo", "2018-02-18T01:00:00Z",
            ["2018-02-17T23:30:00-02:00", "2018-02-17T23:30:00-03:00", "2018-02-18T00:30:00-03:00"]
        ),
        // The days count by the clocks: 24 hours and one more, and the leap to the next year does not lose it.
        (
            "0 * 17 2 *", "America/Sao_Paulo", "2018-02-18T01:30:00Z",
            ["2018-02-17T23:00:00-03:00", "2019-02-17T00:00:00-03:00", "2019-02-17T01:00:00-03:00"]
        ),
        (
            "0 * * * *", "Australia/Lord_Howe", "2026-04-04T13:45:00Z",
            ["2026-04-05T01:00:00+11:00", "2026-04-05T02:00:00+10:30", "2026-04-05T03:00:00+10:30"]
        ),
        (
            "45 * * * *", "Australia/Lord_Howe", "2026-04-04T14:00:00Z",
            ["2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30", "2026-04-05T02:45:00+10:30"]
        ),
        (
            "15 * * * *", "Australia/Lord_Howe", "2026-10-03T15:00:00Z",
            ["2026-10-04T03:15:00+11:00", "2026-10-04T04:15:00+11:00", "2026-10-04T05:15:00+11:00"]
        ),
        (
            "*/40 * * * *", "Asia/Kathmandu", "2026-01-01T00:00:00Z",
            ["2026-01-01T06:00:00+05:45", "2026-01-01T06:40:00+05:45", "2026-01-01T07:00:00+05:45"]
        ),
        (
            "0 * * * *", "Pacific/Apia", "2011-12-30T08:30:00Z",
            ["2011-12-29T23:00:00-10:00", "2011-12-31T00:00:00+14:00", "2011-12-31T01:00:00+14:00"]
        ),
        (
            "@every 24h", "Europe/Paris", "2026-03-28T12:00:00Z",
            ["2026-03-29T14:00:00+02:00", "2026-03-30T14:00:00+02:00", "2026-03-31T14:00:00+02:00"]
        ),
    ])
    func `a spec for every hour goes by elapsed time`(
        spec: String, zone: String, from: String, expected: [String]
    ) throws {
        #expect(try runs(spec, zone, after: from, count: 3) == expected)
    }

    @Test func `a quarter-hourly spec runs every quarter of an hour of the year`() throws {
        let spec = try CronSpec(parsing: "*/15 * * * *")
        for name in [
            "Europe/Paris", "America/Sao_Paulo", "Africa/Casablanca", "Antarctica/Troll", "Asia/Kathmandu",
            "Australia/Lord_Howe",
        ] {
            let zone = try #require(Zone(identifier: name))
            var instant = Instant(seconds: 1_514_764_800)
            let end = instant + .days(366)
            while instant < end {
                guard let next = spec.next(after: instant, in: zone), next - instant == .minutes(15),
                    spec.previous(before: next, in: zone) == instant
                else {
                    Issue.record("\(name): not a quarter of an hour after \(instant)")
                    break
                }
                instant = next
            }
        }
    }

    @Test(arguments: [
        ("30 2 * * *", "Europe/Paris", "2026-03-30T00:00:00Z", "2026-03-28T01:30:00Z"),
        ("30 2 * * *", "Europe/Paris", "2026-10-25T02:00:00Z", "2026-10-25T00:30:00Z"),
        ("30 2 * * *", "Europe/Paris", "2026-10-25T01:15:00Z", "2026-10-25T00:30:00Z"),
        ("30 * * * *", "Europe/Paris", "2026-10-25T02:00:00Z", "2026-10-25T01:30:00Z"),
        ("0 12 30 12 *", "Pacific/Apia", "2012-12-01T00:00:00Z", "2010-12-30T22:00:00Z"),
        ("0 * 17 2 *", "America/Sao_Paulo", "2018-12-01T00:00:00Z", "2018-02-18T02:00:00Z"),
        ("@every 1h30m", "Europe/Paris", "2026-10-25T02:00:00.5Z", "2026-10-25T00:30:01Z"),
    ])
    func `the way back keeps the rules`(spec: String, zone: String, before: String, expected: String) throws {
        let zone = try #require(Zone(identifier: zone))
        let instant = try #require(Instant(rfc3339: before))
        #expect(try CronSpec(parsing: spec).previous(before: instant, in: zone)?.rfc3339() == expected)
    }
}
