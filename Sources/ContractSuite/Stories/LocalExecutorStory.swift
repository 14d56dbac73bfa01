import Scheduler0API
import Scheduler0Client
import WireJSON

/// A process that fetches its jobs and reports what it ran. Observed: server-behaviour 8; documented: product decisions.
enum LocalExecutorStory {
    static let story = Story("local-executors", "register, pull, report") { stage async throws(Stop) in
        let client = stage.client
        guard let place = try await stage.check("a project and an executor", nil, { try await Workplace(stage) }) else {
            return
        }
        try await stage.check("a registered executor is an executor", "registerLocalExecutor") {
            let executor = try await client.getExecutor(place.executor)
            try stage.expectEqual(executor.type, .local, "type")
            try stage.expectEqual(executor.command, "true", "command")
        }
        for field in ["name", "command", "createdBy"] {
            try await stage.check("a registration without \(field) is refused", "registerLocalExecutor") {
                var body: JSONObject = ["name": "n", "command": "c", "createdBy": "c"]
                body[field] = nil
                try stage.expect(try await stage.raw("POST", "/local-executors", .object(body)), status: 400, field)
            }
        }
        try await stage.check("without jobs there is nothing to pull", "pullLocalExecutorJobs") {
            try stage.expectEqual(try await client.pullLocalExecutorJobs(place.executor), [], "jobs")
        }
        try await pull(place, stage)
        try await report(place, stage)
    }

    private static func pull(_ place: Workplace, _ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("its active jobs are pulled, with a real start", "pullLocalExecutorJobs") {
            let made = try await stage.made(
                by: client,
                [
                    JobCreate(
                        projectID: place.project, timezone: "UTC", executorID: place.executor, spec: "@yearly",
                        createdBy: "contract suite"),
                    JobCreate(
                        projectID: place.project, timezone: "UTC", executorID: place.executor, spec: "@yearly",
                        status: .inactive, createdBy: "contract suite"),
                    JobCreate(
                        projectID: place.project, timezone: "UTC", spec: "@yearly", startDate: "2099-01-01T00:00:00Z",
                        createdBy: "contract suite"),
                ])
            let pulled = try await client.pullLocalExecutorJobs(place.executor)
            try stage.expectEqual(pulled.map(\.id), [try stage.require(made.first?.id, "a job")], "active jobs:")
            _ = try stage.require(pulled.first?.startDate, "a real startDate")
            try stage.expectEqual(pulled.first?.executorID, place.executor, "executorId")
        }
        for (title, id, status, word) in [("an unknown executor", Int64(999_999_999), 404, "local executor")] {
            try await stage.check("\(title) pulls nothing", "pullLocalExecutorJobs") {
                try await stage.refused(status, word) { () throws(Scheduler0Error) in
                    try await client.pullLocalExecutorJobs(id)
                }
            }
        }
        try await stage.check("an executor that is not local pulls and reports nothing", "pullLocalExecutorJobs") {
            let hook = try await client.createExecutor(
                ExecutorCreate(
                    name: stage.unique(), type: .webhookURL, createdBy: "contract suite",
                    webhookURL: "http://127.0.0.1:9/", webhookMethod: "POST"))
            stage.cleanup.add { try await client.deleteExecutor(hook.id, deletedBy: "contract suite") }
            try await stage.refused(400, "local") { () throws(Scheduler0Error) in
                try await client.pullLocalExecutorJobs(hook.id)
            }
            try await stage.refused(400, "local") { () throws(Scheduler0Error) in
                try await client.reportLocalExecutions(hook.id, [])
            }
        }
    }

    private static func report(_ place: Workplace, _ stage: Stage) async throws(Stop) {
        let client = stage.client
        guard
            let job = try await stage.check(
                "a job to report on", "createJobs", { try await stage.made(by: client, [place.job()]).first?.id ?? 0 }
            )
        else { return }
        try await stage.check("what is reported stands in the log", "reportLocalExecutions") {
            let before = try await client.getExecutionTotals()
            let rows = [
                row(job, "a", .scheduled, next: "2026-01-01T09:00:00Z"),
                row(job, "a", .success, last: "2026-01-01T09:00:00Z"),
                row(job, "b", .failed, last: "2026-01-02T09:00:00Z"),
            ]
            try stage.expectEqual(
                try await client.reportLocalExecutions(place.executor, rows).committed, 3, "committed")
            let log = try await client.listExecutions(.init(limit: 100, jobID: job))
            let mine = log.items.filter { !$0.uniqueID.isEmpty && $0.uniqueID.hasPrefix("suite") }
            try stage.expectEqual(mine.count, 3, "rows in the log:")
            try stage.expectEqual(Set(mine.map(\.state)), [.scheduled, .success, .failed], "their states:")
            try stage.expect(mine.allSatisfy { $0.jobID == job }, "rows of job \(job)")
            try stage.expectEqual(
                mine.map(\.uniqueID).sorted(), ["suite-a", "suite-a", "suite-b"], "their unique ids:")
            let failure = try stage.require(mine.first { $0.state == .failed }, "the failure")
            try stage.expectEqual(
                failure.lastExecutionDatetime?.instant, rows[2].lastExecutionTime?.instant, "when it was:")
            let after = try await client.getExecutionTotals()
            try stage.expectEqual(after.success, before.success + 1, "successes in total:")
            try stage.expectEqual(after.failed, before.failed + 1, "failures in total:")
        }
        try await stage.check("rows without job or id are skipped", "reportLocalExecutions") {
            let body: JSON = [
                ["jobId": 0, "uniqueId": "suite-x", "state": 1], ["jobId": .int(job), "uniqueId": "", "state": 1],
                ["jobId": .int(job), "uniqueId": "suite-y", "state": 1, "lastExecutionTime": ""],
            ]
            let answer = try await stage.raw("POST", "/local-executors/\(place.executor)/executions", body)
            try stage.expect(answer, status: 200)
            try stage.expectEqual(answer.data["committed"]?.intValue, 1, "committed")
        }
        try await stage.check("no rows are no rows", "reportLocalExecutions") {
            try stage.expectEqual(try await client.reportLocalExecutions(place.executor, []).committed, 0, "committed")
        }
        try await stage.check("a report that is no list is refused", "reportLocalExecutions") {
            let path = "/local-executors/\(place.executor)/executions"
            try stage.expect(try await stage.raw("POST", path, ["jobId": 1]), status: 422, "unmarshal object")
        }
    }

    private static func row(
        _ job: Int64, _ id: String, _ state: ExecutionState, last: Timestamp? = nil, next: Timestamp? = nil
    ) -> LocalExecutionReport {
        LocalExecutionReport(
            jobID: job, uniqueID: "suite-\(id)", state: state, lastExecutionTime: last, nextExecutionTime: next,
            executionVersion: 1, jobQueueVersion: 0)
    }
}
