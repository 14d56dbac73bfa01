import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/local-executors`. Documented: README, Managing Local Executors, and product decisions, Local executors (a pull
/// renews the lease, is logged, and answers active jobs only). Observed: server-behaviour 8.
enum LocalExecutors {
    static let handlers: [String: Handler] = [
        "registerLocalExecutor": register, "pullLocalExecutorJobs": pull, "reportLocalExecutions": report,
    ]

    private static func register(_ request: Request) throws -> Reply {
        let fields = try request.fields("LocalExecutor", emptySecond: "body is nil")
        let body = try ExecutorBody(fields)
        if body.name.isEmpty { throw Problem.fieldRequired("name") }
        if body.command.isEmpty { throw Problem.fieldRequired("command") }
        guard let createdBy = try fields.text("createdBy") else { throw Problem.fieldRequired("createdBy") }
        let id = try Executors.insert(body, type: .local, createdBy: createdBy, request)
        return .success(["id": .int(id)], status: 201)
    }

    // MARK: Pull

    /// A GET that writes: the lease and the log of pulls.
    private static func pull(_ request: Request) throws -> Reply {
        let executor = try find(request)
        let jobs = try jobs(of: executor.id, request)
        _ = try request.world.write(request.db) {
            try Leases.renew(executor: executor.id, jobs: jobs.count, request)
            return .noContent
        }
        return .success(
            .array(jobs.map { $0.json(request.world.quirks, startDateIfUnset: $0.dateCreated) }))
    }

    /// One-time jobs leave the pull once a report with state 1 or 2 is in; ended jobs are no longer active.
    private static func jobs(of executor: Int64, _ request: Request) throws -> [StoredJob] {
        let condition =
            request.has(.pullListsInactiveJobs)
            ? "" : "AND status = 'active' AND (end_date IS NULL OR end_date >= \(request.now.milliseconds))"
        try ListIndex.jobs(by: "executor_id").make(request.db)
        return try request.db.all(
            """
            SELECT \(StoredJob.columns) FROM \(StoredJob.tables)
            WHERE executor_id = ? AND account_id = ? AND date_deleted IS NULL \(condition) ORDER BY jobs.id
            """, [executor, request.accountID], StoredJob.init)
    }

    private static func find(_ request: Request) throws -> StoredExecutor {
        let id = try request.pathID()
        guard let executor = try StoredExecutor.find(id, account: request.accountID, in: request.db) else {
            throw Problem.localExecutorUnknown
        }
        guard executor.type == .local else { throw Problem.notALocalExecutor }
        return executor
    }

    // MARK: Report

    /// Rows without a job or a uniqueId are skipped; nothing is refused for being known already.
    private static func report(_ request: Request) throws -> Reply {
        let json = try request.json(emptySecond: "body is nil")
        guard case .array(let elements) = json.isNull ? .array([]) : json else {
            throw Problem.wrongType(found: json.goKind, goType: "[]models.LocalExecutionReport", field: "")
        }
        _ = try find(request)
        let reports = try elements.map(LocalExecutionReport.init).filter(\.isComplete)
        for report in reports { try log(report, request) }
        let runs = Int64(reports.count { $0.state != ExecutionState.scheduled.rawValue })
        try Quota(world: request.world, db: request.db).spend(runs, account: request.accountID)
        return .success(["committed": .int(Int64(reports.count))])
    }

    private static func log(_ report: LocalExecutionReport, _ request: Request) throws {
        let project = try request.db.first(
            "SELECT project_id FROM jobs WHERE id = ? AND account_id = ?", [report.jobID, request.accountID]
        ) { $0[0] as Int64 }
        try request.db.run(
            """
            INSERT INTO executions (account_id, job_id, project_id, state, version, queue_version, last_execution,
                next_execution, unique_id, date_created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.accountID, report.jobID, project ?? 0, report.state, report.executionVersion,
                report.jobQueueVersion, report.lastExecution, report.nextExecution, report.uniqueID, request.now,
            ])
        guard report.state == 1 || report.state == 2 else { return }
        try Planner(world: request.world, db: request.db).noteLocalRun(
            job: report.jobID, account: request.accountID, at: report.lastExecution ?? request.now,
            state: report.state)
    }
}
