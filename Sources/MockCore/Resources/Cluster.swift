import CivilTime
import GRDB
import WireJSON

/// `/cluster`: the stub of a cluster of one node, itself its leader. Observed: server-behaviour 11.2.
enum Cluster {
    static let handlers: [String: Handler] = [
        "listNodes": nodes, "addNode": addNode, "removeNode": removeNode,
        "promoteNode": { try own($0, says: "node promoted to voter") },
        "demoteNode": { try own($0, says: "node demoted to non-voter") },
        "transferLeadership": { _ in status("leadership transferred") }, "forceRebuild": forceRebuild,
        "addSelf": { _ in status("added") }, "removeSelf": { _ in status("removed") },
        "resetRaft": { _ in status("raft reset") }, "dumpScheduleQueue": scheduleQueue,
        "dumpJobExecutionsCache": { _ in .success([:]) }, "dumpJobQueues": jobQueues,
        "dumpJobQueueVersions": { _ in .success([:]) },
    ]

    private static func status(_ text: String) -> Reply { .success(["status": .string(text)]) }

    private static func nodes(_ request: Request) throws -> Reply {
        let address = JSON.string(request.world.options.address)
        return .success([
            ["clientAddress": .string(request.world.options.baseURL), "nodeAddress": address, "nodeId": 1]
        ])
    }

    private static func addNode(_ request: Request) throws -> Reply {
        _ = try nodeID(request)
        for name in ["nodeAddress", "clientAddress"] where request.call.query(name) == nil {
            throw Problem.nodeParameterRequired(name)
        }
        return status("node added")
    }

    private static func removeNode(_ request: Request) throws -> Reply { try own(request, says: "node removed") }

    /// The stub knows one node, number 1.
    private static func own(_ request: Request, says text: String) throws -> Reply {
        let id = try nodeID(request)
        guard id == 1 else { throw Problem.nodeUnknown(String(id)) }
        return status(text)
    }

    private static func nodeID(_ request: Request, _ name: String = "nodeId") throws -> Int64 {
        guard let text = request.call.query(name) else { throw Problem.nodeParameterRequired(name) }
        guard let id = Int64(goUnsigned: text) else { throw Problem.nodeIDInvalid(text) }
        return id
    }

    private static func forceRebuild(_ request: Request) throws -> Reply {
        let seed = try nodeID(request, "seedNodeId")
        guard seed == 1 else { throw Problem.notSeedNode(own: "1", seed: String(seed)) }
        return status("rebuild initiated")
    }

    /// What is due next, in the order in which it will run.
    private static func scheduleQueue(_ request: Request) throws -> Reply {
        .success(
            .array(
                try request.db.all(
                    """
                    SELECT job_id, due_at, attempt FROM schedules
                    WHERE due_at IS NOT NULL AND in_flight = 0 ORDER BY due_at, sequence LIMIT 1000
                    """
                ) { row in
                    [
                        "jobId": .int(row[0]), "dueAt": .string((row[1] as Instant).rfc3339()), "attempt": .int(row[2]),
                    ]
                }))
    }

    private static func jobQueues(_ request: Request) throws -> Reply {
        .success(
            .array(
                try request.db.all(
                    """
                    SELECT account_id, COUNT(*) FROM schedules JOIN jobs ON id = job_id
                    WHERE due_at IS NOT NULL GROUP BY account_id ORDER BY account_id
                    """
                ) { ["accountId": .int($0[0]), "jobs": .int($0[1])] }))
    }
}
