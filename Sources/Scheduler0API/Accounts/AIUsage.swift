/// Use of the monthly AI quotas.
public struct AIUsage: Codable, Hashable, Sendable {
    /// Owner.
    public var accountID: Int64
    public var periodStart: Timestamp?
    public var nextResetDate: Timestamp?
    public var prompt: QuotaUse?
    public var classify: QuotaUse?
    /// US dollars.
    public var estimatedCostUSD: Double

    public init(
        accountID: Int64 = 0, periodStart: Timestamp? = nil, nextResetDate: Timestamp? = nil,
        prompt: QuotaUse? =
            nil, classify: QuotaUse? = nil, estimatedCostUSD: Double = 0
    ) {
        self.accountID = accountID
        self.periodStart = periodStart
        self.nextResetDate = nextResetDate
        self.prompt = prompt
        self.classify = classify
        self.estimatedCostUSD = estimatedCostUSD
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "accountId"
        case periodStart
        case nextResetDate
        case prompt
        case classify
        case estimatedCostUSD = "estimatedCostUsd"
    }
}
