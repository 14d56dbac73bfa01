import CivilTime
import Foundation
import Testing

@Suite("Zones")
struct ZoneTests {
    @Test(arguments: [
        "", "Local", "local", "utc", "Z", "PST", "JST", "EST5", "GMT+3", "GMT+0300", "UTC+3", "+03:00", "ACT", "AET",
        "SystemV/EST5", "US/Pacific-New", "Etc/Unknown", "Etc/GMT+13", "europe/paris", "Europe/PARIS", "Europe",
        "Europe/", "/Europe/Paris", "Europe//Paris", "Europe/./Paris", "../x", "/etc/localtime", "posixrules",
        "zone.tab", "posix/Europe/Paris", "right/Europe/Paris", "Europe/Paris ", "Europe/Paris\u{0}", "Europe/Päris",
        "Mars/Phobos", String(repeating: "A/", count: 100_000),
    ])
    func `refuses what the IANA database does not name`(name: String) {
        #expect(Zone(identifier: name) == nil)
    }

    @Test func `knows every zone that Foundation lists, under its own name`() {
        #expect(TimeZone.knownTimeZoneIdentifiers.count > 400)
        for name in TimeZone.knownTimeZoneIdentifiers {
            #expect(Zone(identifier: name)?.identifier == name)
        }
    }

    @Test(arguments: [
        "UTC", "Etc/UTC", "Etc/GMT+12", "Etc/GMT-14", "GMT+0", "EST", "EST5EDT", "GB-Eire", "W-SU", "US/Pacific",
        "Asia/Calcutta", "Europe/Kyiv", "America/Argentina/ComodRivadavia", "America/Port-au-Prince",
    ])
    func `knows old names and links`(name: String) {
        #expect(Zone(identifier: name)?.identifier == name)
    }

    /// Zones with every kind of oddity: see the comments.
    static let oddZones = [
        "America/Sao_Paulo",  // gaps at midnight, until 2019
        "Asia/Beirut", "Africa/Cairo",  // gaps at midnight, now
        "Australia/Lord_Howe",  // half an hour of summer time
        "Pacific/Auckland", "Pacific/Chatham",  // southern, +12:45
        "Pacific/Apia", "Pacific/Kwajalein",  // a day skipped
        "America/Juneau", "Asia/Manila",  // a day twice, 19th century
        "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza",  // several changes a year
        "Europe/Dublin",  // negative summer time
        "Antarctica/Troll",  // two hours of summer time
        "Africa/Freetown",  // two changes within four days
        "America/St_Johns", "Asia/Kathmandu", "Europe/Paris", "Africa/Monrovia", "America/New_York", "Asia/Tehran",
    ]

    @Test(arguments: oddZones)
    func `offsets are Foundation's`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        let reference = try #require(TimeZone(identifier: name))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let seconds = Int64.random(in: -6_000_000_000...16_000_000_000, using: &random)
            let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
            guard zone.offsetSeconds(at: Instant(seconds: seconds)) == expected else {
                Issue.record("\(name) at \(Instant(seconds: seconds)): \(expected)")
                return
            }
        }
    }

    @Test(arguments: oddZones)
    func `every hour from 1935 to 1945 and from 2005 to 2040 has Foundation's offset`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        let reference = try #require(TimeZone(identifier: name))
        for range in [-1_104_537_600..<(-757_382_400), 1_104_537_600..<2_208_988_800] as [Range<Int64>] {
            for seconds in stride(from: range.lowerBound, to: range.upperBound, by: 3600) {
                let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
                guard zone.offsetSeconds(at: Instant(seconds: seconds)) == expected else {
                    Issue.record("\(name) at \(Instant(seconds: seconds)): \(expected)")
                    return
                }
            }
        }
    }

    @Test(arguments: oddZones)
    func `resolving is the inverse of showing`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let instant = Instant(seconds: .random(in: -6_000_000_000...7_000_000_000, using: &random))
            switch zone.resolve(zone.civil(at: instant)) {
            case .unique(let found): #expect(found == instant)
            case .overlap(let first, let second):
                #expect(first < second && (first == instant || second == instant))
                #expect(zone.civil(at: first) == zone.civil(at: second))
            case .gap: Issue.record("\(name) shows \(zone.civil(at: instant)) at \(instant)")
            }
        }
    }

    @Test(arguments: [
        ("Europe/Paris", "2026-03-29T02:00:00", "gap 2026-03-29T01:00:00Z"),
        ("Europe/Paris", "2026-03-29T02:59:59", "gap 2026-03-29T01:00:00Z"),
        ("Europe/Paris", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
        ("Europe/Paris", "2026-10-25T01:59:59", "2026-10-24T23:59:59Z"),
        ("Europe/Paris", "2026-10-25T02:00:00", "2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z"),
        ("Europe/Paris", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
        ("America/Sao_Paulo", "2018-11-04T00:30:00", "gap 2018-11-04T03:00:00Z"),
        ("America/Sao_Paulo", "2018-02-17T23:30:00", "2018-02-18T01:30:00Z, 2018-02-18T02:30:00Z"),
        ("Africa/Cairo", "2026-04-24T00:00:00", "gap 2026-04-23T22:00:00Z"),
        ("Asia/Beirut", "2026-03-29T00:15:00", "gap 2026-03-28T22:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-04T02:15:00", "gap 2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z, 2026-04-04T15:15:00Z"),
        ("Pacific/Auckland", "2026-09-27T02:30:00", "gap 2026-09-26T14:00:00Z"),
        ("Pacific/Apia", "2011-12-30T12:00:00", "gap 2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
        ("Asia/Kathmandu", "2026-01-01T00:00:00", "2025-12-31T18:15:00Z"),
        ("America/Juneau", "1867-10-19T00:00:00", "1867-10-18T08:57:41Z, 1867-10-19T08:57:41Z"),
        ("Europe/Paris", "9000-03-30T02:30:00", "gap 9000-03-30T01:00:00Z"),
        ("UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00Z"),
    ])
    func `resolves gaps and overlaps`(name: String, local: String, meaning: String) throws {
        let zone = try #require(Zone(identifier: name))
        let seconds = try #require(Instant(rfc3339: local + "Z"))
        let text =
            switch zone.resolve(Zone.utc.civil(at: seconds)) {
            case .unique(let instant): "\(instant)"
            case .gap(let transition): "gap \(transition)"
            case .overlap(let first, let second): "\(first), \(second)"
            }
        #expect(text == meaning)
    }

    @Test(arguments: oddZones)
    func `answers at the ends of time`(name: String) throws {
        let zone = try #require(Zone(identifier: name))
        for instant in [Instant(milliseconds: .min), Instant(milliseconds: .max)] {
            let local = zone.civil(at: instant)
            #expect(abs(zone.offsetSeconds(at: instant)) < 86_400)
            _ = zone.resolve(local)
        }
    }

    @Test func `is equal by name and can be asked from many tasks at once`() async throws {
        let name = "America/Santiago"
        let reference = try #require(TimeZone(identifier: name))
        #expect(Zone(identifier: "UTC") == .utc)
        #expect(Zone(identifier: "UTC") != Zone(identifier: "Etc/UTC"))
        let wrong = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for step in 0..<2000 {
                        let seconds = Int64(worker * 1000 + step * 3_000_000)
                        let expected = reference.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
                        let offset = Zone(identifier: name)?.offsetSeconds(at: Instant(seconds: seconds))
                        if offset != expected { wrong += 1 }
                    }
                    return wrong
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
