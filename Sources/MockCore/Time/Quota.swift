import GRDB

/// The executions an account has left. Observed: server-behaviour 6.6, 8 (Quota); account 1 is exempt.
struct Quota {
    let world: World
    let db: Database

    func remaining(account: Int64) throws -> Int64 {
        if account == Accounts.systemID { return Accounts.systemExecutionCount }
        return try db.count("SELECT execution_count FROM accounts WHERE id = ?", [account])
    }

    /// Takes `runs` off, not below 0. At 0 the account's jobs become inactive.
    func spend(_ runs: Int64, account: Int64) throws {
        guard runs > 0, account != Accounts.systemID else { return }
        try db.run(
            "UPDATE accounts SET execution_count = MAX(0, execution_count - ?) WHERE id = ?", [runs, account])
        if try remaining(account: account) == 0 {
            try Planner(world: world, db: db).deactivateAll(ofAccount: account)
        }
    }
}

/// The quotas touched by one batch of runs: read once, written once.
struct QuotaLedger {
    private let quota: Quota
    private var remaining: [Int64: Int64] = [:]
    private var spent: [Int64: Int64] = [:]
    private(set) var exhausted: Set<Int64> = []

    init(_ quota: Quota) { self.quota = quota }

    /// Takes one run off; false when nothing is left.
    mutating func take(account: Int64) throws -> Bool {
        let left = try remaining[account] ?? quota.remaining(account: account)
        guard left > 0 else {
            exhausted.insert(account)
            return false
        }
        remaining[account] = left - 1
        spent[account, default: 0] += 1
        if left == 1 { exhausted.insert(account) }
        return true
    }

    /// Writes what was spent; accounts without anything left lose their active jobs.
    func settle() throws {
        for (account, runs) in spent.sorted(by: { $0.key < $1.key }) { try quota.spend(runs, account: account) }
        for account in exhausted.sorted() where spent[account] == nil {
            try Planner(world: quota.world, db: quota.db).deactivateAll(ofAccount: account)
        }
    }
}
