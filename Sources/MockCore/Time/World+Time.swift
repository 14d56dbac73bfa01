public import CivilTime
import GRDB
import Scheduler0API

/// What ran since the counters were last set to zero. Runs, not attempts: a run that succeeds at its third attempt has
/// fired once and succeeded once.
struct Progress: Hashable {
    var fired = 0
    var succeeded = 0
    var failed = 0

    mutating func count(_ state: ExecutionState) {
        switch state {
        case .success: succeeded += 1
        case .failed: failed += 1
        case .scheduled: break
        }
    }
}

extension World {
    /// Wall instant of the next thing due; nil when nothing is, or when the clock is frozen.
    public var nextWakeUp: Instant? {
        guard !clock.isFrozen else { return nil }
        return (try? store.access { db in try agenda.first(db)?.at }) ?? nil
    }

    /// Runs what fell due. Call at `nextWakeUp`, then take the deliveries.
    public func tick(wall: Instant) {
        clock.observe(wall)
        catchUp()
    }

    /// Runs everything due up to now, in the order (instant, sequence).
    func catchUp() {
        runDue(upTo: clock.latest, atMost: .max)
    }

    /// Runs at most `atMost` events due up to `limit`; answers how many ran.
    ///
    /// With a frozen clock no instant begins before all deliveries of the one before have ended.
    @discardableResult
    func runDue(upTo limit: Instant, atMost: Int) -> Int {
        var ran = 0
        do {
            try store.access { db in
                while ran < atMost, let due = try agenda.first(db), due.at <= limit {
                    if clock.isFrozen, due.at > clock.latest {
                        guard flights.isEmpty else { break }
                        clock.set(.frozen(due.at))
                    }
                    ran += try run(due, db)
                }
            }
        } catch {
            failures.append("\(error)")
        }
        clock.stand(at: nil)
        return ran
    }

    /// Runs one due subject; runs of one instant are taken together in one transaction.
    private func run(_ due: Due, _ db: Database) throws -> Int {
        clock.stand(at: due.at)
        defer { clock.stand(at: nil) }
        switch due.subject {
        case .task(let id):
            try TaskQueue(world: self, db: db).advance(task: id)
            return 1
        case .timer(let name, let subject):
            try db.inTransaction(.immediate) {
                try Housekeeping.run(name, subject: subject, world: self, db: db)
                return .commit
            }
            return 1
        case .runs: return try fire(due, db)
        }
    }

    private func fire(_ due: Due, _ db: Database) throws -> Int {
        var count = 0
        try db.inTransaction(.immediate) {
            let other = try Due.firstOther(than: due, db)
            count = try Firing(world: self, db: db, instant: due.at).fire(before: other ?? .max)
            agenda.forget()
            try saveClock(db)
            return .commit
        }
        // A due row without a run would be found again and again.
        if count == 0 { try db.run("UPDATE schedules SET due_at = NULL WHERE due_at = ?", [due.at]) }
        return max(1, count)
    }
}

extension Due {
    /// The place of the first task or timer due at the same instant, which parts the runs before it from those after.
    static func firstOther(than due: Due, _ db: Database) throws -> Int64? {
        try db.first(
            """
            SELECT MIN(sequence) FROM (SELECT sequence FROM tasks WHERE due_at = ?1
                UNION ALL SELECT sequence FROM timers WHERE due_at = ?1)
            """, [due.at]
        ) { $0[0] as Int64? } ?? nil
    }
}
