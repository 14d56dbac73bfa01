import MockCore
import WireJSON

/// What can go wrong with a control call at the edges; the world's own control calls have theirs in the core.
enum AdminProblem {
    case noToken
    case wrongToken
    case notAllowed(allow: String)
    case unknownWorld(String)
    case defaultWorld
    case stopping

    var reply: Reply {
        let body: JSON = ["error": .string(words.error), "hint": .string(words.hint)]
        return Reply(
            status: status, headers: [("Content-Type", "application/json")] + extraHeaders, body: .json(body))
    }

    private var status: Int {
        switch self {
        case .noToken, .wrongToken: 401
        case .unknownWorld: 404
        case .notAllowed: 405
        case .defaultWorld: 409
        case .stopping: 503
        }
    }

    private var extraHeaders: [(name: String, value: String)] {
        switch self {
        case .noToken, .wrongToken: [("WWW-Authenticate", "Bearer")]
        case .notAllowed(let allow): [("Allow", allow)]
        case .unknownWorld, .defaultWorld, .stopping: []
        }
    }

    private var words: (error: String, hint: String) {
        switch self {
        case .noToken: ("the control API needs a token", "send Authorization: Bearer <the value of --admin-token>")
        case .wrongToken: ("the token is not the right one", "send the value of --admin-token")
        case .notAllowed(let allow): ("method not allowed", "use \(allow)")
        case .unknownWorld(let name): ("there is no world \(name)", "GET /__admin/worlds lists the worlds")
        case .defaultWorld: ("the default world cannot be dropped", "POST /__admin/reset puts it back to its seed")
        case .stopping: ("the server is stopping", "start it again")
        }
    }
}
