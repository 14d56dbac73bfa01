import CivilTime
import Cron

/// When a job runs: its spec or single date, within its bounds, in its zone.
///
/// Documented: product decisions, Time (first run, end date inclusive, one-time jobs).
/// Observed: server-behaviour 6.2 (`firstRunAtStartDate`).
struct Timetable {
    /// nil for a one-time job.
    let spec: CronSpec?
    let zone: Zone
    let start: Instant?
    let end: Instant?

    /// The first run, looking from `now`; nil when there is none. `created` is when a job without a start date was made.
    func first(from now: Instant, created: Instant, lastRun: Instant?, firesAtStart: Bool) -> Instant? {
        guard let spec else { return once(from: now, lastRun: lastRun) }
        if firesAtStart, lastRun == nil, let start { return within(max(start, now)) }
        var earliest = max(start ?? now, now)
        // A change at the very instant of a run must not repeat it.
        if let lastRun { earliest = max(earliest, lastRun + Self.tick) }
        guard let interval = spec.interval else { return within(spec.next(atOrAfter: earliest, in: zone)) }
        if let start, earliest == start { return within(start) }
        // `@every` has no instants of its own: it counts from the start date, else from creation.
        let origin = Instant(seconds: (start ?? created).secondsRoundedDown)
        let steps = ((earliest - origin).milliseconds + interval.milliseconds - 1) / interval.milliseconds
        return within(spec.next(after: origin + interval * (max(1, steps) - 1), in: zone))
    }

    /// At once when the start date is past; never twice for one start date.
    private func once(from now: Instant, lastRun: Instant?) -> Instant? {
        guard let start else { return nil }
        if let lastRun, lastRun >= start { return nil }
        return within(max(start, now))
    }

    /// The run after the one at `run`, later than `now`: ticks missed meanwhile are skipped.
    func following(_ run: Instant, now: Instant) -> Instant? {
        first(from: max(run, now) + Self.tick, created: run, lastRun: run, firesAtStart: false)
    }

    /// The smallest step of a clock.
    private static let tick = Span(milliseconds: 1)

    /// Whether no day of any year matches, as for 30 February.
    var isImpossible: Bool { spec?.isImpossible ?? false }

    private func within(_ instant: Instant?) -> Instant? {
        guard let instant else { return nil }
        if let end, instant > end { return nil }
        return instant
    }
}

/// Parsed specs and zones by their texts; a world's jobs share few of them.
final class TimetableCache {
    private let dialect: CronSpec.Dialect
    private var specs: [String: CronSpec] = [:]
    private var zones: [String: Zone] = [:]
    private static let mostEntries = 10_000

    init(quirks: Set<Quirk>) { dialect = quirks.cronDialect }

    /// The timetable of a stored job; texts were checked when it was stored.
    func timetable(spec: String, timezone: String, start: Instant?, end: Instant?) -> Timetable {
        Timetable(spec: spec.isEmpty ? nil : self.spec(spec), zone: zone(timezone), start: start, end: end)
    }

    /// nil when the text is no spec.
    func spec(_ text: String) -> CronSpec? {
        if let known = specs[text] { return known }
        guard let spec = try? CronSpec(parsing: text, dialect: dialect) else { return nil }
        if specs.count >= Self.mostEntries { specs.removeAll() }
        specs[text] = spec
        return spec
    }

    private func zone(_ name: String) -> Zone {
        if let known = zones[name] { return known }
        let zone = Zone(identifier: name) ?? .utc
        zones[name] = zone
        return zone
    }
}
