import CivilTime
import GRDB
import Scheduler0API

/// Keeps `schedules` true to the jobs: what runs next, or nothing.
struct Planner {
    let world: World
    let db: Database

    private var now: Instant { world.clock.now }

    /// Plans the next run after a job was made or changed. A run that has begun is left alone: its end plans the next.
    func plan(job id: Int64) throws {
        guard
            let job = try db.first(
                "SELECT \(StoredJob.columns) FROM \(StoredJob.tables) WHERE jobs.id = ?", [id], StoredJob.init)
        else { return }
        guard let old = try Schedule.find(job: id, db) else {
            _ = try plan(new: job)
            return
        }
        if old.hasBegun { return }
        let next = firstRun(of: job)
        if next == nil { _ = try endIfOver(job) }
        if old.runAt == next, old.dueAt == next { return }
        _ = try write(job: id, next: next, version: old.version)
        world.agenda.forget(.run)
        try note(job, next: next, version: old.version)
    }

    /// Plans a job that has no schedule yet; answers it with the status it has now.
    func plan(new job: StoredJob) throws -> StoredJob {
        let next = firstRun(of: job)
        let sequence = try write(job: job.id, next: next, version: 1)
        guard let next else { return try endIfOver(job) }
        world.agenda.add(Due(at: next, sequence: sequence, subject: .runs))
        try note(job, next: next, version: 1)
        return job
    }

    /// The row of a planned run in the log; a local executor's runs come with its reports.
    private func note(_ job: StoredJob, next: Instant?, version: Int64) throws {
        guard let next, try !isLocal(executor: job.executorID) else { return }
        try ExecutionLog(db: db).scheduled(
            job: job.id, project: job.projectID, account: job.accountID, due: next, previous: job.lastRun,
            version: version, at: now)
    }

    private func firstRun(of job: StoredJob) -> Instant? {
        job.status == .active && job.dateDeleted == nil ? possibleRun(of: job) : nil
    }

    /// The run from now on that the job has, or would have if it were active.
    func possibleRun(of job: StoredJob) -> Instant? {
        timetable(of: job).first(
            from: now, created: job.dateCreated, lastRun: job.lastRun,
            firesAtStart: world.quirks.contains(.firstRunAtStartDate))
    }

    func timetable(of job: StoredJob) -> Timetable {
        world.timetables.timetable(
            spec: job.spec, timezone: job.timezone, start: job.startDate, end: job.endDate)
    }

    /// An active job without a run to come, a one-time job that has run or one past its end, becomes inactive; a spec
    /// that was never possible has nothing to be past of. Observed: server-behaviour 6.2.
    private func endIfOver(_ job: StoredJob) throws -> StoredJob {
        guard job.status == .active, job.dateDeleted == nil, !timetable(of: job).isImpossible else { return job }
        try setInactive(job: job.id)
        var ended = job
        ended.status = .inactive
        return ended
    }

    func setInactive(job id: Int64) throws {
        try db.run("UPDATE jobs SET status = 'inactive' WHERE id = ?", [id])
    }

    /// Answers the run's place among those of its instant.
    private func write(job: Int64, next: Instant?, version: Int64) throws -> Int64 {
        let sequence = world.agenda.next()
        try db.run(
            """
            INSERT INTO schedules (job_id, due_at, sequence, run_at, attempt, version, in_flight)
            VALUES (?, ?, ?, ?, 0, ?, 0)
            ON CONFLICT DO UPDATE SET due_at = excluded.due_at, sequence = excluded.sequence,
                run_at = excluded.run_at, attempt = 0, attempt_at = NULL, pending_state = NULL
            """, [job, next, sequence, next, version])
        return sequence
    }

    /// Takes back what is planned; a run that has begun goes on to its end.
    func unplan(job id: Int64) throws {
        world.agenda.forget(.run)
        try db.run("UPDATE schedules SET due_at = NULL WHERE job_id = ? AND \(Self.notBegun)", [id])
    }

    private static let notBegun = "attempt = 0 AND attempt_at IS NULL"

    /// The clock was set back: what has not begun runs at the first instant from now, but never before the last run.
    func planAgain() throws {
        let ids = try db.all(
            "SELECT job_id FROM schedules WHERE due_at IS NOT NULL AND \(Self.notBegun) ORDER BY job_id"
        ) { $0[0] as Int64 }
        for id in ids { try plan(job: id) }
    }

    private func isLocal(executor: Int64?) throws -> Bool {
        guard let executor else { return false }
        return try db.count("SELECT COUNT(*) FROM executors WHERE id = ? AND type = 'local'", [executor]) > 0
    }

    // MARK: All jobs of an account

    /// Observed: server-behaviour 9.2 (feature 3).
    func activateAll(ofAccount account: Int64) throws {
        let ids = try db.all(
            "SELECT id FROM jobs WHERE account_id = ? AND date_deleted IS NULL AND status = 'inactive' ORDER BY id",
            [account]
        ) { $0[0] as Int64 }
        try db.run(
            "UPDATE jobs SET status = 'active' WHERE account_id = ? AND date_deleted IS NULL", [account])
        for id in ids { try plan(job: id) }
    }

    /// The account has no executions left. Observed: server-behaviour 6.6 (changed by `system`).
    func deactivateAll(ofAccount account: Int64) throws {
        world.agenda.forget(.run)
        try db.run(
            """
            UPDATE jobs SET status = 'inactive', modified_by = 'system', date_modified = ?
            WHERE account_id = ? AND date_deleted IS NULL AND status = 'active'
            """, [now, account])
        try db.run(
            """
            UPDATE schedules SET due_at = NULL WHERE \(Self.notBegun) AND due_at IS NOT NULL
                AND job_id IN (SELECT id FROM jobs WHERE account_id = ?)
            """, [account])
    }

    // MARK: Local executors

    /// A local executor has run a job: note it, and retire a one-time job.
    /// Documented: product decisions, Leases.
    func noteLocalRun(job id: Int64, account: Int64, at instant: Instant, state: Int64) throws {
        guard let job = try StoredJob.find(id, account: account, in: db) else { return }
        try db.run(
            "UPDATE schedules SET last_run = MAX(COALESCE(last_run, 0), ?), last_state = ? WHERE job_id = ?",
            [instant, state, id])
        guard job.spec.isEmpty else { return }
        try setInactive(job: id)
        try unplan(job: id)
    }
}

/// A row of `schedules`, as far as planning needs it.
struct Schedule {
    let dueAt: Instant?
    let runAt: Instant?
    let version: Int64
    /// Whether an attempt was made or is under way.
    let hasBegun: Bool

    static func find(job: Int64, _ db: Database) throws -> Schedule? {
        try db.first(
            """
            SELECT due_at, run_at, version, attempt > 0 OR attempt_at IS NOT NULL FROM schedules WHERE job_id = ?
            """, [job]
        ) { Schedule(dueAt: $0[0], runAt: $0[1], version: $0[2], hasBegun: $0[3]) }
    }
}
