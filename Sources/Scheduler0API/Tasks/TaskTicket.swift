/// The task that goes on after its request was answered.
public struct TaskTicket: Codable, Hashable, Sendable {
    /// What was begun.
    public var status: String
    public var requestID: String

    public init(
        status: String = "", requestID: String = ""
    ) {
        self.status = status
        self.requestID = requestID
    }

    private enum CodingKeys: String, CodingKey {
        case status
        case requestID = "requestId"
    }
}
