import Scheduler0API
import Scheduler0Client
import WireJSON

/// The log of prompts. Observed: server-behaviour 10.6.
enum PromptLogStory {
    static let story = Story("prompt-log", "what was asked is written down") { stage async throws(Stop) in
        guard stage.cast.ownsHome else { return stage.skip("prompts are logged", because: Cast.noSecondAccount) }
        let client = stage.client
        let mark = stage.unique("log")
        try await stage.check("an answered and a refused prompt are logged", "listPromptRequests") {
            _ = try await client.prompt(PromptRequest(prompt: PromptStory.sentence))
            _ = try await client.prompt(PromptRequest(prompt: "Remind me to read \(mark) every day at 7am"))
            try await stage.refused(422) { () throws(Scheduler0Error) in
                try await client.prompt(PromptRequest(prompt: "What is \(mark)?"))
            }
            let log = try await client.listPromptRequests(.init(search: mark))
            try stage.expectEqual(log.total, 2, "entries")
            try stage.expectEqual(
                log.items.map(\.status), ["skipped_intent", "success"], "their states, the newest first:")
            try stage.expect(log.items.allSatisfy { $0.accountID == stage.home.account }, "entries of the account only")
            let answered = try stage.require(log.items.last, "an entry")
            try stage.expectEqual(answered.prompt, "Remind me to read \(mark) every day at 7am", "the prompt")
            try stage.expect(answered.output.contains("0 7 * * *"), "the answer in the output", found: answered.output)
            try stage.expectEqual(
                answered.totalTokens, answered.inputTokens + answered.outputTokens, "total_tokens")
        }
        try await stage.check("the log is filtered, ordered and paged", "listPromptRequests") {
            let up = try await client.listPromptRequests(.init(search: mark, direction: .ascending))
            try stage.expectEqual(up.items.map(\.status), ["success", "skipped_intent"], "the oldest first:")
            let some = try await client.listPromptRequests(.init(status: "success", search: mark))
            try stage.expectEqual(some.items.map(\.status), ["success"], "one of the states:")
            let entry = try stage.require(some.items.first, "an entry")
            for query in [
                PromptLogQuery(provider: entry.provider, search: mark), .init(model: entry.model, search: mark),
                .init(search: mark, start: "2000-01-01T00:00:00Z"),
            ] {
                let same = try await client.listPromptRequests(query)
                try stage.expect(same.items.contains { $0.id == entry.id }, "entry \(entry.id) for \(query)")
            }
            for query in [
                PromptLogQuery(provider: "nobody", search: mark), .init(model: "abacus", search: mark),
                .init(search: mark, start: "2999-01-01T00:00:00Z"), .init(search: mark, end: "2000-01-01T00:00:00Z"),
            ] {
                try stage.expectEqual(try await client.listPromptRequests(query).total, 0, "entries for \(query):")
            }
            let page = try await client.listPromptRequests(.init(limit: 1, offset: 1, search: mark))
            try stage.expectEqual(
                page.items.map(\.id), [try stage.require(up.items.first?.id, "an entry")], "the second page:")
            try stage.expectEqual(page.total, 2, "total")
            try stage.expectEqual(page.limit, 1, "limit")
            try stage.expectEqual(page.offset, 1, "offset")
        }
        for (query, limit) in [("", 25), ("?limit=0", 25), ("?limit=abc", 25), ("?limit=1000", 100), ("?limit=7", 7)] {
            try await stage.check("/ai/prompt-requests\(query) is a page of \(limit)", "listPromptRequests") {
                let data = try stage.expect(try await stage.raw("GET", "/ai/prompt-requests\(query)"), status: 200).data
                try stage.expectEqual(data["limit"]?.intValue, Int64(limit), "limit")
            }
        }
        try await stage.check("the old path tells the same", "listAccountPromptRequests") {
            let new = try await client.listPromptRequests(.init(search: mark))
            try stage.expectEqual(try await client.listAccountPromptRequests(.init(search: mark)), new, "the same log:")
        }
    }
}
