import WireJSON

/// `GET /healthcheck`. Observed: server-behaviour 11.1; documented: README, Health Monitoring.
enum Health {
    static let handlers: [String: Handler] = ["getHealth": check]

    private static func check(_ request: Request) throws -> Reply {
        let world = request.world
        return .success([
            "leaderAddress": .string(world.options.address), "leaderId": "1",
            "raftStats": stats(of: world),
        ])
    }

    /// The 18 values of a one-node leader, all texts as Go's raft library has them.
    private static func stats(of world: World) -> JSON {
        let index = JSON.string(String(world.raft.index))
        return [
            "applied_index": index, "commit_index": index, "fsm_pending": "0", "last_contact": "0",
            "last_log_index": index, "last_log_term": "2", "last_snapshot_index": "0", "last_snapshot_term": "0",
            "latest_configuration": .string("[{Suffrage:Voter ID:1 Address:\(world.options.address)}]"),
            "latest_configuration_index": "1", "num_peers": "0", "protocol_version": "3",
            "protocol_version_max": "3", "protocol_version_min": "0", "snapshot_version_max": "1",
            "snapshot_version_min": "0", "state": .string(world.weather.raftState), "term": "2",
        ]
    }
}
