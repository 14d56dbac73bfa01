import MockCore
import Testing
import WireJSON

/// `POST /ai/schedule`. Observed: server-behaviour 10.3 (the prompt's checks come before the executor's).
@Suite struct SchedulingTests {
    private let test: TestWorld
    private let second = Array(TestWorld.key.prefix(2)) + [("X-Account-ID", "456")]

    init() throws { test = try TestWorld() }

    private func schedule(_ prompt: String, _ more: JSONObject = [:], as caller: [(String, String)]) -> Reply {
        var body: JSONObject = ["prompt": .string(prompt), "createdBy": "t"]
        for member in more { body[member.key] = member.value }
        return test.call("POST", "/ai/schedule", .object(body), as: caller)
    }

    @Test func theBalanceComesBeforeTheExecutor() {
        #expect(schedule("Run the backup every day at 9am", as: second).status == 402)
        test.call("PUT", "/accounts/456/tokens/add", ["amount": 1])
        #expect(schedule("What is the capital of France?", as: second).status == 422)
        #expect(schedule("Run the backup every day at 9am", as: second).status == 409)
        #expect(test.call("GET", "/accounts/456/tokens").data["tokens"] == 1)
    }

    @Test func aPromptBecomesAJobOfTheOnlyExecutor() {
        let reply = schedule("Run the backup every day at 9am", as: TestWorld.key)
        #expect(reply.status == 201)
        #expect(reply.data["executorMatchedBy"] == "only")
        #expect(reply.data["projectCreated"] == true)
        #expect(reply.data["jobs"]?[0]?["spec"] == "0 9 * * *")
        #expect(test.call("GET", "/jobs").data["total"] == 1)
        #expect(test.call("GET", "/accounts/123/tokens").data["tokens"] == 999)
    }

    @Test func theJobFiresAtTheInstantTheAnswerNames() throws {
        let answer = test.call(
            "POST", "/prompt", ["prompt": "Send weekly reports every Monday at 9 AM", "timezone": "America/New_York"])
        let configuration = answer.data[0] ?? [:]
        #expect(configuration["nextRunAt"] == "2026-01-05T09:00:00-05:00")
        let job = test.job([
            "spec": configuration["cronExpression"] ?? "", "timezone": configuration["timezone"] ?? "",
            "startDate": configuration["startDate"] ?? "",
        ])
        #expect(test.explain(job)["next"]?[0] == "2026-01-05T14:00:00Z")
    }
}
