import CivilTime
import Foundation
import GRDB
import WireJSON

/// `/ai/settings` and `/account/ai-settings`. Documented: README, AI Provider Settings. Observed: server-behaviour 9.5.
enum AISettings {
    static let handlers: [String: Handler] = ["getAISettings": get, "updateAISettings": update]

    /// The keys a provider needs, by their snake_case names.
    private static let keyNames = [
        "openai_api_key", "anthropic_api_key", "bedrock_access_key_id", "bedrock_secret_key", "openrouter_api_key",
    ]

    private static func get(_ request: Request) throws -> Reply {
        let account = try request.accountID
        let stored = try StoredAISettings.find(account, request.db)
        var members = Members(request.world.quirks)
        members.add("account_id", account)
        members.add("provider", stored?.provider ?? stored?.activeModels.first?["provider"]?.stringValue ?? "")
        members.add("model", stored?.model ?? stored?.activeModels.first?["model"]?.stringValue ?? "")
        members.add("active_models", .array(stored?.activeModels ?? []))
        for name in keyNames where stored?.keys[name] != nil { members.add(name, "•") }
        if let region = stored?.region, !region.isEmpty { members.add("bedrock_region", region) }
        members.add("date_created", orNull: stored?.dateCreated)
        members.add("date_modified", ifSet: stored?.dateModified)
        return .success(members.json)
    }

    private static func update(_ request: Request) throws -> Reply {
        let json = try request.json()
        if json.isNull { throw Problem.bodyRequired(second: nil) }
        let fields = try Fields(json, structName: "AISettings")
        let account = try request.accountID
        let old = try StoredAISettings.find(account, request.db)
        var keys = old?.keys ?? [:]
        for name in keyNames {
            guard let key = try text(name, fields, request) else { continue }
            keys[name] = try request.world.cipher.seal(key, purpose: "ai \(name)")
        }
        let models = try models(fields, keys: keys, request)
        let provider = try text("provider", fields, request)
        let model = try text("model", fields, request)
        if let provider { try check(provider: provider, model: model ?? "", place: 0, keys: keys) }
        try request.db.run(
            """
            INSERT OR REPLACE INTO ai_settings (account_id, provider, model, active_models, openai_api_key,
                anthropic_api_key, bedrock_access_key_id, bedrock_secret_key, openrouter_api_key, bedrock_region,
                date_created, date_modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            SQLArguments(
                [account, provider ?? old?.provider, model ?? old?.model, JSON.array(models).text]
                    + keyNames.map { keys[$0] as any StatementBinding }
                    + [try text("bedrock_region", fields, request) ?? "", old?.dateCreated ?? request.now, request.now])
        )
        return .success(["message": "AI settings saved"])
    }

    /// Python sends camelCase, the other clients snake_case. Documented: sdk-behaviour 7.4.
    private static func text(_ name: String, _ fields: Fields, _ request: Request) throws -> String? {
        if let text = try fields.text(name) { return text }
        return request.has(.snakeCaseSettingsOnly) ? nil : try fields.text(camelCase(name))
    }

    private static func camelCase(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// Each entry is checked whole before the next is looked at.
    private static func models(_ fields: Fields, keys: [String: Data], _ request: Request) throws -> [JSON] {
        let camelCase = request.has(.snakeCaseSettingsOnly) ? nil : fields.value("activeModels")
        guard let value = fields.value("active_models") ?? camelCase else { return [] }
        guard case .array(let elements) = value else {
            throw Problem.wrongType(found: value.goKind, goType: "[]models.AIModel", field: "AISettings.active_models")
        }
        return try elements.enumerated().map { index, element in
            let item = try Fields(element, structName: "AIModel")
            guard let provider = try item.text("provider")?.trimmed else {
                throw Problem.settingsInvalid("active_models[\(index)]: provider is required")
            }
            guard let model = try item.text("model")?.trimmed else {
                throw Problem.settingsInvalid("active_models[\(index)]: model is required")
            }
            try check(provider: provider, model: model, place: index, keys: keys)
            return ["provider": .string(provider), "model": .string(model)]
        }
    }

    /// Observed: server-behaviour 9.5, PUT body. An empty model means the provider's default (README).
    private static func check(provider: String, model: String, place: Int, keys: [String: Data]) throws {
        let provider = provider.lowercased()
        let isKnown =
            model.isEmpty
            ? AIModels.knows(provider: provider) : AIModels.knows(provider: provider, model: model.lowercased())
        guard isKnown else {
            throw Problem.settingsInvalid(
                "active_models[\(place)]: model \"\(model)\" is not approved for provider \"\(provider)\"; "
                    + "use GET /api/v1/ai/models for the approved list")
        }
        guard hasKey(provider, keys) else {
            throw Problem.settingsInvalid(
                "active_models[\(place)]: no API key set for provider \"\(provider)\"; "
                    + "supply the key in the same request or set it first")
        }
    }

    private static func hasKey(_ provider: String, _ keys: [String: Data]) -> Bool {
        switch provider {
        case "platform": true
        case "bedrock": keys["bedrock_access_key_id"] != nil && keys["bedrock_secret_key"] != nil
        default: keys["\(provider)_api_key"] != nil
        }
    }
}

/// A row of `ai_settings`; the keys are boxes.
struct StoredAISettings {
    let provider: String?
    let model: String?
    let activeModels: [JSON]
    let keys: [String: Data]
    let region: String?
    let dateCreated: Instant
    let dateModified: Instant?

    static func find(_ account: Int64, _ db: Database) throws -> StoredAISettings? {
        try db.first(
            """
            SELECT provider, model, active_models, openai_api_key, anthropic_api_key, bedrock_access_key_id,
                bedrock_secret_key, openrouter_api_key, bedrock_region, date_created, date_modified
            FROM ai_settings WHERE account_id = ?
            """, [account], StoredAISettings.init)
    }

    private init(_ row: Row) {
        provider = row[0]
        model = row[1]
        activeModels = (try? JSON.parse(row[2] as String))?.arrayValue ?? []
        let names = [
            "openai_api_key", "anthropic_api_key", "bedrock_access_key_id", "bedrock_secret_key", "openrouter_api_key",
        ]
        var keys: [String: Data] = [:]
        for (index, name) in names.enumerated() { keys[name] = row[3 + index] as Data? }
        self.keys = keys
        region = row[8]
        dateCreated = row[9]
        dateModified = row[10]
    }

    /// The provider and model that answer prompts: the first active one.
    var primary: (provider: String, model: String)? {
        if let first = activeModels.first, let name = first["provider"]?.stringValue {
            return (name, first["model"]?.stringValue ?? "")
        }
        return provider.map { ($0, model ?? "") }
    }
}
