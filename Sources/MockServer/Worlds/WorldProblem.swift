import MockCore
import WireJSON

/// Why a call cannot have its world.
enum WorldProblem: Error, Equatable {
    case tooMany(limit: Int)
    case cannotMake(WorldName, String)
    case stopping

    var status: Int {
        switch self {
        case .tooMany, .stopping: 503
        case .cannotMake: 500
        }
    }

    var error: String {
        switch self {
        case .tooMany(let limit): "there are \(limit) worlds beside the default one, and no more are made"
        case .cannotMake(let name, let reason): "the world \(name) cannot be made: \(reason)"
        case .stopping: "the server is stopping"
        }
    }

    var hint: String {
        switch self {
        case .tooMany: "drop those that are done with: DELETE /__admin/worlds/<name>"
        case .cannotMake: "see the server's log"
        case .stopping: "start it again"
        }
    }

    /// The problem in the API's envelope.
    var envelope: Reply {
        Reply(
            status: status, headers: [("Content-Type", "application/json")],
            body: .json(["data": .string("\(error); \(hint)"), "success": false]))
    }

    /// The problem as the control API tells it.
    var adminReply: Reply {
        ControlError(status: status, error: error, hint: hint).reply
    }
}
