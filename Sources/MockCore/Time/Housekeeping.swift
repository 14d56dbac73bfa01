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

    /// The clock was set: the next midnight is that of the new time, and no reset is further away than a month.
    static func clockWasSet(world: World, db: Database) throws {
        let now = world.clock.latest
        try setDaily(after: now, world: world, db: db)
        let next = now.addingMonth()
        try db.run("UPDATE accounts SET next_reset_date = ? WHERE next_reset_date > ?", [next, next])
        try db.run("UPDATE timers SET due_at = ? WHERE name = ? AND due_at > ?", [next, reset, next])
    }

    private static func set(_ name: String, subject: Int64, at due: Instant, world: World, db: Database) throws {
        try db.run(
            "INSERT OR REPLACE INTO timers (name, subject, due_at, sequence) VALUES (?, ?, ?, ?)",
            [name, subject, due, world.agenda.next()])
        world.agenda.forget(.timer)
    }

    static func run(_ name: String, subject: Int64, world: World, db: Database) throws {
        try db.run("DELETE FROM timers WHERE name = ? AND subject = ?", [name, subject])
        world.agenda.forget(.timer)
        let now = world.clock.now
        if name == reset {
            try resetCount(account: subject, at: now, world: world, db: db)
        } else {
            try sweep(at: now, world: world, db: db)
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
    private static func sweep(at now: Instant, world: World, db: Database) throws {
        for account in try db.all("SELECT id FROM accounts", [], { $0[0] as Int64 }) {
            let days: Int64 = try Features.held(by: account, db).contains(.executionLogs90Days) ? 90 : 30
            try db.run(
                "DELETE FROM executions WHERE account_id = ? AND date_created < ?", [account, now - .days(days)])
        }
        try db.run(
            """
            UPDATE credentials SET archived = 1, archived_by = 'system:expiry-sweeper'
            WHERE archived = 0 AND date_deleted IS NULL AND expires_at <= ?
            """, [now])
        world.credentials.forget()
    }
}
