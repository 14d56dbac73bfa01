/// The models of an account and, masked, its keys.
public struct AISettings: Codable, Hashable, Sendable {
    /// Owner.
    public var accountID: Int64
    public var provider: String?
    public var model: String?
    /// The first is asked first, the rest are fallbacks.
    public var activeModels: [ActiveModel]
    public var openAIAPIKey: String?
    public var anthropicAPIKey: String?
    public var bedrockAccessKeyID: String?
    public var bedrockSecretKey: String?
    public var bedrockRegion: String?
    public var openRouterAPIKey: String?
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?

    public init(
        accountID: Int64 = 0, provider: String? = nil, model: String? = nil, activeModels: [ActiveModel] = [],
        openAIAPIKey: String? = nil, anthropicAPIKey: String? = nil, bedrockAccessKeyID: String? = nil,
        bedrockSecretKey: String? = nil, bedrockRegion: String? = nil, openRouterAPIKey: String? = nil,
        dateCreated:
            Timestamp? = nil, dateModified: Timestamp? = nil
    ) {
        self.accountID = accountID
        self.provider = provider
        self.model = model
        self.activeModels = activeModels
        self.openAIAPIKey = openAIAPIKey
        self.anthropicAPIKey = anthropicAPIKey
        self.bedrockAccessKeyID = bedrockAccessKeyID
        self.bedrockSecretKey = bedrockSecretKey
        self.bedrockRegion = bedrockRegion
        self.openRouterAPIKey = openRouterAPIKey
        self.dateCreated = dateCreated
        self.dateModified = dateModified
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "account_id"
        case provider
        case model
        case activeModels = "active_models"
        case openAIAPIKey = "openai_api_key"
        case anthropicAPIKey = "anthropic_api_key"
        case bedrockAccessKeyID = "bedrock_access_key_id"
        case bedrockSecretKey = "bedrock_secret_key"
        case bedrockRegion = "bedrock_region"
        case openRouterAPIKey = "openrouter_api_key"
        case dateCreated = "date_created"
        case dateModified = "date_modified"
    }
}
