/// Counts over six hours before and after the asked instant, in order, zeros included.
public struct ExecutionAnalytics: Codable, Hashable, Sendable {
    /// Owner.
    public var accountID: Int64
    public var timezone: String
    public var startDate: String
    public var startTime: String
    public var endDate: String
    public var endTime: String
    public var points: [AnalyticsPoint]

    public init(
        accountID: Int64 = 0, timezone: String = "", startDate: String = "", startTime: String = "",
        endDate: String = "", endTime: String = "", points: [AnalyticsPoint] = []
    ) {
        self.accountID = accountID
        self.timezone = timezone
        self.startDate = startDate
        self.startTime = startTime
        self.endDate = endDate
        self.endTime = endTime
        self.points = points
    }

    private enum CodingKeys: String, CodingKey {
        case accountID = "accountId"
        case timezone
        case startDate
        case startTime
        case endDate
        case endTime
        case points
    }
}
