import GRDB

/// The stub of a one-node cluster: every write is an entry of its log.
struct RaftLog {
    private(set) var index: Int64

    init(_ db: Database) throws {
        index = try db.count("SELECT value FROM world WHERE name = 'raft_index'")
    }

    mutating func append(_ db: Database) throws {
        index += 1
        try db.run("UPDATE world SET value = ? WHERE name = 'raft_index'", [index])
    }
}
