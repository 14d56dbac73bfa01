import WireJSON

/// `GET /ai/models`: the whole catalogue. Observed: server-behaviour 9.6 (order of providers and models, one default each).
enum AIModels {
    static let handlers: [String: Handler] = ["listAIModels": list]

    struct Model {
        let id: String
        let name: String
        let isDefault: Bool

        init(_ id: String, _ name: String, isDefault: Bool = false) {
            self.id = id
            self.name = name
            self.isDefault = isDefault
        }
    }

    private static func list(_ request: Request) throws -> Reply {
        .success(.object(JSONObject(catalogue.map { ($0.provider, .array($0.models.map(json))) })))
    }

    private static func json(_ model: Model) -> JSON {
        var object: JSONObject = ["id": .string(model.id), "display_name": .string(model.name)]
        if model.isDefault { object.append("default", true) }
        return .object(object)
    }

    static func knows(provider: String) -> Bool { catalogue.contains { $0.provider == provider } }

    /// Compared in lower case, as observed.
    static func knows(provider: String, model: String) -> Bool {
        catalogue.first { $0.provider == provider }?.models.contains { $0.id.lowercased() == model } ?? false
    }

    static func defaultModel(of provider: String) -> String {
        catalogue.first { $0.provider == provider }?.models.first(where: \.isDefault)?.id ?? ""
    }

    private static let catalogue: [(provider: String, models: [Model])] = [
        (
            "anthropic",
            [
                Model("claude-haiku-4-5", "Claude Haiku 4.5"),
                Model("claude-sonnet-4-5", "Claude Sonnet 4.5"),
                Model("claude-sonnet-4-6", "Claude Sonnet 4.6"),
                Model("claude-opus-4-5", "Claude Opus 4.5"),
                Model("claude-opus-4-6", "Claude Opus 4.6"),
                Model("claude-opus-4-7", "Claude Opus 4.7"),
                Model("claude-opus-4-8", "Claude Opus 4.8"),
                Model("claude-opus-5", "Claude Opus 5"),
                Model("claude-sonnet-5", "Claude Sonnet 5", isDefault: true),
                Model("claude-fable-5", "Claude Fable 5"),
            ]
        ),
        (
            "bedrock",
            [
                Model("global.anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5 (Bedrock)"),
                Model("global.anthropic.claude-sonnet-4-6", "Claude Sonnet 4.6 (Bedrock)"),
                Model("global.anthropic.claude-haiku-4-5-20251001-v1:0", "Claude Haiku 4.5 (Bedrock)"),
                Model("global.anthropic.claude-opus-4-6", "Claude Opus 4.6 (Bedrock)"),
                Model("global.anthropic.claude-opus-4-7", "Claude Opus 4.7 (Bedrock)"),
                Model("global.anthropic.claude-opus-4-8", "Claude Opus 4.8 (Bedrock)"),
                Model("global.anthropic.claude-sonnet-5", "Claude Sonnet 5 (Bedrock)", isDefault: true),
                Model("global.anthropic.claude-opus-5", "Claude Opus 5 (Bedrock)"),
                Model("global.anthropic.claude-fable-5", "Claude Fable 5 (Bedrock)"),
            ]
        ),
        (
            "openai",
            [
                Model("gpt-4o", "GPT-4o"),
                Model("gpt-4o-mini", "GPT-4o Mini"),
                Model("gpt-4.1", "GPT-4.1"),
                Model("gpt-4.1-mini", "GPT-4.1 Mini", isDefault: true),
                Model("gpt-4.1-nano", "GPT-4.1 Nano"),
                Model("gpt-5", "GPT-5"),
                Model("gpt-5-mini", "GPT-5 Mini"),
                Model("gpt-5-nano", "GPT-5 Nano"),
                Model("gpt-5.1", "GPT-5.1"),
                Model("gpt-5.2", "GPT-5.2"),
                Model("gpt-5.4", "GPT-5.4"),
                Model("gpt-5.4-mini", "GPT-5.4 Mini"),
                Model("gpt-5.4-nano", "GPT-5.4 Nano"),
                Model("gpt-5.5", "GPT-5.5"),
                Model("gpt-5.6-luna", "GPT-5.6 Luna"),
                Model("gpt-5.6-terra", "GPT-5.6 Terra"),
                Model("gpt-5.6-sol", "GPT-5.6 Sol"),
                Model("o1", "o1"),
                Model("o3", "o3"),
                Model("o4-mini", "o4-mini"),
                Model("o3-pro", "o3-pro"),
            ]
        ),
        (
            "openrouter",
            [
                Model("openai/gpt-4.1-mini", "GPT-4.1 Mini (OpenRouter)", isDefault: true),
                Model("openai/gpt-5.6-sol", "GPT-5.6 Sol (OpenRouter)"),
                Model("openai/gpt-5.6-luna", "GPT-5.6 Luna (OpenRouter)"),
                Model("anthropic/claude-opus-5", "Claude Opus 5 (OpenRouter)"),
                Model("anthropic/claude-sonnet-5", "Claude Sonnet 5 (OpenRouter)"),
                Model("anthropic/claude-haiku-4.5", "Claude Haiku 4.5 (OpenRouter)"),
                Model("google/gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview (OpenRouter)"),
                Model("google/gemini-3.6-flash", "Gemini 3.6 Flash (OpenRouter)"),
                Model("meta-llama/llama-4-maverick", "Llama 4 Maverick (OpenRouter)"),
                Model("meta-llama/llama-4-scout", "Llama 4 Scout (OpenRouter)"),
                Model("deepseek/deepseek-v4-pro", "DeepSeek V4 Pro (OpenRouter)"),
                Model("deepseek/deepseek-v4-flash", "DeepSeek V4 Flash (OpenRouter)"),
                Model("qwen/qwen3.7-max", "Qwen3.7 Max (OpenRouter)"),
                Model("qwen/qwen3.6-flash", "Qwen3.6 Flash (OpenRouter)"),
                Model("mistralai/mistral-large-2512", "Mistral Large 2512 (OpenRouter)"),
                Model("mistralai/mistral-small-3.2-24b-instruct", "Mistral Small 3.2 24B (OpenRouter)"),
                Model("x-ai/grok-4.5", "Grok 4.5 (OpenRouter)"),
                Model("x-ai/grok-4.3", "Grok 4.3 (OpenRouter)"),
                Model("z-ai/glm-5.2", "GLM 5.2 (OpenRouter)"),
                Model("z-ai/glm-4.7-flash", "GLM 4.7 Flash (OpenRouter)"),
                Model("moonshotai/kimi-k3", "Kimi K3 (OpenRouter)"),
                Model("moonshotai/kimi-k2.6", "Kimi K2.6 (OpenRouter)"),
            ]
        ),
        (
            "platform",
            [
                Model(
                    "global.anthropic.claude-sonnet-4-5-20250929-v1:0", "Scheduler0 (Claude Sonnet 4.5)",
                    isDefault: true)
            ]
        ),
    ]
}
