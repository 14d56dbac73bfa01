import CivilTime
import GRDB

/// How many successes the log of prompts holds, counted on from where the last count ended: a prompt costs the same
/// however many went before it. Whoever replaces the log starts anew with `AIQuotaCounts()`.
struct AIQuotaCounts {
    private struct Key: Hashable {
        let account: Int64
        let kind: AIQuota.Kind
    }

    private struct Count {
        var since: Instant
        var used: Int64 = 0
        /// The id of the last row that was looked at.
        var lastRow: Int64 = 0
    }

    private var counts: [Key: Count] = [:]

    mutating func used(
        _ kind: AIQuota.Kind, account: Int64, since start: Instant, _ db: Database
    ) throws -> Int64 {
        let key = Key(account: account, kind: kind)
        var count = counts[key] ?? Count(since: start)
        if count.since != start { count = Count(since: start) }
        // By row: an index over account and date would go through the whole period again.
        let new = try db.first(
            """
            SELECT COALESCE(SUM(account_id = ? AND kind = ? AND date_created >= ? AND status = 'success'), 0), MAX(id)
            FROM prompt_requests NOT INDEXED WHERE id > ?
            """, [account, kind.rawValue, start, count.lastRow]
        ) { ($0[0] as Int64, $0[1] as Int64?) }
        if let (used, last) = new, let last {
            count.used += used
            count.lastRow = last
        }
        counts[key] = count
        return count.used
    }
}
