/// New AI settings; what is left out stays as it is, but for the region, which is cleared.
public struct AISettingsUpdate: Codable, Hashable, Sendable {
    /// One provider, as API level 1.0 names it.
    public var provider: String?
    /// Its model; the provider's default when empty.
    public var model: String?
    /// Replaces the stored list; the first is asked first. Each entry needs a provider and a model of `GET /ai/models`.
    public var activeModels: [ActiveModel]?
    /// Empty keeps the stored one.
    public var openAIAPIKey: String?
    /// Empty keeps the stored one.
    public var anthropicAPIKey: String?
    /// Empty keeps the stored one.
    public var bedrockAccessKeyID: String?
    /// Empty keeps the stored one.
    public var bedrockSecretKey: String?
    /// Empty clears it.
    public var bedrockRegion: String?
    /// Empty keeps the stored one.
    public var openRouterAPIKey: String?

    public init(
        provider: String? = nil, model: String? = nil, activeModels: [ActiveModel]? = nil,
        openAIAPIKey: String? =
            nil, anthropicAPIKey: String? = nil, bedrockAccessKeyID: String? = nil, bedrockSecretKey: String? = nil,
        bedrockRegion: String? = nil, openRouterAPIKey: String? = nil
    ) {
        self.provider = provider
        self.model = model
        self.activeModels = activeModels
        self.openAIAPIKey = openAIAPIKey
        self.anthropicAPIKey = anthropicAPIKey
        self.bedrockAccessKeyID = bedrockAccessKeyID
        self.bedrockSecretKey = bedrockSecretKey
        self.bedrockRegion = bedrockRegion
        self.openRouterAPIKey = openRouterAPIKey
    }

    private enum CodingKeys: String, CodingKey {
        case provider
        case model
        case activeModels = "active_models"
        case openAIAPIKey = "openai_api_key"
        case anthropicAPIKey = "anthropic_api_key"
        case bedrockAccessKeyID = "bedrock_access_key_id"
        case bedrockSecretKey = "bedrock_secret_key"
        case bedrockRegion = "bedrock_region"
        case openRouterAPIKey = "openrouter_api_key"
    }
}
