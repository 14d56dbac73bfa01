/// Rows of one minute (one hour at profile `server`).
public struct AnalyticsPoint: Codable, Hashable, Sendable {
    public var date: String
    public var time: String
    public var scheduled: Int64
    public var success: Int64
    public var failed: Int64

    public init(
        date: String = "", time: String = "", scheduled: Int64 = 0, success: Int64 = 0, failed: Int64 = 0
    ) {
        self.date = date
        self.time = time
        self.scheduled = scheduled
        self.success = success
        self.failed = failed
    }
}
