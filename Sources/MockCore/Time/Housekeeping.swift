import CivilTime
import GRDB
import Scheduler0API

/// What a cluster does by itself: monthly reset of execution counts, retention of execution logs, archiving of expired
/// credentials. Each is a timer on the world's clock.
enum Housekeeping {
    private static let reset = "monthly-reset"
    private static let daily = "daily"

    static func setReset(ofAccount account: Int64, at due: Instant, world: World, db: Database) throws {
        try set(reset, subject: account, at: due, world: world, db: db)
    }

    /// Every midnight UTC.
    static func setDaily(after now: Instant, world: World, db: Database) throws {
        let midnight = CivilDate(daysSinceEpoch: Zone.utc.civil(at: now).date.daysSinceEpoch + 1)
        let due = Instant(seconds: Int64(midnight.daysSinceEpoch) * 86_400)
        try set(daily, subject: 0, at: due, world: world, db: db)
    }

    static func setDailyIfUnset(world: World, db: Database) throws {
        guard try db.count("SELECT COUNT(*) FROM timers WHERE name = ?", [daily]) == 0 else { return }
        try setDaily(after: world.clock.latest, world: world, db: db)
    }

    private static func set(_ name: String, subject: Int64, at due: Instant, world: World, db: Database) throws {
        try db.run(
            "INSERT OR REPLACE INTO timers (name, subject, due_at, sequence) VALUES (?, ?, ?, ?)",
            [name, subject, due, world.agenda.next()])
    }

    static func run(_ name: String, subject: Int64, world: World, db: Database) throws {
        try db.run("DELETE FROM timers WHERE name = ? AND subject = ?", [name, subject])
        world.agenda.forget()
        let now = world.clock.now
        if name == reset {
            try resetCount(account: subject, at: now, world: world, db: db)
        } else {
            try sweep(at: now, db: db)
            try setDaily(after: max(now, world.clock.latest), world: world, db: db)
        }
    }

    /// The month's executions are given anew. Observed: server-behaviour 6.6 (nextResetDate, limits of 7.4).
    private static func resetCount(account: Int64, at now: Instant, world: World, db: Database) throws {
        let isFeatured = try Features.held(by: account, db).contains(.executions100KPerMonth)
        var next = now.addingMonth()
        // Months that passed unseen are not made up for.
        for _ in 0..<24_000 where next <= world.clock.latest { next = next.addingMonth() }
        try db.run(
            "UPDATE accounts SET execution_count = ?, count_modified = ?, next_reset_date = ? WHERE id = ?",
            [isFeatured ? Accounts.featuredExecutions : Accounts.ordinaryExecutions, now, next, account])
        try setReset(ofAccount: account, at: next, world: world, db: db)
    }

    /// Logs are kept 30 days, 90 with feature 4; expired credentials are archived.
    /// Observed: server-behaviour 7.4 (automatic retention), 2.4 (sweeper).
    private static func sweep(at now: Instant, db: Database) throws {
        try db.run(
            """
            DELETE FROM executions WHERE date_created < ? AND account_id NOT IN
                (SELECT account_id FROM account_features WHERE feature_id = ?)
            """, [now - .days(30), Feature.executionLogs90Days.rawValue])
        try db.run("DELETE FROM executions WHERE date_created < ?", [now - .days(90)])
        try db.run(
            """
            UPDATE credentials SET archived = 1, archived_by = 'system:expiry-sweeper'
            WHERE archived = 0 AND date_deleted IS NULL AND expires_at <= ?
            """, [now])
    }
}
