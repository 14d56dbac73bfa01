/// A prompt that was asked, and what came of it.
public struct PromptLogEntry: Codable, Hashable, Sendable {
    /// Counts from 1.
    public var id: Int64
    /// Owner.
    public var accountID: Int64
    public var prompt: String
    public var provider: String
    public var model: String
    public var output: String
    public var inputTokens: Int64
    public var outputTokens: Int64
    public var totalTokens: Int64
    /// Milliseconds.
    public var durationMilliseconds: Int64
    /// US dollars.
    public var estimatedCostUSD: Double
    public var status: String
    public var error: String?
    public var dateCreated: Timestamp?

    public init(
        id: Int64 = 0, accountID: Int64 = 0, prompt: String = "", provider: String = "", model: String = "",
        output:
            String = "", inputTokens: Int64 = 0, outputTokens: Int64 = 0, totalTokens: Int64 = 0,
        durationMilliseconds:
            Int64 = 0, estimatedCostUSD: Double = 0, status: String = "", error: String? = nil,
        dateCreated: Timestamp? = nil
    ) {
        self.id = id
        self.accountID = accountID
        self.prompt = prompt
        self.provider = provider
        self.model = model
        self.output = output
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.durationMilliseconds = durationMilliseconds
        self.estimatedCostUSD = estimatedCostUSD
        self.status = status
        self.error = error
        self.dateCreated = dateCreated
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case accountID = "account_id"
        case prompt
        case provider
        case model
        case output
        case inputTokens = "input_tokens"
        case outputTokens = "output_tokens"
        case totalTokens = "total_tokens"
        case durationMilliseconds = "duration_ms"
        case estimatedCostUSD = "estimated_cost_usd"
        case status
        case error
        case dateCreated = "date_created"
    }
}
