public import Scheduler0API
public import WireJSON

extension Scheduler0 {
    /// `POST /cluster/backup`: Back up the database.
    public func backupDatabase(account: Int64? = nil) async throws(Scheduler0Error) -> TaskTicket {
        try await receive(.post, "/cluster/backup", account: account)
    }

    /// `POST /cluster/backup-to-file`: Back up the database to a named file.
    public func backupDatabaseToFile(
        _ path: String, account: Int64? = nil
    ) async throws(Scheduler0Error) -> TaskTicket {
        try await receive(.post, "/cluster/backup-to-file", body: BackupTarget(destinationPath: path), account: account)
    }

    /// `POST /cluster/restore`: Restore the database from a backup.
    public func restoreDatabase(from path: String, account: Int64? = nil) async throws(Scheduler0Error) -> TaskTicket {
        try await receive(.post, "/cluster/restore", body: RestoreRequest(filePath: path), account: account)
    }

    /// `GET /cluster/backup-restore-progress`: Follow the latest backup or restore.
    public func getBackupRestoreProgress(account: Int64? = nil) async throws(Scheduler0Error) -> BackupProgress {
        try await receive(.get, "/cluster/backup-restore-progress", account: account)
    }

    /// `GET /cluster/list-nodes`: List the nodes.
    public func listNodes(account: Int64? = nil) async throws(Scheduler0Error) -> [Node] {
        try await receive(.get, "/cluster/list-nodes", account: account)
    }

    /// `POST /cluster/add-node`: Add a node, without a vote.
    public func addNode(
        _ id: Int64, nodeAddress: String, clientAddress: String, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(
            .post, "/cluster/add-node",
            query: [("nodeId", String(id)), ("nodeAddress", nodeAddress), ("clientAddress", clientAddress)],
            account: account)
    }

    /// `POST /cluster/remove-node`: Remove a node.
    public func removeNode(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/remove-node", query: [("nodeId", String(id))], account: account)
    }

    /// `POST /cluster/promote-node`: Give a node a vote.
    public func promoteNode(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/promote-node", query: [("nodeId", String(id))], account: account)
    }

    /// `POST /cluster/demote-node`: Take a node's vote.
    public func demoteNode(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/demote-node", query: [("nodeId", String(id))], account: account)
    }

    /// `POST /cluster/transfer-leadership`: Let another node lead.
    public func transferLeadership(account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/transfer-leadership", account: account)
    }

    /// `POST /cluster/force-rebuild`: Rebuild the cluster from one node.
    public func forceRebuild(seedNodeID: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(
            .post, "/cluster/force-rebuild", query: [("seedNodeId", String(seedNodeID))], account: account)
    }

    /// `POST /cluster/add-self`: Let this node join.
    public func addSelf(account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/add-self", account: account)
    }

    /// `POST /cluster/remove-self`: Let this node leave.
    public func removeSelf(account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/remove-self", account: account)
    }

    /// `POST /cluster/reset-raft`: Forget the consensus state.
    public func resetRaft(account: Int64? = nil) async throws(Scheduler0Error) -> ClusterStatus {
        try await receive(.post, "/cluster/reset-raft", account: account)
    }

    /// `GET /cluster/dump/schedule-queue`: Print the schedule queue.
    public func dumpScheduleQueue(account: Int64? = nil) async throws(Scheduler0Error) -> JSON {
        try await receive(.get, "/cluster/dump/schedule-queue", account: account)
    }

    /// `GET /cluster/dump/job-executions-cache`: Print the executions cache.
    public func dumpJobExecutionsCache(account: Int64? = nil) async throws(Scheduler0Error) -> JSON {
        try await receive(.get, "/cluster/dump/job-executions-cache", account: account)
    }

    /// `GET /cluster/dump/job-queues`: Print the job queues.
    public func dumpJobQueues(account: Int64? = nil) async throws(Scheduler0Error) -> JSON {
        try await receive(.get, "/cluster/dump/job-queues", account: account)
    }

    /// `GET /cluster/dump/job-queue-versions`: Print the versions of the job queues.
    public func dumpJobQueueVersions(account: Int64? = nil) async throws(Scheduler0Error) -> JSON {
        try await receive(.get, "/cluster/dump/job-queue-versions", account: account)
    }
}
