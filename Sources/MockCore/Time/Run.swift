import CivilTime
import GRDB
import Scheduler0API

/// A job that is due, with what its firing needs to know of job and executor.
struct Run {
    let jobID: Int64
    let dueAt: Instant
    /// The instant the run is for; retries keep it.
    let runAt: Instant
    /// The instant of this attempt.
    var attemptAt: Instant
    let attempt: Int64
    /// Whether an attempt was made before: the run is paid for.
    let hasBegun: Bool
    /// Whether the attempt was under way when the server stopped: it is made again.
    let wasBrokenOff: Bool
    let version: Int64
    let lastRun: Instant?
    let lastState: ExecutionState?
    /// The scripted outcome this attempt waits for.
    let pendingState: ExecutionState?
    let accountID: Int64
    let projectID: Int64
    let spec: String
    let timezone: String
    let start: Instant?
    let end: Instant?
    let retryMax: Int64
    let isActive: Bool
    let executorID: Int64?
    let executorType: ExecutorType?
    let aggregates: Bool

    static let columns = """
        job_id, due_at, run_at, attempt_at, attempt, version, last_run, last_state, pending_state, jobs.account_id,
        project_id, spec, timezone, start_date, end_date, retry_max,
        jobs.status = 'active' AND jobs.date_deleted IS NULL, executor_id, executors.type,
        COALESCE(payload_aggregation, 0)
        """
    static let tables = """
        schedules JOIN jobs ON jobs.id = job_id
            LEFT JOIN executors ON executors.id = executor_id AND executors.date_deleted IS NULL
        """

    init(_ row: Row) {
        jobID = row[0]
        let lastAttempt = row[3] as Instant?
        let due = row[1] as Instant? ?? lastAttempt ?? .epoch
        dueAt = due
        runAt = row[2] as Instant? ?? due
        attemptAt = lastAttempt ?? due
        attempt = row[4]
        hasBegun = attempt > 0 || lastAttempt != nil
        wasBrokenOff = lastAttempt == due
        version = row[5]
        lastRun = row[6]
        lastState = (row[7] as Int64?).flatMap(ExecutionState.init(rawValue:))
        pendingState = (row[8] as Int64?).flatMap(ExecutionState.init(rawValue:))
        accountID = row[9]
        projectID = row[10]
        spec = row[11]
        timezone = row[12]
        start = row[13]
        end = row[14]
        retryMax = row[15]
        isActive = row[16]
        executorID = row[17]
        executorType = (row[18] as String?).flatMap(ExecutorType.init(rawValue:))
        aggregates = row[19]
    }

    /// All runs due at `instant`, in their order, up to the one before `sequence`.
    static func due(at instant: Instant, before sequence: Int64, limit: Int, _ db: Database) throws -> [Run] {
        try db.all(
            """
            SELECT \(columns) FROM \(tables)
            WHERE due_at = ? AND sequence < ? AND in_flight = 0 ORDER BY due_at, sequence LIMIT \(limit)
            """, [instant, sequence], Run.init)
    }

    static func find(job: Int64, _ db: Database) throws -> Run? {
        try db.first("SELECT \(columns) FROM \(tables) WHERE job_id = ?", [job], Run.init)
    }
}
