public import Foundation
public import Scheduler0API
public import WireJSON

/// Why a call has no answer.
public enum Scheduler0Error: Error, Hashable, Sendable {
    /// The server said no.
    case refused(Refusal)
    /// Sent on to another node more often than the client follows; the place it named.
    case redirected(to: String)
    /// The answer is not what the API promises: what is wrong with it, and its first bytes.
    case undecodable(status: Int, reason: String, body: String)
    /// No answer, or half of one.
    case unreachable(String)
    case timedOut(after: Duration)
    /// A task that was waited for has ended badly.
    case taskFailed(AsyncTask)
    case cancelled
    /// No http or https URL.
    case invalidBaseURL(String)

    /// An answer with a status of 400 or more.
    public struct Refusal: Hashable, Sendable {
        public let status: Int
        /// What the server said, wherever in its `data` it stands.
        public let message: String
        /// `data` as it came: a text, or an object with more than the message; nil when the body is no envelope.
        public let detail: JSON?
    }

    /// The status of the answer, if there was one.
    public var status: Int? {
        switch self {
        case .refused(let refusal): refusal.status
        case .undecodable(let status, _, _): status
        case .redirected, .unreachable, .timedOut, .taskFailed, .cancelled, .invalidBaseURL: nil
        }
    }
}

extension Scheduler0Error: CustomStringConvertible, LocalizedError {
    /// What `localizedDescription` says.
    public var errorDescription: String? { description }

    public var description: String {
        switch self {
        case .refused(let refusal): "\(refusal.status): \(refusal.message)"
        case .redirected(let place): "sent on to \(place), which is one time too many"
        case .undecodable(let status, let reason, let body): "\(status), but \(reason): \(body)"
        case .unreachable(let reason): "no answer: \(reason)"
        case .timedOut(let limit): "no answer within \(limit)"
        case .taskFailed(let task): "task \(task.requestID) failed: \(task.output)"
        case .cancelled: "cancelled"
        case .invalidBaseURL(let text): "\"\(text)\" is not an http or https URL"
        }
    }
}

extension Scheduler0Error.Refusal {
    /// Reads an answer of 400 or more. Observed: server-behaviour 0.2 (shapes of `data`).
    init(status: Int, body: [UInt8]) {
        let detail = (try? JSON.parse(body))?["data"]
        self.init(status: status, message: Self.message(of: detail, body), detail: detail)
    }

    private static func message(of detail: JSON?, _ body: [UInt8]) -> String {
        if let text = detail?.stringValue { return text }
        for key in ["message", "Message"] { if let text = detail?[key]?.stringValue { return text } }
        if let detail, !detail.isNull { return detail.text }
        return String(decoding: body.prefix(300), as: UTF8.self)
    }
}
