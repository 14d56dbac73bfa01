import Scheduler0API
import Scheduler0Client
import WireJSON

/// The models and keys of an account; keys are never shown. Observed: server-behaviour 9.5, 9.6.
enum AISettingsStory {
    static let story = Story("ai-settings", "the catalogue of models, and an account's own choice") {
        stage async throws(Stop) in
        let client = stage.client
        try await stage.check("every provider has one default model", "listAIModels") {
            let catalogue = try await client.listAIModels()
            try stage.expectEqual(
                Set(catalogue.keys), ["anthropic", "bedrock", "openai", "openrouter", "platform"], "providers")
            for (provider, models) in catalogue {
                try stage.expectEqual(models.count { $0.isDefault }, 1, "default models of \(provider):")
                try stage.expectEqual(Set(models.map(\.id)).count, models.count, "different models of \(provider):")
            }
        }
        guard stage.cast.ownsHome else {
            return stage.skip("settings are written", "updateAISettings", because: Cast.noSecondAccount)
        }
        for (path, title) in [("/ai/settings", "new"), ("/account/ai-settings", "old")] {
            try await settings(path, title, stage)
        }
        try await typed(stage)
    }

    private static func settings(_ path: String, _ title: String, _ stage: Stage) async throws(Stop) {
        let operation = path == "/ai/settings" ? "updateAISettings" : "updateAccountAISettings"
        for key in ["openai_api_key", "openaiApiKey"] {
            try await stage.check("a key is kept and masked (\(title) path, \(key))", operation) {
                let secret = stage.unique("sk-suite")
                stage.recorder.keepSecret(secret, "an AI key, shown")
                let body: JSON = .object(
                    JSONObject([
                        (key: key, value: .string(secret)),
                        (key: "active_models", value: [["provider": "openai", "model": "gpt-4o"]]),
                    ]))
                try stage.expect(try await stage.raw("PUT", path, body), status: 200)
                let read = try stage.expect(try await stage.raw("GET", path), status: 200).data
                try stage.expectEqual(read["openai_api_key"]?.stringValue, "•", "the key, masked:")
                try stage.expectEqual(
                    read["active_models"], [["provider": "openai", "model": "gpt-4o"]], "active_models")
            }
        }
        for (name, model, word) in [
            ("without provider", ["model": "gpt-4o"], "provider"), ("without model", ["provider": "openai"], "model"),
            ("of an unknown model", ["provider": "openai", "model": "abacus"], "abacus"),
            ("of a provider without key", ["provider": "openrouter", "model": "openai/gpt-4.1-mini"], "key"),
        ] as [(String, JSON, String)] {
            try await stage.check("a choice \(name) is refused (\(title) path)", operation) {
                let body: JSON = ["active_models": [model]]
                try stage.expect(try await stage.raw("PUT", path, body), status: 422, word)
                let read = try await stage.raw("GET", path)
                try stage.expectEqual(
                    read.data["active_models"]?[0]?["model"]?.stringValue, "gpt-4o", "the choice as it was:")
            }
        }
    }

    private static func typed(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("what is not named stays, but for the models and the region", "updateAISettings") {
            _ = try await client.updateAISettings(
                AISettingsUpdate(
                    activeModels: [
                        ActiveModel(provider: "platform", model: "global.anthropic.claude-sonnet-4-5-20250929-v1:0")
                    ],
                    bedrockRegion: "eu-central-1"))
            let read = try await client.getAISettings()
            try stage.expectEqual(read.accountID, stage.home.account, "account_id")
            try stage.expectEqual(read.openAIAPIKey, "•", "the key, still there:")
            try stage.expectEqual(read.bedrockRegion, "eu-central-1", "bedrock_region")
            try stage.expectEqual(read.activeModels.first?.provider, "platform", "the first provider:")
            try stage.expectEqual(try await client.getAccountAISettings(), read, "the same at the old path:")
            _ = try await client.updateAISettings(AISettingsUpdate())
            let cleared = try await client.getAISettings()
            try stage.expectEqual(cleared.activeModels, [], "active_models")
            try stage.expect((cleared.bedrockRegion ?? "").isEmpty, "no region", found: cleared.bedrockRegion)
        }
    }
}
