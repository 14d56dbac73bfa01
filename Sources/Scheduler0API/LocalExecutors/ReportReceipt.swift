/// How many rows of a report were taken into the log.
public struct ReportReceipt: Codable, Hashable, Sendable {
    public var committed: Int64

    public init(
        committed: Int64 = 0
    ) {
        self.committed = committed
    }
}
