import CivilTime
import GRDB
import Scheduler0API

/// Writes down how an attempt ended and plans what follows: a retry, the next run, or nothing.
struct Settlement {
    let world: World
    let db: Database
    let ledger: QuotaLedger

    /// Observed: server-behaviour 6.4 (`JobExecutionRetryDelay`).
    static let retryDelay = Span.seconds(5)

    /// All runs of one delivery end alike; a shared delivery is retried as often as its most patient job wants.
    func end(_ runs: [Run], _ state: ExecutionState) throws {
        let retryMax = runs.map(\.retryMax).max() ?? 0
        for run in runs {
            let next = following(run)
            try ExecutionLog(db: db).attempted(run, state: state, next: next)
            if state == .failed, run.attempt < retryMax, goesOn(run) {
                try retry(run)
            } else {
                world.progress.count(state)
                try finish(run, state, next: next)
            }
        }
    }

    /// No further attempt is made: the job is no longer active, so the failure before stands.
    func giveUp(_ run: Run) throws {
        world.progress.count(.failed)
        try finish(run, .failed, next: following(run))
    }

    /// The run of a local executor's job: nothing is logged when the lease is held, the executor will report it.
    func endLocal(_ run: Run, isHeld: Bool) throws {
        let next = following(run)
        if isHeld {
            try move(run, to: next, lastRun: run.lastRun, lastState: run.lastState, version: run.version + 1)
        } else {
            try ExecutionLog(db: db).attempted(run, state: .failed, next: next)
            world.progress.count(.failed)
            try move(run, to: next, lastRun: run.runAt, lastState: .failed, version: run.version + 1)
        }
        // A one-time job stays in the pull until its report is in.
        if next == nil, !run.spec.isEmpty { try Planner(world: world, db: db).setInactive(job: run.jobID) }
    }

    /// The run after this one, later than now: ticks missed meanwhile are skipped.
    private func following(_ run: Run) -> Instant? {
        world.timetables.timetable(spec: run.spec, timezone: run.timezone, start: run.start, end: run.end)
            .following(run.runAt, now: world.clock.latest)
    }

    /// Whether the job may still run: active, and its account has executions left.
    private func goesOn(_ run: Run) -> Bool { run.isActive && !ledger.exhausted.contains(run.accountID) }

    private func retry(_ run: Run) throws {
        try db.run(
            """
            UPDATE schedules SET due_at = ?, sequence = ?, attempt = attempt + 1, in_flight = 0, pending_state = NULL
            WHERE job_id = ?
            """, [world.clock.now + Self.retryDelay, world.agenda.next(), run.jobID])
        world.agenda.forget(.run)
    }

    /// The run is over: the version counts up, the next run is scheduled, a job without one becomes inactive.
    private func finish(_ run: Run, _ state: ExecutionState, next: Instant?) throws {
        let planned = goesOn(run) ? next : nil
        try move(run, to: planned, lastRun: run.runAt, lastState: state, version: run.version + 1)
        if let planned {
            try ExecutionLog(db: db).scheduled(
                job: run.jobID, project: run.projectID, account: run.accountID, due: planned, previous: run.runAt,
                version: run.version + 1, at: world.clock.now)
        } else if run.isActive, next == nil {
            try Planner(world: world, db: db).setInactive(job: run.jobID)
        }
    }

    private func move(
        _ run: Run, to next: Instant?, lastRun: Instant?, lastState: ExecutionState?, version: Int64
    ) throws {
        try db.run(
            """
            UPDATE schedules SET due_at = ?, sequence = ?, run_at = ?, attempt = 0, attempt_at = NULL,
                pending_state = NULL, in_flight = 0, version = ?, last_run = ?, last_state = ? WHERE job_id = ?
            """, [next, world.agenda.next(), next, version, lastRun, lastState?.rawValue, run.jobID])
        world.agenda.forget(.run)
    }
}
