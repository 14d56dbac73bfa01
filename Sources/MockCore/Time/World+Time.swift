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

    /// Runs at most `atMost` events due up to `limit` (more only where one instant has more); answers how many ran.
    @discardableResult
    func runDue(upTo limit: Instant, atMost: Int) -> Int {
        var ran = 0
        do {
            try store.access { db in
                while ran < atMost, let due = try begin(upTo: limit, db) {
                    ran += try run(due, upTo: limit, atMost: atMost - ran, db)
                }
            }
        } catch {
            failures.append("\(error)")
        }
        clock.stand(at: nil)
        return ran
    }

    /// What is due next, if it may begin: with a frozen clock no instant begins before all deliveries of the one before
    /// have ended.
    private func begin(upTo limit: Instant, _ db: Database) throws -> Due? {
        guard let due = try agenda.first(db), due.at <= limit else { return nil }
        if clock.isFrozen, due.at > clock.latest {
            guard flights.isEmpty else { return nil }
            clock.set(.frozen(due.at))
        }
        return due
    }

    private func run(_ due: Due, upTo limit: Instant, atMost: Int, _ db: Database) throws -> Int {
        clock.stand(at: due.at)
        defer { clock.stand(at: nil) }
        switch due.subject {
        case .task(let id):
            try TaskQueue(world: self, db: db).advance(task: id)
            return 1
        case .timer(let name, let subject):
            try transaction(db) { try Housekeeping.run(name, subject: subject, world: self, db: db) }
            return 1
        case .runs: return try fire(from: due, upTo: limit, atMost: atMost, db)
        }
    }

    /// Runs one instant after the other in one transaction, up to the first task or timer. Many instants touch the same
    /// pages of the store, which are then written once.
    private func fire(from first: Due, upTo limit: Instant, atMost: Int, _ db: Database) throws -> Int {
        try transaction(db) {
            var count = 0
            var next: Due? = first
            while let due = next, due.subject == .runs {
                count += try fire(due, db)
                next = count < atMost ? try begin(upTo: limit, db) : nil
            }
            try saveClock(db)
            return count
        }
    }

    /// The runs of one instant that come before any task or timer of that instant.
    private func fire(_ due: Due, _ db: Database) throws -> Int {
        clock.stand(at: due.at)
        let other = try Due.firstOther(than: due, db)
        let count = try Firing(world: self, db: db, instant: due.at).fire(before: other ?? .max)
        agenda.forget(.run)
        // A due row without a run would be found again and again.
        if count == 0 { try db.run("UPDATE schedules SET due_at = NULL WHERE due_at = ?", [due.at]) }
        return max(1, count)
    }
}
