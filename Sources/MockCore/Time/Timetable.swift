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

    /// The first run, looking from `now`; nil when there is none.
    func first(from now: Instant, lastRun: Instant?, firesAtStart: Bool) -> Instant? {
        guard let spec else { return once(from: now, lastRun: lastRun) }
        if firesAtStart, lastRun == nil, let start { return within(max(start, now)) }
        let earliest = max(start ?? now, now)
        guard let next = firstInstant(spec, from: earliest) else { return nil }
        // A change at the very instant of a run must not repeat it.
        guard let lastRun, next <= lastRun else { return within(next) }
        return following(lastRun)
    }

    /// `@every` has no instants of its own: its grid begins at the start date, or an interval after now.
    private func firstInstant(_ spec: CronSpec, from earliest: Instant) -> Instant? {
        guard let interval = spec.interval, let start else { return spec.next(atOrAfter: earliest, in: zone) }
        let steps = ((earliest - start).milliseconds + interval.milliseconds - 1) / interval.milliseconds
        return start + interval * max(0, steps)
    }

    /// At once when the start date is past; never twice for one start date.
    private func once(from now: Instant, lastRun: Instant?) -> Instant? {
        guard let start else { return nil }
        if let lastRun, lastRun >= start { return nil }
        return within(max(start, now))
    }

    /// The run after the one at `instant`.
    func following(_ instant: Instant) -> Instant? {
        guard let spec else { return nil }
        return within(spec.next(after: instant, in: zone))
    }

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
        Timetable(spec: spec.isEmpty ? nil : parsed(spec), zone: zone(timezone), start: start, end: end)
    }

    private func parsed(_ text: String) -> CronSpec? {
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
