import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Accounts and their balances. Observed: server-behaviour 9.1, 9.3.
enum AccountStory {
    static let story = Story("accounts", "accounts, execution counts, tokens, AI usage") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else {
            return stage.skip("accounts are made, read and changed", because: Cast.noAdmin)
        }
        let name = stage.unique()
        guard
            let made = try await stage.check(
                "an account can be made", "createAccount",
                {
                    let made = try await admin.createAccount(name: name)
                    try stage.expectEqual(made.name, name, "name")
                    try stage.expectEqual(made.features, [], "features")
                    return made
                })
        else { return }
        try await stage.check("it can be read back", "getAccount") {
            let read = try await admin.getAccount(made.id)
            try stage.expectEqual(read.id, made.id, "id")
            try stage.expectEqual(read.name, name, "name")
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated")
        }
        try await stage.check("it can be renamed", "updateAccount") {
            let changed = try await admin.updateAccount(made.id, name: name + " renamed")
            try stage.expectEqual(changed.name, name + " renamed", "name")
            try stage.expectEqual(
                try await admin.getAccount(made.id).name, name + " renamed", "the name that was written:")
        }
        for (operation, method, path) in [
            ("createAccount", "POST", "/accounts"), ("updateAccount", "PUT", "/accounts/\(made.id)"),
        ] {
            try await stage.check("\(operation) without a name is refused", operation) {
                for body in [[:], ["name": ""]] as [JSON] {
                    try stage.expect(try await stage.raw(method, path, body, as: .client(admin)), status: 400, "name")
                }
            }
        }
        try await balances(made.id, admin, stage)
        try await usage(made.id, admin, stage)
    }

    private static func balances(_ id: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("a new account has 1000 executions, and more when given", "increaseExecutionCount") {
            try stage.expectEqual(try await admin.getExecutionCount(id).executionCount, 1000, "executions")
            try stage.expectEqual(
                try await admin.increaseExecutionCount(id, by: 500).newExecutionCount, 1500, "newExecutionCount")
            let read = try await admin.getExecutionCount(id)
            try stage.expectEqual(read.executionCount, 1500, "the count that was written:")
            try stage.expectEqual(read.accountID, id, "accountId")
            let reset = try stage.require(read.nextResetDate?.instant, "nextResetDate")
            let created = try stage.require(read.dateCreated?.instant, "dateCreated")
            let days = (reset - created).milliseconds / 86_400_000
            try stage.expect((28...31).contains(days), "a reset in a month", found: "in \(days) days")
            try stage.expectEqual(
                try await admin.increaseExecutionCount(id, by: 0).newExecutionCount, 1500, "newExecutionCount")
        }
        try await stage.check("a new account has no tokens, and more when given", "addAccountTokens") {
            try stage.expectEqual(try await admin.getAccountTokens(id).tokens, 0, "tokens")
            try stage.expectEqual(try await admin.addAccountTokens(id, amount: 7).newBalance, 7, "newBalance")
            try stage.expectEqual(try await admin.addAccountTokens(id, amount: 5).newBalance, 12, "newBalance")
            try stage.expectEqual(try await admin.getAccountTokens(id).tokens, 12, "the tokens that were written:")
            try stage.expectEqual(try await admin.getExecutionCount(id).tokens, 12, "the tokens beside the count:")
        }
        for (title, path, body) in [
            ("0 tokens", "tokens/add", ["amount": 0]), ("no tokens", "tokens/add", [:]),
            ("-1 tokens", "tokens/add", ["amount": -1]), ("tokens in words", "tokens/add", ["amount": "seven"]),
            ("-1 executions", "execution-count", ["count": -1]),
            ("half an execution", "execution-count", ["count": 0.5]),
        ] as [(String, String, JSON)] {
            try await stage.check("\(title) cannot be added") {
                try stage.expect(
                    try await stage.raw("PUT", "/accounts/\(id)/\(path)", body, as: .client(admin)), status: 400)
                try stage.expectEqual(try await admin.getAccountTokens(id).tokens, 12, "the tokens as they were:")
            }
        }
    }

    private static func usage(_ id: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("a new account has used no AI", "getAIUsage") {
            let usage = try await admin.getAIUsage(id)
            try stage.expectEqual(usage.accountID, id, "accountId")
            for (name, use) in [("prompt", usage.prompt), ("classify", usage.classify)] {
                let use = try stage.require(use, name)
                try stage.expectEqual(use.used, 0, "\(name) used:")
                try stage.expectEqual(use.limit, 1000, "\(name) limit:")
                try stage.expectEqual(use.remaining, use.limit - use.used, "\(name) remaining:")
            }
        }
    }
}
