public import CivilTime
import Cron
import GRDB
import WireJSON

/// A clock on its way: `POST /__admin/clock/advance`.
struct Advance {
    let from: Instant
    let target: Instant
}

/// What to do after a step of an advance.
public enum AdvanceStep: Sendable {
    /// More is due; step again.
    case more
    /// Deliveries are on their way: carry them out, settle them, step again.
    case deliveries
    /// The target is reached.
    case finished(Reply)
}

extension World {
    /// The instants an advance may reach.
    private static let latestInstant = Instant(seconds: 253_402_300_799)

    /// Starts an advance: `{"by": "PT1H"}` or `{"to": "…"}`. Nothing has moved when it throws.
    public func beginAdvance(_ body: [UInt8], wall: Instant) throws(ControlError) {
        clock.observe(wall)
        guard clock.isFrozen else {
            throw ControlError(
                status: 409, error: "the clock is real and advances by itself",
                hint: "freeze it first: PUT /__admin/clock {\"mode\":\"frozen\"}")
        }
        let target = try Self.target(body, now: clock.latest)
        try checkExtent(until: target)
        progress = Progress()
        advance = Advance(from: clock.latest, target: target)
    }

    private static func target(_ body: [UInt8], now: Instant) throws(ControlError) -> Instant {
        let json: JSON
        do { json = try JSON.parse(body) } catch { throw ControlError.body("the body is no JSON: \(error.message)") }
        let fields = try ControlFields(json, known: ["by", "to"])
        let target: Instant
        switch (try fields.span("by"), try fields.instant("to")) {
        case (let span?, nil): target = now + span
        case (nil, let instant?): target = instant
        case (nil, nil):
            throw .body("an advance needs `by` (a duration such as PT1H) or `to` (a date such as 2026-01-01T00:00:00Z)")
        case (_?, _?): throw .body("an advance goes `by` a duration or `to` a date, not both", hint: "leave one out")
        }
        guard target >= now else {
            throw ControlError(
                status: 400, error: "the clock stands at \(now), later than \(target): an advance only goes forward",
                hint: "set it back with PUT /__admin/clock {\"mode\":\"frozen\",\"now\":\"…\"}")
        }
        guard target <= latestInstant else {
            throw ControlError.body(
                "the clock would stand beyond the year 9999", hint: "it ends at 9999-12-31T23:59:59Z")
        }
        return target
    }

    /// Refuses an advance that would run more events than allowed, before anything moves.
    private func checkExtent(until target: Instant) throws(ControlError) {
        let count: Int
        do {
            count = try store.access { db in
                try Extent(world: self, db: db).runs(until: target, enough: options.maxEvents)
            }
        } catch { throw ControlError(status: 500, error: "\(error)", hint: "this is a fault of the server") }
        guard count > options.maxEvents else { return }
        throw ControlError(
            status: 422, error: "this advance would run more than \(options.maxEvents) events (\(count) counted)",
            hint: "advance in smaller steps, or start the server with a larger --max-events")
    }

    /// Runs up to `atMost` events of the advance under way.
    public func stepAdvance(atMost: Int = 20_000) -> AdvanceStep {
        guard let current = advance else { return .finished(ControlReply.done) }
        let ran = runDue(upTo: current.target, atMost: atMost)
        if hasDeliveriesInFlight { return .deliveries }
        if ran >= atMost { return .more }
        advance = nil
        clock.set(.frozen(current.target))
        do { try store.access { db in try saveClock(db) } } catch { failures.append("\(error)") }
        return .finished(
            ControlReply.json([
                "from": .string(current.from.rfc3339()), "to": .string(current.target.rfc3339()),
                "fired": .int(Int64(progress.fired)), "succeeded": .int(Int64(progress.succeeded)),
                "failed": .int(Int64(progress.failed)),
            ]))
    }

    public var isAdvancing: Bool { advance != nil }
}

/// How many runs the jobs now planned have up to an instant, counted only as far as needed.
struct Extent {
    let world: World
    let db: Database

    func runs(until target: Instant, enough: Int) throws -> Int {
        let seconds = max(0, (target - world.clock.latest).milliseconds / 1000)
        let jobs = try db.count("SELECT COUNT(*) FROM schedules WHERE due_at <= ?", [target])
        // No job runs more often than every second: most advances need no counting.
        let (bound, overflows) = jobs.multipliedReportingOverflow(by: seconds + 1)
        if !overflows, bound <= Int64(enough) { return Int(bound) }
        var count = 0
        let rows = try db.all(
            """
            SELECT due_at, spec, timezone, start_date, end_date FROM schedules JOIN jobs ON id = job_id
            WHERE due_at <= ?
            """, [target]
        ) { row in
            (
                row[0] as Instant,
                world.timetables.timetable(spec: row[1], timezone: row[2], start: row[3], end: row[4])
            )
        }
        for (due, timetable) in rows {
            var next: Instant? = due
            while let run = next, run <= target {
                count += 1
                if count > enough { return count }
                next = timetable.following(run, now: run)
            }
        }
        return count
    }
}
