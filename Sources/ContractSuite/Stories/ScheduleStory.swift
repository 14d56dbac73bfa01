import Scheduler0API
import Scheduler0Client
import WireJSON

/// Jobs from a sentence in one go. Observed: server-behaviour 10.3.
enum ScheduleStory {
    static let story = Story("schedule", "jobs from a sentence in one go") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else {
            return stage.skip("a sentence becomes jobs", "scheduleFromPrompt", because: Cast.noSecondAccount)
        }
        guard
            let party = try await stage.check(
                "an account without executors", "createAccount",
                { () -> Cast.Party in
                    let id = try await admin.createAccount(name: stage.unique()).id
                    _ = try await admin.addAccountTokens(id, amount: 100)
                    return try await Poorhouse.newcomer(id, admin, stage)
                })
        else { return }
        try await stage.check("without executors there is a conflict", "scheduleFromPrompt") {
            try await stage.refused(409, "executor") { () throws(Scheduler0Error) in
                try await party.client.scheduleFromPrompt(request(stage))
            }
        }
        try await success(party, stage)
        try await refusals(party, stage)
    }

    private static func request(_ stage: Stage) -> ScheduleRequest {
        ScheduleRequest(
            prompt: PromptStory.sentence, createdBy: "contract suite", timezone: "Europe/Berlin",
            project: ScheduleProject(name: stage.unique(), description: "from a sentence"))
    }

    private static func success(_ party: Cast.Party, _ stage: Stage) async throws(Stop) {
        let client = party.client
        try await stage.check("the only executor is taken, the project made, the job there", "scheduleFromPrompt") {
            let executor = try await client.registerLocalExecutor(
                LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite"))
            let asked = request(stage)
            let result = try await client.scheduleFromPrompt(asked)
            try stage.expectEqual(result.executorMatchedBy, "only", "executorMatchedBy")
            try stage.expectEqual(result.executor?.id, executor.id, "the executor")
            try stage.expectEqual(result.projectCreated, true, "projectCreated")
            try stage.expectEqual(result.project?.name, asked.project?.name, "the name of the project")
            let job = try stage.require(result.jobs.first, "a job")
            let read = try await client.getJob(job.id)
            try stage.expectEqual(read.spec, "0 7 * * *", "the spec")
            try stage.expectEqual(read.projectID, result.project?.id ?? 0, "the project of the job")
            try stage.expectEqual(read.executorID, executor.id, "the executor of the job")
            let again = try await client.scheduleFromPrompt(asked)
            try stage.expectEqual(again.projectCreated, false, "projectCreated the second time:")
            try stage.expectEqual(again.project?.id, result.project?.id, "the same project:")
        }
        try await stage.check("a pinned executor is taken, unless it is unknown", "scheduleFromPrompt") {
            let second = try await client.registerLocalExecutor(
                LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite"))
            var asked = request(stage)
            asked.executorID = second.id
            let result = try await client.scheduleFromPrompt(asked)
            try stage.expectEqual(result.executorMatchedBy, "pinned", "executorMatchedBy")
            try stage.expectEqual(result.executor?.id, second.id, "the executor")
            asked.executorID = 999_999_999
            try await stage.refused(404, "999999999") { () throws(Scheduler0Error) in
                try await client.scheduleFromPrompt(asked)
            }
        }
    }

    private static func refusals(_ party: Cast.Party, _ stage: Stage) async throws(Stop) {
        guard
            let executor = try await stage.check(
                "an executor to schedule on", "registerLocalExecutor",
                {
                    try await Poorhouse.executor(party.client, stage)
                })
        else { return }
        for (title, status, body, word) in [
            ("without createdBy", 400, ["prompt": .string(PromptStory.sentence)], "createdBy"),
            ("without prompt", 400, ["createdBy": "c"], "prompt"),
            ("in an unknown timezone", 400, ["prompt": "daily", "createdBy": "c", "timezone": "Mars/Olympus"], "Mars"),
            ("from a question", 422, ["prompt": .string(PromptStory.question), "createdBy": "c"], ""),
            ("from a number", 422, ["prompt": 7, "createdBy": "c"], "prompt"),
        ] as [(String, Int, JSON, String)] {
            try await stage.check("a schedule \(title) is refused", "scheduleFromPrompt") {
                // With its executor pinned, so that nothing else is wrong.
                var body = body.objectValue ?? [:]
                body["executorId"] = .int(executor)
                let answer = try await stage.raw("POST", "/ai/schedule", .object(body), as: .client(party.client))
                try stage.expect(answer, status: status, word)
            }
        }
        guard let poor = try await Poorhouse.party(stage) else { return }
        try await stage.check("without tokens nothing is scheduled", "scheduleFromPrompt") {
            _ = try await Poorhouse.executor(poor.client, stage)
            try await stage.refused(402, "credits") { () throws(Scheduler0Error) in
                try await poor.client.scheduleFromPrompt(request(stage))
            }
        }
    }
}
