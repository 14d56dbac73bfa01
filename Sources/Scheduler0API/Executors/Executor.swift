/// Where the runs of jobs go. Its secrets are there only in the answer that created it.
public struct Executor: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    public var name: String
    public var description: String?
    public var tags: [String]
    /// How jobs reach it.
    public var type: ExecutorType?
    /// `aws`, `azure` or `gcp` for cloud functions.
    public var cloudProvider: String
    public var region: String
    public var cloudResourceURL: String
    /// Shown once.
    public var cloudAPIKey: String?
    /// Shown once.
    public var cloudAPISecret: String?
    public var webhookURL: String
    /// HTTP method of the call.
    public var webhookMethod: String
    /// Sent with each call as X-Webhook-Secret. Shown once.
    public var webhookSecret: String?
    /// Command line of a local executor.
    public var command: String
    /// Folder the command runs in.
    public var workingDirectory: String
    /// Jobs due in the same second arrive in one call.
    public var payloadAggregation: Bool
    public var dateCreated: Timestamp?
    public var dateModified: Timestamp?
    public var createdBy: String?
    public var modifiedBy: String?
    public var deletedBy: String?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, name: String = "", description: String? = nil, tags: [String] = [],
        type: ExecutorType? = nil, cloudProvider: String = "", region: String = "", cloudResourceURL: String = "",
        cloudAPIKey: String? = nil, cloudAPISecret: String? = nil, webhookURL: String = "",
        webhookMethod: String =
            "", webhookSecret: String? = nil, command: String = "", workingDirectory: String = "",
        payloadAggregation:
            Bool = false, dateCreated: Timestamp? = nil, dateModified: Timestamp? = nil, createdBy: String? = nil,
        modifiedBy: String? = nil, deletedBy: String? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.name = name
        self.description = description
        self.tags = tags
        self.type = type
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
        self.dateCreated = dateCreated
        self.dateModified = dateModified
        self.createdBy = createdBy
        self.modifiedBy = modifiedBy
        self.deletedBy = deletedBy
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "accountId"
        case name
        case description
        case tags
        case type
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
        case dateCreated
        case dateModified
        case createdBy
        case modifiedBy
        case deletedBy
    }
}
