import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// The monthly quotas of prompts and classifications: what was logged as success since the period began.
///
/// Observed: server-behaviour 9.4 (the period rolls on by whole months when it is looked at).
struct AIQuota {
    enum Kind: String {
        case prompt, classify

        var feature: Feature { self == .prompt ? .prompts100KPerMonth : .classify100KPerMonth }
        var problem: Problem { self == .prompt ? .promptQuotaUsed : .classifyQuotaUsed }
    }

    static let ordinaryLimit: Int64 = 1000
    static let featuredLimit: Int64 = 100_000

    let kind: Kind
    let limit: Int64
    let used: Int64
    let periodStart: Instant
    let reset: Instant

    init(_ kind: Kind, account: Int64, _ request: Request) throws {
        self.kind = kind
        let isFeatured = try Features.held(by: account, request.db).contains(kind.feature)
        limit = isFeatured ? Self.featuredLimit : Self.ordinaryLimit
        let first = try request.db.first(
            "SELECT ai_period_start FROM accounts WHERE id = ?", [account]
        ) { $0[0] as Instant }
        (periodStart, reset) = Self.period(from: first ?? request.now, at: request.now)
        used = try request.world.quotaCounts.used(kind, account: account, since: periodStart, request.db)
    }

    /// The month, counted from `first`, in which `now` lies.
    static func period(from first: Instant, at now: Instant) -> (start: Instant, end: Instant) {
        var start = first
        var end = first.addingMonth()
        // An account is at most some thousand months old; a clock far ahead ends the search there.
        for _ in 0..<24_000 where end <= now {
            start = end
            end = end.addingMonth()
        }
        return (start, end)
    }

    var remaining: Int64 { max(0, limit - used) }

    var json: JSON { ["limit": .int(limit), "used": .int(used), "remaining": .int(remaining)] }

    /// What remains is counted before the request that asks. Observed: server-behaviour 9.4.
    var headers: [(name: String, value: String)] {
        [
            ("X-RateLimit-Limit", String(limit)), ("X-RateLimit-Remaining", String(remaining)),
            ("X-RateLimit-Reset", String(reset.secondsRoundedDown)),
        ]
    }

    /// The answer when the quota is used up, else nil.
    func refusal(_ quirks: Set<Quirk>) -> Reply? {
        guard remaining == 0 else { return nil }
        var reply = kind.problem.reply(under: quirks)
        reply.headers += headers
        return reply
    }
}
