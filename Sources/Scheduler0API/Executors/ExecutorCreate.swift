/// An executor to create. Each type needs fields of its own.
public struct ExecutorCreate: Codable, Hashable, Sendable {
    public var name: String
    public var type: ExecutorType
    /// Who asks.
    public var createdBy: String
    public var description: String?
    public var tags: [String]?
    /// `aws`, `azure` or `gcp`.
    public var cloudProvider: String?
    public var region: String?
    public var cloudResourceURL: String?
    public var cloudAPIKey: String?
    public var cloudAPISecret: String?
    public var webhookURL: String?
    /// HTTP method of the call.
    public var webhookMethod: String?
    /// Sent with each call as X-Webhook-Secret.
    public var webhookSecret: String?
    /// Command line of a local executor.
    public var command: String?
    public var workingDirectory: String?
    /// Send jobs due in the same second in one call.
    public var payloadAggregation: Bool?

    public init(
        name: String, type: ExecutorType, createdBy: String, description: String? = nil, tags: [String]? = nil,
        cloudProvider: String? = nil, region: String? = nil, cloudResourceURL: String? = nil,
        cloudAPIKey: String? =
            nil, cloudAPISecret: String? = nil, webhookURL: String? = nil, webhookMethod: String? = nil,
        webhookSecret:
            String? = nil, command: String? = nil, workingDirectory: String? = nil, payloadAggregation: Bool? = nil
    ) {
        self.name = name
        self.type = type
        self.createdBy = createdBy
        self.description = description
        self.tags = tags
        self.cloudProvider = cloudProvider
        self.region = region
        self.cloudResourceURL = cloudResourceURL
        self.cloudAPIKey = cloudAPIKey
        self.cloudAPISecret = cloudAPISecret
        self.webhookURL = webhookURL
        self.webhookMethod = webhookMethod
        self.webhookSecret = webhookSecret
        self.command = command
        self.workingDirectory = workingDirectory
        self.payloadAggregation = payloadAggregation
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case type
        case createdBy
        case description
        case tags
        case cloudProvider
        case region
        case cloudResourceURL = "cloudResourceUrl"
        case cloudAPIKey = "cloudApiKey"
        case cloudAPISecret = "cloudApiSecret"
        case webhookURL = "webhookUrl"
        case webhookMethod
        case webhookSecret
        case command
        case workingDirectory = "workingDir"
        case payloadAggregation
    }
}
