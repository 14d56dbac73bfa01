import CivilTime
import GRDB
import WireJSON

/// The leases of local executors: each pull renews one. Documented: product decisions, Leases.
enum Leases {
    static func renew(executor: Int64, jobs: Int, _ request: Request) throws {
        let expiry = request.now + request.world.options.leaseTTL
        try request.db.run(
            """
            INSERT INTO leases (executor_id, expires_at, last_pull_at, pulls) VALUES (?, ?, ?, 1)
            ON CONFLICT DO UPDATE SET expires_at = excluded.expires_at, last_pull_at = excluded.last_pull_at,
                pulls = pulls + 1
            """, [executor, expiry, request.now])
        try request.db.run(
            "INSERT INTO pulls (executor_id, date_created, jobs) VALUES (?, ?, ?)", [executor, request.now, jobs])
    }

    static func isHeld(executor: Int64, at now: Instant, _ db: Database) throws -> Bool {
        try db.count("SELECT COUNT(*) FROM leases WHERE executor_id = ? AND expires_at > ?", [executor, now]) > 0
    }

    /// What `GET /__admin/local-executors` shows.
    static func overview(_ db: Database, now: Instant) throws -> JSON {
        .array(
            try db.all(
                """
                SELECT id, account_id, name, expires_at, last_pull_at, pulls
                FROM executors LEFT JOIN leases ON executor_id = id
                WHERE type = 'local' AND date_deleted IS NULL ORDER BY id
                """
            ) { row in
                let expiry = row[3] as Instant?
                let lastPull = row[4] as Instant?
                return [
                    "id": .int(row[0]), "accountId": .int(row[1]), "name": .string(row[2]),
                    "leaseHeld": .bool(expiry.map { $0 > now } ?? false),
                    "leaseExpiresAt": expiry.map { .string($0.rfc3339()) } ?? .null,
                    "lastPullAt": lastPull.map { .string($0.rfc3339()) } ?? .null,
                    "pulls": .int(row[5] as Int64? ?? 0),
                ]
            })
    }
}
