import CivilTime
import Cron
import Testing

/// Every minute of some days is asked whether the zone's clocks show a time of the spec; the search must find the same.
@Suite("Cron against enumeration")
struct CronBruteForceTests {
    /// A spec as plain sets, with the rules written as one reads them.
    private struct Sets {
        var minutes: Set<Int>
        var hours: Set<Int>
        var days: Set<Int>?
        var months: Set<Int>?
        var weekdays: Set<Int>?

        var text: String {
            func list(_ set: Set<Int>?) -> String {
                set.map { $0.sorted().map(String.init).joined(separator: ",") } ?? "*"
            }
            return [list(minutes), list(hours), list(days), list(months), list(weekdays)].joined(separator: " ")
        }

        func allows(_ local: CivilDateTime) -> Bool {
            let isDay =
                switch (days, weekdays) {
                case (nil, nil): true
                case (let days?, nil): days.contains(local.date.day)
                case (nil, let weekdays?): weekdays.contains(local.date.weekday)
                case (let days?, let weekdays?):
                    days.contains(local.date.day) || weekdays.contains(local.date.weekday)
                }
            return isDay && minutes.contains(local.minute) && hours.contains(local.hour)
                && (months?.contains(local.date.month) ?? true)
        }

        /// Whether the spec runs at that instant.
        func runs(at instant: Instant, in zone: Zone) -> Bool {
            let local = zone.civil(at: instant)
            guard local.second == 0, allows(local) else { return false }
            guard hours.count < 24, case .overlap(_, let second) = zone.resolve(local) else { return true }
            return instant != second
        }
    }

    private func randomSets(_ random: inout SeededGenerator) -> Sets {
        func some(_ range: ClosedRange<Int>, _ count: Int) -> Set<Int> {
            Set((0..<count).map { _ in Int.random(in: range, using: &random) })
        }
        let isEveryHour = Bool.random(using: &random)
        return Sets(
            minutes: some(0...59, .random(in: 1...4, using: &random)),
            hours: isEveryHour ? Set(0...23) : some(0...4, .random(in: 1...3, using: &random)).union([23]),
            days: Int.random(in: 0..<3, using: &random) == 0 ? some(1...31, 12) : nil,
            months: Int.random(in: 0..<4, using: &random) == 0 ? some(1...12, 6) : nil,
            weekdays: Int.random(in: 0..<3, using: &random) == 0 ? some(0...6, 3) : nil)
    }

    /// Zones with a week around which their clocks change.
    static let weeks = [
        ("Europe/Paris", "2026-03-26T00:00:00Z"), ("Europe/Paris", "2026-10-22T00:00:00Z"),
        ("America/New_York", "2026-03-05T00:00:00Z"), ("America/New_York", "2026-10-29T00:00:00Z"),
        ("America/Sao_Paulo", "2018-11-01T00:00:00Z"), ("America/Sao_Paulo", "2018-02-15T00:00:00Z"),
        ("Asia/Beirut", "2026-03-26T00:00:00Z"), ("Asia/Beirut", "2026-10-22T00:00:00Z"),
        ("Africa/Cairo", "2026-04-21T00:00:00Z"), ("Africa/Cairo", "2026-10-27T00:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-01T00:00:00Z"), ("Australia/Lord_Howe", "2026-04-02T00:00:00Z"),
        ("Pacific/Auckland", "2026-09-24T00:00:00Z"), ("Pacific/Auckland", "2026-04-02T00:00:00Z"),
        ("Pacific/Apia", "2011-12-27T00:00:00Z"), ("America/Juneau", "1867-10-18T00:00:00Z"),
        ("Asia/Kathmandu", "1985-12-29T00:00:00Z"), ("Africa/Casablanca", "2026-02-12T00:00:00Z"),
        ("Africa/Freetown", "1939-08-31T00:00:00Z"), ("Antarctica/Troll", "2026-03-26T00:00:00Z"),
        ("Europe/Dublin", "1971-10-28T00:00:00Z"), ("Asia/Pyongyang", "2018-05-02T00:00:00Z"),
        ("Etc/UTC", "2026-12-29T00:00:00Z"), ("America/Caracas", "2016-04-29T00:00:00Z"),
    ]

    @Test(arguments: weeks)
    func `finds exactly the runs of a week`(name: String, from: String) throws {
        let zone = try #require(Zone(identifier: name))
        let start = try #require(Instant(rfc3339: from))
        // Offsets of old times have seconds, so that minutes of the clocks begin anywhere: fewer days are enough then.
        let hasOddSeconds = zone.offsetSeconds(at: start) % 60 != 0
        let end = start + .days(hasOddSeconds ? 2 : 7)
        var random = SeededGenerator(seed: UInt64(bitPattern: start.milliseconds) ^ UInt64(name.utf8.count))
        let step: Span = hasOddSeconds ? .seconds(1) : .minutes(1)
        var total = 0
        for _ in 0..<25 {
            let sets = randomSets(&random)
            let spec = try CronSpec(parsing: sets.text)
            var expected: [Instant] = []
            var instant = start
            while instant < end {
                if sets.runs(at: instant, in: zone) { expected.append(instant) }
                instant += step
            }
            #expect(forward(spec, zone, start, end) == expected, "\(sets.text)")
            #expect(backward(spec, zone, start, end) == expected, "\(sets.text)")
            total += expected.count
        }
        #expect(total > 100)
    }

    private func forward(_ spec: CronSpec, _ zone: Zone, _ start: Instant, _ end: Instant) -> [Instant] {
        var found: [Instant] = []
        var next = spec.next(atOrAfter: start, in: zone)
        while let run = next, run < end, found.last.map({ $0 < run }) ?? true {
            found.append(run)
            next = spec.next(after: run, in: zone)
        }
        return found
    }

    private func backward(_ spec: CronSpec, _ zone: Zone, _ start: Instant, _ end: Instant) -> [Instant] {
        var found: [Instant] = []
        var previous = spec.previous(before: end, in: zone)
        while let run = previous, run >= start, found.last.map({ $0 > run }) ?? true {
            found.append(run)
            previous = spec.previous(before: run, in: zone)
        }
        return found.reversed()
    }

    @Test func `next and previous are inverse anywhere in four centuries`() throws {
        let zones = try [
            "Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
        ]
        .map { try #require(Zone(identifier: $0)) }
        var random = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            let sets = randomSets(&random)
            let spec = try CronSpec(parsing: sets.text)
            let zone = try #require(zones.randomElement(using: &random))
            let instant = Instant(seconds: .random(in: -6_000_000_000...7_000_000_000, using: &random))
            guard let next = spec.next(after: instant, in: zone) else {
                #expect(spec.isImpossible)
                continue
            }
            #expect(next > instant && sets.runs(at: next, in: zone), "\(sets.text) in \(zone) after \(instant)")
            let back = try #require(spec.previous(before: next, in: zone))
            #expect(back <= instant && sets.runs(at: back, in: zone), "\(sets.text) in \(zone) before \(next)")
            #expect(spec.next(after: back, in: zone) == next)
        }
    }
}
