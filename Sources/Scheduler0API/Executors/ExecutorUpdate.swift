/// Empty cloud and webhook fields and secrets keep what is stored; the other fields are replaced.
public struct ExecutorUpdate: Codable, Hashable, Sendable {
    /// Who asks.
    public var modifiedBy: String
    public var name: String?
    public var type: ExecutorType?
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
        modifiedBy: String, name: String? = nil, type: ExecutorType? = nil, description: String? = nil,
        tags:
            [String]? = nil, cloudProvider: String? = nil, region: String? = nil, cloudResourceURL: String? = nil,
        cloudAPIKey: String? = nil, cloudAPISecret: String? = nil, webhookURL: String? = nil,
        webhookMethod: String? = nil, webhookSecret: String? = nil, command: String? = nil,
        workingDirectory: String? = nil,
        payloadAggregation: Bool? = nil
    ) {
        self.modifiedBy = modifiedBy
        self.name = name
        self.type = type
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
        case modifiedBy
        case name
        case type
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
