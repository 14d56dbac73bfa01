import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `POST /ai/schedule`: a prompt becomes jobs at once. Observed: server-behaviour 10.3.
enum Scheduling {
    static let handlers: [String: Handler] = ["scheduleFromPrompt": schedule]

    private static func schedule(_ request: Request) throws -> Reply {
        let fields = try request.fields("ScheduleRequest")
        let body = try PromptBody(fields)
        guard let createdBy = try fields.text("createdBy") else { throw Problem.fieldRequired("createdBy") }
        let pinned = try fields.uint("executorId").flatMap { $0 == 0 ? nil : $0 }
        let projectID = try fields.uint("projectId").flatMap { $0 == 0 ? nil : $0 }
        let wanted = try fields.value("project").map { try Fields($0, structName: "ScheduleProject") }
        let desk = try PromptDesk(request)
        switch try desk.answer(body) {
        case .refused(let reply): return reply
        case .answered(let configurations, let classified):
            // What fails from here on is undone whole, the token included.
            let match = try executor(pinned: pinned, body, request)
            let (project, isNew) = try project(projectID, wanted, body, createdBy, request)
            let jobs = try configurations.map {
                try insert($0.json, project: project.id, executor: match.executor.id, createdBy, request)
            }
            if jobs.isEmpty { throw Problem.noSchedulableJobs }
            let (provider, model) = desk.providerAndModel
            return .success(
                [
                    "classification": classified.json, "project": project.json(request.world.quirks),
                    "projectCreated": .bool(isNew), "executor": match.executor.members(request.world).json,
                    "executorMatchedBy": .string(match.by),
                    "executorMatchReason": match.reason.map(JSON.string) ?? .null,
                    "jobs": .array(jobs.map { $0.json(request.world.quirks) }), "provider": provider, "model": model,
                ], status: 201, headers: desk.quota.headers)
        }
    }

    // MARK: Executor

    private static func executor(
        pinned: Int64?, _ body: PromptBody, _ request: Request
    ) throws -> (executor: StoredExecutor, by: String, reason: String?) {
        let account = try request.accountID
        if let pinned {
            guard let found = try StoredExecutor.find(pinned, account: account, in: request.db) else {
                throw Problem.executorUnknown(pinned)
            }
            return (found, "pinned", nil)
        }
        let all = try request.db.all(
            """
            SELECT \(StoredExecutor.columns) FROM executors
            WHERE account_id = ? AND date_deleted IS NULL ORDER BY id LIMIT 1000
            """, [account], StoredExecutor.init)
        guard let first = all.first else { throw Problem.noExecutors }
        if all.count == 1 { return (first, "only", nil) }
        return try bestMatch(of: all, for: body.prompt)
    }

    /// In place of a model: the executor whose name, description and tags share most words with the prompt.
    private static func bestMatch(
        of executors: [StoredExecutor], for prompt: String
    ) throws -> (executor: StoredExecutor, by: String, reason: String?) {
        let asked = words(prompt)
        let scored = executors.map { executor in
            (
                executor,
                words(([executor.name, executor.description] + executor.tags).joined(separator: " ")).intersection(
                    asked)
            )
        }
        guard let best = scored.max(by: { $0.1.count < $1.1.count }), !best.1.isEmpty,
            scored.count(where: { $0.1.count == best.1.count }) == 1
        else { throw Problem.noExecutorMatch }
        return (best.0, "llm", "shares the words: \(best.1.sorted().joined(separator: ", "))")
    }

    private static func words(_ text: String) -> Set<String> {
        let small: Set<String> = ["the", "a", "an", "to", "at", "on", "every", "and", "of", "in", "for", "my", "me"]
        return Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(small)
    }

    // MARK: Project and jobs

    private static func project(
        _ id: Int64?, _ wanted: Fields?, _ body: PromptBody, _ createdBy: String, _ request: Request
    ) throws -> (StoredProject, isNew: Bool) {
        if let id {
            guard let found = try StoredProject.find(id, request) else { throw Problem.projectUnknown }
            return (found, false)
        }
        let name = try wanted?.text("name")?.trimmed ?? body.purposes.first ?? String(body.prompt.prefix(60))
        if let known = try StoredProject.id(named: name, request), let found = try StoredProject.find(known, request) {
            return (found, false)
        }
        let description = try wanted?.text("description") ?? String(body.prompt.prefix(240))
        let new = try Projects.insert(name: name, description: description, createdBy: createdBy, request)
        guard let found = try StoredProject.find(new, request) else { throw Problem.projectUnknown }
        return (found, true)
    }

    /// Recurrence none: a job without spec at its start or next run; otherwise the cron with its bounds.
    private static func insert(
        _ configuration: JSON, project: Int64, executor: Int64, _ createdBy: String, _ request: Request
    ) throws -> StoredJob {
        var body = JobBody()
        let isOnce = configuration["recurrence"]?.stringValue == "none"
        body.spec = isOnce ? nil : configuration["cronExpression"]?.stringValue
        body.startDate =
            configuration["startDate"]?.stringValue
            ?? (isOnce ? configuration["nextRunAt"]?.stringValue : nil)
        body.endDate = isOnce ? nil : configuration["endDate"]?.stringValue
        body.timezone = configuration["timezone"]?.stringValue
        body.projectID = project
        body.executorID = executor
        body.createdBy = createdBy
        body.data = configuration.text
        if let zone = body.timezone.flatMap(Zone.init(identifier:)) {
            body.timezoneOffset = Int64(zone.offsetSeconds(at: request.now))
        }
        let rules = try Jobs.rules(request, refusesPast: request.has(.pastDatesRefused))
        let draft = JobDraft(body, try rules.check(body))
        return try Jobs.insert(draft, account: request.accountID, world: request.world, db: request.db)
    }
}
