/// What one provider made of the prompt.
public struct ProviderResult: Codable, Hashable, Sendable {
    public var provider: String
    public var model: String
    public var jobs: [JobConfiguration]
    public var inputTokens: Int64
    public var outputTokens: Int64
    public var totalTokens: Int64
    /// Milliseconds.
    public var durationMilliseconds: Int64

    public init(
        provider: String = "", model: String = "", jobs: [JobConfiguration] = [], inputTokens: Int64 = 0,
        outputTokens: Int64 = 0, totalTokens: Int64 = 0, durationMilliseconds: Int64 = 0
    ) {
        self.provider = provider
        self.model = model
        self.jobs = jobs
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.durationMilliseconds = durationMilliseconds
    }

    private enum CodingKeys: String, CodingKey {
        case provider
        case model
        case jobs
        case inputTokens
        case outputTokens
        case totalTokens
        case durationMilliseconds = "durationMs"
    }
}
