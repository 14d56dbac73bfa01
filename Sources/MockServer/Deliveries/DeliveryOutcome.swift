/// How a delivery ended.
enum DeliveryOutcome: Equatable, Sendable, CustomStringConvertible {
    case answered(status: Int)
    case failed(reason: String)
    case timedOut
    /// Broken off because the server stops or the world is dropped: nothing is known of the receiver.
    case cancelled

    /// Observed: server-behaviour 6.5 (below 400 is a success).
    var succeeded: Bool {
        switch self {
        case .answered(let status): status < 400
        case .failed, .timedOut, .cancelled: false
        }
    }

    var description: String {
        switch self {
        case .answered(let status): "answered \(status)"
        case .failed(let reason): reason
        case .timedOut: "no answer in time"
        case .cancelled: "broken off"
        }
    }
}
