public import CivilTime
import OpenAPIContract
import Scheduler0API
import WireJSON

/// What a world says to a request.
public enum Answer: Sendable {
    case reply(Reply)
    /// Nothing to say yet: ask again when the world has changed, for the last time when the bound is over.
    case wait(TaskWait)
    /// A test call has to be made first; then `complete` has the answer.
    case invoke(PendingInvocation)
}

/// A request for an async task that has not ended. Documented: product decisions, Async task (the GET waits).
public struct TaskWait: Hashable, Sendable {
    public let requestID: String
    /// How long to wait at most, in real time.
    public let bound: Span
}

extension World {
    /// 30 s while the task goes on by itself. When only the test can move it (manual pace, or a pace on a frozen clock),
    /// a second, so that a test can watch the states 0 and 1.
    func taskWait(_ call: Call, _ reply: Reply) -> TaskWait? {
        guard call.method == "GET", call.path.contains("/async-tasks/"), reply.status == 200,
            case .json(let json) = reply.body, let data = json["data"],
            let state = data["state"]?.intValue.flatMap(TaskState.init(rawValue:)), !state.hasEnded,
            let requestID = data["requestId"]?.stringValue
        else { return nil }
        let movesByItself = taskPace == .immediate || (taskPace != .manual && !clock.isFrozen)
        return TaskWait(requestID: requestID, bound: movesByItself ? .seconds(30) : .seconds(1))
    }
}
