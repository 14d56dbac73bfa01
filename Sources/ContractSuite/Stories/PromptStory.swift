import Scheduler0API
import Scheduler0Client
import WireJSON

/// Schedules from plain sentences, at both paths and in both shapes. Observed: server-behaviour 10.1, 10.2.
enum PromptStory {
    static let story = Story("prompts", "job configurations from sentences, and the classifier") {
        stage async throws(Stop) in
        guard stage.cast.ownsHome else { return stage.skip("prompts are answered", because: Cast.noSecondAccount) }
        try await answers(stage)
        for (path, operation) in [("/ai/prompt", "createJobsFromPrompt"), ("/prompt", "createJobConfigurations")] {
            try await refusals(path, operation, stage)
            try await balance(path, operation, stage)
        }
        try await classify(stage)
    }

    static let sentence = "Remind me to send the report every day at 7am"
    static let question = "What is the capital of France?"

    private static func answers(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        let request = PromptRequest(
            prompt: sentence, purposes: ["reports"], recipients: ["me@example.com"], channels: ["email"],
            timezone: "Europe/Berlin")
        try await stage.check("a sentence becomes a job configuration", "createJobsFromPrompt") {
            let result = try await client.createJobsFromPrompt(request)
            let provider = try stage.require(result.providers.first, "a provider's result")
            try stage.expectEqual(provider.totalTokens, provider.inputTokens + provider.outputTokens, "totalTokens")
            try configuration(try stage.require(provider.jobs.first, "a job configuration"), stage)
        }
        try await stage.check("the old path answers with the same jobs", "createJobConfigurations") {
            let answer = try await client.createJobConfigurations(request)
            try configuration(try stage.require(answer.jobs.first, "a job configuration"), stage)
            if case .configurations = answer {
                let first = stage.recorder.last?.json?["data"]?[0]
                try stage.expect(
                    first?["jobs"]?[0]?["cronExpression"] == first?["cronExpression"],
                    "each element also a result of its own")
            }
        }
        try await stage.check("a cronExpression is a spec as it is", "createJobs") {
            let job = try stage.require(try await client.prompt(request).jobs.first, "a job configuration")
            let place = try await Workplace(stage)
            var create = place.job()
            create.spec = job.cronExpression
            let made = try await stage.made(by: client, [create])
            try stage.expectEqual(made.first?.spec, job.cronExpression, "spec")
        }
        try await stage.check("an answer costs one token, a refusal none", "getAccountTokens") {
            guard let admin = stage.cast.admin else { return }
            let before = try await admin.getAccountTokens(stage.home.account).tokens
            _ = try await client.createJobsFromPrompt(request)
            try stage.expectEqual(try await admin.getAccountTokens(stage.home.account).tokens, before - 1, "tokens")
            try await stage.refused(422) { () throws(Scheduler0Error) in
                try await client.createJobsFromPrompt(PromptRequest(prompt: question))
            }
            try await stage.refused(400) { () throws(Scheduler0Error) in
                try await client.createJobsFromPrompt(PromptRequest(prompt: " "))
            }
            try stage.expectEqual(try await admin.getAccountTokens(stage.home.account).tokens, before - 1, "tokens")
        }
    }

    private static func configuration(_ job: JobConfiguration, _ stage: Stage) throws {
        try stage.expectEqual(job.cronExpression, "0 7 * * *", "cronExpression")
        try stage.expectEqual(job.timezone, "Europe/Berlin", "timezone")
        try stage.expect(["daily", "every day"].contains(job.recurrence), "a daily recurrence", found: job.recurrence)
    }

    private static func refusals(_ path: String, _ operation: String, _ stage: Stage) async throws(Stop) {
        let long = String(repeating: "a", count: 37)
        for (title, body, word) in [
            ("no prompt", [:], "prompt"), ("a blank prompt", ["prompt": " "], "prompt"),
            ("161 characters", ["prompt": .string(String(repeating: "a", count: 161))], "160"),
            ("six purposes", ["prompt": .string(sentence), "purposes": ["a", "b", "c", "d", "e", "f"]], "purposes"),
            ("a long event", ["prompt": .string(sentence), "events": [.string(long)]], "36"),
            ("a long recipient", ["prompt": .string(sentence), "recipients": [.string(long)]], "36"),
            ("six channels", ["prompt": .string(sentence), "channels": ["a", "b", "c", "d", "e", "f"]], "channels"),
            ("an unknown timezone", ["prompt": .string(sentence), "timezone": "Mars/Olympus"], "Mars/Olympus"),
        ] as [(String, JSON, String)] {
            try await stage.check("\(title) at \(path) is refused", operation) {
                try stage.expect(try await stage.raw("POST", path, body), status: 400, word)
            }
        }
        try await stage.check("a question at \(path) is refused, with the reason", operation) {
            let answer = try await stage.raw("POST", path, ["prompt": .string(question)])
            try stage.expect(answer, status: 422)
            try stage.expectEqual(
                answer.data["classification"]?["text"]?.stringValue, question, "the text that was classified:")
            let decision = answer.data["classification"]?["decision"]?.stringValue
            try stage.expect(["reject", "clarify"].contains(decision), "reject or clarify", found: decision)
        }
        try await stage.check("a prompt that is a number at \(path) is refused", operation) {
            try stage.expect(try await stage.raw("POST", path, ["prompt": 7]), status: 422, "prompt")
        }
        try await stage.check("answers at \(path) tell the quota", operation) {
            let answer = try await stage.raw("POST", path, ["prompt": .string(sentence)])
            try stage.expect(answer, status: 200)
            for name in ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] {
                try stage.expect(
                    answer.header(name).flatMap { Int64($0) } != nil, "a number in \(name)", found: answer.header(name))
            }
            let next = try await stage.raw("POST", path, ["prompt": .string(sentence)])
            let left = [answer, next].compactMap { $0.header("X-RateLimit-Remaining").flatMap { Int64($0) } }
            try stage.expectEqual(left.last, left.first.map { $0 - 1 }, "one less in X-RateLimit-Remaining:")
        }
    }

    /// 402: an account without tokens.
    private static func balance(_ path: String, _ operation: String, _ stage: Stage) async throws(Stop) {
        guard let poor = try await Poorhouse.party(stage) else {
            return stage.skip("without tokens there is no answer at \(path)", operation, because: Cast.noAdmin)
        }
        try await stage.check("without tokens there is no answer at \(path)", operation) {
            let answer = try await stage.raw("POST", path, ["prompt": .string(sentence)], as: .client(poor.client))
            try stage.expect(answer, status: 402, "credits")
        }
    }

    private static func classify(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("a request is allowed, a question is not", "classifyPrompt") {
            let yes = try await client.classifyPrompt(ClassifyRequest(prompt: sentence))
            try stage.expectEqual(yes.classification?.decision, "allow", "the decision on a request")
            try stage.expectEqual(yes.classification?.text, sentence, "the text")
            let no = try await client.classifyPrompt(ClassifyRequest(prompt: question, locale: "en-GB"))
            try stage.expectEqual(no.classification?.decision, "reject", "the decision on a question")
            try stage.expectEqual(
                try await client.classifyPromptIntent(ClassifyRequest(prompt: question)), no,
                "the same at the old path:")
        }
        for (path, operation) in [
            ("/ai/prompt/classify", "classifyPrompt"), ("/prompt/classify", "classifyPromptIntent"),
        ] {
            for (body, word) in [([:], "prompt"), (["prompt": .string(sentence), "locale": "fr"], "fr")]
                as [(JSON, String)]
            {
                try await stage.check("\(path) refuses \(body.text)", operation) {
                    try stage.expect(try await stage.raw("POST", path, body), status: 400, word)
                }
            }
        }
    }
}
