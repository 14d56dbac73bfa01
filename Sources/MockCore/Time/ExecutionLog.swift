import CivilTime
import GRDB
import Scheduler0API

/// Writes the rows of the execution log. Documented: product decisions, Rows.
struct ExecutionLog {
    let db: Database

    /// A run was scheduled: state 0, `next` is the instant due.
    func scheduled(
        job: Int64, project: Int64, account: Int64, due: Instant, previous: Instant?, version: Int64, at now: Instant
    ) throws {
        try db.run(
            """
            INSERT INTO executions (account_id, job_id, project_id, state, version, queue_version, last_execution,
                next_execution, previous_run, date_created) VALUES (?, ?, ?, 0, ?, 1, ?, ?, ?, ?)
            """, [account, job, project, version, previous, due, previous, now])
    }

    /// An attempt ended: state 1 or 2, `last` is the instant its run was due, `next` the run after it.
    func attempted(_ run: Run, state: ExecutionState, next: Instant?) throws {
        try db.run(
            """
            INSERT INTO executions (account_id, job_id, project_id, state, version, queue_version, last_execution,
                next_execution, previous_run, date_created) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
            """,
            [
                run.accountID, run.jobID, run.projectID, state.rawValue, run.version, run.runAt, next, run.lastRun,
                run.attemptAt,
            ])
    }
}
