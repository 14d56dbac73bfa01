import CivilTime
import MockCore

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

extension DeliveryOutcome {
    /// The outcome at a built-in sink, once its delay is over.
    init(_ handed: (reply: Reply, delay: Span)) async {
        do {
            if handed.delay > .zero { try await Task.sleep(for: min(handed.delay, Delivery.timeLimit).duration) }
            self = handed.delay < Delivery.timeLimit ? .answered(status: handed.reply.status) : .timedOut
        } catch {
            self = .cancelled
        }
    }
}
