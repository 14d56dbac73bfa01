import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/jobs`. Documented: README, Managing Jobs and Job Creation Behavior. Observed: server-behaviour 4.4.
enum Jobs {
    static let handlers: [String: Handler] = [
        "listJobs": list, "createJobs": create, "getJob": get, "updateJob": update, "deleteJob": delete,
    ]

    private static let orderColumns = [
        "id", "project_id", "spec", "date_created", "timezone", "account_id", "date_modified", "modified_by",
        "deleted_by", "executor_id", "start_date", "end_date", "retry_max",
    ]

    private static func list(_ request: Request) throws -> Reply {
        let page = try ListPage(request, plural: "jobs", columns: orderColumns, index: ListIndex.jobs(by:))
        let project = try projectFilter(request)
        if project != nil { try ListIndex.jobsOfProject.make(request.db) }
        let condition = project == nil ? "" : "AND project_id = ?"
        var arguments: SQLArguments = [try request.accountID]
        if let project { arguments.append(project) }
        let rows = try request.db.all(
            """
            SELECT \(StoredJob.columns) FROM \(StoredJob.tables)
            WHERE account_id = ? AND date_deleted IS NULL \(condition) \(page.clause.replacing(" id ", with: " jobs.id "))
            """, arguments, StoredJob.init)
        return page.reply(
            total: try request.liveCount("jobs", parent: project), plural: "jobs",
            rows.map { $0.json(request.world.quirks) })
    }

    private static func projectFilter(_ request: Request) throws -> Int64? {
        guard let text = request.call.query("projectId") else { return nil }
        guard let id = Int64(text) else { throw Problem.notAnInteger(text, function: "Atoi") }
        if id == 0 { return nil }
        guard try StoredProject.find(id, request) != nil else { throw Problem.jobProjectUnknownInFilter }
        return id
    }

    private static func get(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        return .success(
            try find(id, request, evenDeleted: request.has(.deletedJobsReadable)).json(request.world.quirks))
    }

    // MARK: Create

    /// Checks the whole batch, then leaves the work to a task, which at the immediate pace is done within the request.
    /// Documented: always 202, all or nothing.
    private static func create(_ request: Request) throws -> Reply {
        let bodies = try bodies(request)
        if request.has(.jobCreatorRequired), bodies.contains(where: { $0.createdBy == nil }) {
            throw Problem.jobCreatorsRequired
        }
        guard (1...100).contains(bodies.count) else { throw Problem.jobCount(bodies.count) }
        let rules = try rules(request, refusesPast: request.has(.pastDatesRefused))
        let drafts = try bodies.map { JobDraft($0, try rules.check($0)) }
        try JobOwners(request).check(bodies)
        let account = try request.accountID
        var output: JSON?
        if request.world.taskPace == .immediate {
            output = try TaskQueue(world: request.world, db: request.db).create(drafts, account: account)
        }
        let requestID = try AsyncTasks.enqueue(
            service: AsyncTasks.createJob, input: .array(bodies.map(\.json)), output: output, account: account, request)
        return .success(
            .string(requestID), status: 202, headers: [("Location", "/async-tasks/\(requestID)")])
    }

    private static func bodies(_ request: Request) throws -> [JobBody] {
        let json = try request.json()
        guard case .array(let elements) = json else {
            if json.isNull { return [] }
            throw Problem.wrongType(found: json.goKind, goType: "[]models.Job", field: "")
        }
        return try elements.map { try JobBody($0, goType: "models.Job") }
    }

    static func rules(_ request: Request, refusesPast: Bool) throws -> JobRules {
        JobRules(
            world: request.world, features: try Features.held(by: request.accountID, request.db),
            refusesPast: refusesPast)
    }

    /// Adds a job and plans its first run; answers the row.
    static func insert(_ draft: JobDraft, account: Int64, world: World, db: Database) throws -> StoredJob {
        let now = world.clock.now
        let values = draft.values
        let id = try db.insert(
            """
            INSERT INTO jobs (account_id, project_id, executor_id, spec, data, start_date, end_date, timezone,
                timezone_offset, retry_max, status, created_by, date_created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                account, draft.project, values.executorID, values.spec, values.data, values.startDate, values.endDate,
                values.timezone, values.timezoneOffset, values.retryMax, values.status.rawValue, draft.createdBy, now,
            ])
        let job = StoredJob(
            id: id, accountID: account, projectID: draft.project, values: values, createdBy: draft.createdBy,
            dateCreated: now)
        return try Planner(world: world, db: db).plan(new: job)
    }

    // MARK: Change

    /// A partial update: what the body does not say stays. Documented: product decisions, Jobs.
    private static func update(_ request: Request) throws -> Reply {
        let json = try request.json(emptySecond: "unexpected end of JSON input")
        let body = try JobBody(json, goType: "models.Job")
        let id = try request.pathID()
        guard let modifiedBy = body.modifiedBy else { throw Problem.fieldRequired("modifiedBy") }
        let stored = try find(id, request)
        let project = try updatedProject(body, stored, request)
        if let executor = body.executorID, try !JobOwners(request).owns(executor: executor) {
            throw Problem.jobUpdateExecutorForeign
        }
        let values = try rules(request, refusesPast: false).check(merged(body, into: stored))
        if request.has(.specImmutable), values.spec != stored.spec { throw Problem.jobSpecImmutable }
        try store(values, project: project, modifiedBy: modifiedBy, id: id, request)
        try Planner(world: request.world, db: request.db).plan(job: id)
        return .success(try find(id, request).json(request.world.quirks))
    }

    private static func updatedProject(_ body: JobBody, _ stored: StoredJob, _ request: Request) throws -> Int64 {
        guard let project = body.projectID else {
            if request.has(.updateNeedsProject) { throw Problem.jobUpdateProjectUnknown }
            return stored.projectID
        }
        guard try StoredProject.find(project, request) != nil else { throw Problem.jobUpdateProjectUnknown }
        // Observed: the stored project does not change; documented: a job can be moved.
        return request.has(.updateNeedsProject) ? stored.projectID : project
    }

    private static func merged(_ body: JobBody, into stored: StoredJob) -> JobBody {
        var merged = body
        merged.executorID = body.executorID ?? stored.executorID
        merged.spec = body.spec ?? (stored.spec.isEmpty ? nil : stored.spec)
        merged.data = body.data ?? stored.data
        merged.startDate = body.startDate ?? stored.startDate?.rfc3339()
        merged.endDate = body.endDate ?? stored.endDate?.rfc3339()
        merged.timezoneOffset = body.timezoneOffset ?? (body.timezone == nil ? stored.timezoneOffset : nil)
        merged.timezone = body.timezone ?? stored.timezone
        merged.retryMax = body.retryMax ?? stored.retryMax
        merged.status = body.status ?? stored.status.rawValue
        return merged
    }

    private static func store(
        _ values: JobValues, project: Int64, modifiedBy: String, id: Int64, _ request: Request
    ) throws {
        try request.db.run(
            """
            UPDATE jobs SET project_id = ?, executor_id = ?, spec = ?, data = ?, start_date = ?, end_date = ?,
                timezone = ?, timezone_offset = ?, retry_max = ?, status = ?, modified_by = ?, date_modified = ?
            WHERE id = ?
            """,
            [
                project, values.executorID, values.spec, values.data, values.startDate, values.endDate,
                values.timezone, values.timezoneOffset, values.retryMax, values.status.rawValue, modifiedBy,
                request.now, id,
            ])
    }

    private static func delete(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        let deletedBy = try request.signature("deletedBy")
        _ = try find(id, request, evenDeleted: request.has(.deletedJobsReadable))
        try request.db.run(
            "UPDATE jobs SET deleted_by = ?, date_deleted = ? WHERE id = ?", [deletedBy, request.now, id])
        try Planner(world: request.world, db: request.db).unplan(job: id)
        return .noContent
    }

    static func deleteAll(ofProject project: Int64, by deletedBy: String, _ request: Request) throws {
        let planner = Planner(world: request.world, db: request.db)
        try ListIndex.jobsOfProject.make(request.db)
        let ids = try request.db.all(
            "SELECT id FROM jobs WHERE account_id = ? AND project_id = ? AND date_deleted IS NULL",
            [request.accountID, project]
        ) { $0[0] as Int64 }
        for id in ids { try planner.unplan(job: id) }
        try request.db.run(
            """
            UPDATE jobs SET deleted_by = ?, date_deleted = ?
            WHERE account_id = ? AND project_id = ? AND date_deleted IS NULL
            """, [deletedBy, request.now, request.accountID, project])
    }

    private static func find(_ id: Int64, _ request: Request, evenDeleted: Bool = false) throws -> StoredJob {
        guard
            let job = try StoredJob.find(id, account: request.accountID, in: request.db, evenDeleted: evenDeleted)
        else { throw Problem.jobUnknown }
        return job
    }
}
