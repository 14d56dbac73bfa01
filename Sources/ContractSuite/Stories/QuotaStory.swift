import Scheduler0API
import Scheduler0Client
import WireJSON

/// 429: the monthly quotas of an account, used up. Observed: server-behaviour 9.4.
enum QuotaStory {
    static let story = Story("quotas", "429 when a month's prompts are used up") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else { return stage.skip("quotas end", because: Cast.noAdmin) }
        guard stage.cast.mayHarm else { return stage.skip("quotas end", because: Cast.harmful) }
        guard
            let party = try await stage.check(
                "an account with its quotas", "createAccount",
                { () -> Cast.Party in
                    let id = try await admin.createAccount(name: stage.unique()).id
                    _ = try await admin.addAccountTokens(id, amount: 5_000)
                    let party = try await Poorhouse.newcomer(id, admin, stage)
                    _ = try await Poorhouse.executor(party.client, stage)
                    return party
                })
        else { return }
        let prompt: JSON = ["prompt": .string(PromptStory.sentence), "createdBy": "contract suite"]
        let conversation: JSON = [
            "messages": [["speaker": "Ann", "timestamp": "2026-03-02T09:00:00Z", "message": "Hello"]]
        ]
        for (path, body, others) in [
            (
                "/ai/prompt/classify", prompt,
                [
                    ("/ai/prompt/classify", "classifyPrompt", prompt),
                    ("/prompt/classify", "classifyPromptIntent", prompt),
                    ("/ai/suggestions/analyze", "analyzeSuggestions", conversation),
                    ("/suggestions/analyze", "analyzeConversation", conversation),
                ]
            ),
            (
                "/ai/prompt", prompt,
                [
                    ("/ai/prompt", "createJobsFromPrompt", prompt), ("/prompt", "createJobConfigurations", prompt),
                    ("/ai/schedule", "scheduleFromPrompt", prompt),
                ]
            ),
        ] {
            guard
                try await stage.check(
                    "1000 times \(path) is what a month has", nil,
                    {
                        try await useUp(path, body, party, stage)
                    }) != nil
            else { continue }
            for (other, operation, body) in others {
                try await stage.check("\(other) says that the month is used up", operation) {
                    let answer = try await stage.raw("POST", other, body, as: .client(party.client))
                    try stage.expect(answer, status: 429, "monthly")
                    try stage.expectEqual(answer.header("X-RateLimit-Remaining"), "0", "X-RateLimit-Remaining")
                    try stage.expectEqual(answer.header("X-RateLimit-Limit"), "1000", "X-RateLimit-Limit")
                }
            }
        }
        try await stage.check("the usage says so", "getAIUsage") {
            let usage = try await admin.getAIUsage(party.account)
            for (name, use) in [("prompts", usage.prompt), ("classifications", usage.classify)] {
                try stage.expectEqual(use?.used, 1000, "\(name) used:")
                try stage.expectEqual(use?.remaining, 0, "\(name) remaining:")
            }
        }
    }

    /// Eight at a time.
    private static func useUp(_ path: String, _ body: JSON, _ party: Cast.Party, _ stage: Stage) async throws {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<1000 {
                if index >= 8, let status = try await group.next() { try stage.expectEqual(status, 200, "status") }
                group.addTask { try await stage.raw("POST", path, body, as: .client(party.client)).status }
            }
            for try await status in group { try stage.expectEqual(status, 200, "status") }
        }
    }
}
