private import Synchronization

/// A time zone of the IANA database: what clocks in some place show at each instant.
///
/// A zone is cheap to make, copy and ask: its rules are worked out once and shared by all values of the same name.
public struct Zone: Sendable {
    private let table: ZoneTable

    private init(table: ZoneTable) { self.table = table }

    public static let utc = Zone(table: .utc)

    /// The zone with exactly that name in the IANA database (also an old name that it still links), upper and lower
    /// case as there; nil for anything else, such as abbreviations (`PST`), offsets (`GMT+3`), paths and `Local`.
    public init?(identifier: String) {
        if identifier == "UTC" {
            self = .utc
            return
        }
        guard let table = Self.tables.withLock({ $0.table(for: identifier) }) else { return nil }
        self.table = table
    }

    /// The name the zone was made with.
    public var identifier: String { table.identifier }

    /// Seconds that the zone's clocks are ahead of UTC at that instant.
    public func offsetSeconds(at instant: Instant) -> Int {
        Int(table.period(at: instant.secondsRoundedDown).offsetSeconds)
    }

    /// What the zone's clocks show at that instant, milliseconds cut off.
    public func civil(at instant: Instant) -> CivilDateTime {
        let seconds = instant.secondsRoundedDown
        return CivilDateTime(clockSeconds: seconds + table.period(at: seconds).offsetSeconds)
    }

    /// The instants at which the zone's clocks show that time: one, none or two.
    public func resolve(_ local: CivilDateTime) -> LocalTime {
        let clock = local.clockSeconds
        // No zone was ever further from UTC than this.
        let (earliest, latest) = (clock - Self.farthestOffsetSeconds, clock + Self.farthestOffsetSeconds)
        var first: Int64?
        var transition = earliest
        var period = table.period(at: earliest)
        while true {
            let candidate = clock - period.offsetSeconds
            if candidate < period.start {
                // The clocks went from before `clock` to after it: it was skipped.
                if first == nil { return .gap(before: Instant(seconds: transition)) }
                break
            }
            if candidate < period.end {
                if let first { return .overlap(first: Instant(seconds: first), second: Instant(seconds: candidate)) }
                first = candidate
            }
            guard period.end <= latest else { break }
            transition = period.end
            period = table.period(at: period.end)
        }
        guard let first else { return .gap(before: Instant(seconds: transition)) }
        return .unique(Instant(seconds: first))
    }

    /// The stretch of constant offset around a second since the epoch.
    package func period(at second: Int64) -> ZonePeriod { table.period(at: second) }

    private static let farthestOffsetSeconds: Int64 = 26 * 3600
    private static let tables = Mutex(ZoneTables())
}

extension Zone: Hashable {
    public static func == (left: Zone, right: Zone) -> Bool {
        left.table === right.table || left.identifier == right.identifier
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Zone: CustomStringConvertible {
    public var description: String { identifier }
}

/// The tables made so far, one for each name that exists.
private struct ZoneTables {
    private var known: [String: ZoneTable] = [:]

    mutating func table(for identifier: String) -> ZoneTable? {
        if let table = known[identifier] { return table }
        guard let table = ZoneTable(identifier: identifier) else { return nil }
        known[identifier] = table
        return table
    }
}
