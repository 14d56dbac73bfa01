import GRDB
import OpenAPIContract
import WireJSON

/// What kind of node this server plays: the weather of the cluster, set by the test at `/__admin/cluster`.
///
/// Observed: server-behaviour 2.6 (leader check) and 11.2 (followers answer `/cluster` themselves).
enum ClusterWeather: Hashable {
    /// A leader that takes every request.
    case ready
    /// Starting, stopping, or debouncing a change of leadership: nothing is answered, not even the health check.
    case starting
    /// Leader, but not yet ready for writes.
    case leaderNotReady
    /// An election is under way.
    case noLeader
    /// Another node leads; writes are sent to its address.
    case follower(leader: String)
    /// The write reaches the log and fails there.
    case writeFailure

    private static let defaultLeader = "http://127.0.0.1:7080"

    init(_ json: JSON) throws(ControlError) {
        let fields = try ControlFields(json, known: ["state", "leader"])
        let leader = try fields.text("leader")
        let states = ["ready", "starting", "leader_not_ready", "no_leader", "follower", "write_failure"]
        switch try fields.requiredWord("state", of: states) {
        case "starting": self = .starting
        case "leader_not_ready": self = .leaderNotReady
        case "no_leader": self = .noLeader
        case "follower": self = .follower(leader: leader ?? Self.defaultLeader)
        case "write_failure": self = .writeFailure
        default: self = .ready
        }
    }

    var json: JSON {
        switch self {
        case .ready: ["state": "ready"]
        case .starting: ["state": "starting"]
        case .leaderNotReady: ["state": "leader_not_ready"]
        case .noLeader: ["state": "no_leader"]
        case .follower(let leader): ["state": "follower", "leader": .string(leader)]
        case .writeFailure: ["state": "write_failure"]
        }
    }

    /// The raft state the health check shows.
    var raftState: String {
        switch self {
        case .ready, .leaderNotReady, .writeFailure: "Leader"
        case .follower: "Follower"
        case .noLeader: "Candidate"
        case .starting: "Shutdown"
        }
    }

    /// The answer that pre-empts the handler; nil when the request goes through.
    func reply(to route: Route, _ call: Call) -> Reply? {
        let writes = route.operation.method != "GET"
        if route.bypassesLeaderCheck { return writes ? replyOfClusterNode(route) : nil }
        switch self {
        case .ready: return nil
        case .starting: return Self.unavailable("peer cannot accept requests")
        case .leaderNotReady:
            return writes ? Self.noService("node is the leader but cannot accept requests yet") : nil
        case .noLeader: return writes ? Self.noService("failed to parse leader node id in etcd") : nil
        case .follower(let leader): return writes ? Self.redirect(to: leader, call) : nil
        case .writeFailure: return writes ? .failure("server not raft leader", status: 500) : nil
        }
    }

    /// Calls that change the cluster are not redirected. Observed: server-behaviour 11.2.
    private func replyOfClusterNode(_ route: Route) -> Reply? {
        switch self {
        case .ready, .starting, .leaderNotReady: return nil
        case .writeFailure: return .failure("server not raft leader", status: 500)
        case .noLeader, .follower:
            let words = Self.clusterWords[route.operation.id]
            return words.map { .failure(.string("node is not leader; cannot \($0.words)"), status: $0.status) }
        }
    }

    private static let clusterWords: [String: (words: String, status: Int)] = [
        "addSelf": ("add self", 500), "removeSelf": ("remove self", 500), "addNode": ("add node", 403),
        "removeNode": ("remove node", 403), "promoteNode": ("promote node", 403), "demoteNode": ("demote node", 403),
        "transferLeadership": ("transfer leadership", 403),
    ]

    private static func noService(_ why: String) -> Reply { unavailable("service is unavailable - \(why)") }

    private static func unavailable(_ words: String) -> Reply { .failure(.string(words), status: 503) }

    /// The query is dropped. Callers that are peers get a bare 301, others a 302 with an empty envelope.
    private static func redirect(to leader: String, _ call: Call) -> Reply {
        let location = (name: "Location", value: leader + call.path)
        if call.header("X-Peer") != nil { return Reply(status: 301, headers: [location], body: .empty) }
        return .failure(.null, status: 302, headers: [location])
    }
}

extension World {
    /// `GET` and `PUT /__admin/cluster`.
    func clusterControl(_ call: ControlCall) throws -> Reply {
        switch call.method {
        case "GET": break
        case "PUT":
            weather = try ClusterWeather(try call.json())
            try store.access { db in try keep("weather", weather.json.text, db) }
        default: throw call.methodNotAllowed
        }
        return ControlReply.json(weather.json)
    }
}
