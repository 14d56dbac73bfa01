import CivilTime
import GRDB
import Scheduler0API

/// Runs what is due at one instant: spends quota, decides how each job is executed, settles what is decided at once and
/// sends the rest on its way.
struct Firing {
    let world: World
    let db: Database
    let instant: Instant

    /// Answers how many events ran.
    func fire(before sequence: Int64) throws -> Int {
        let runs = try Run.due(at: instant, before: sequence, limit: 1000, db)
        var ledger = QuotaLedger(Quota(world: world, db: db))
        var groups: [(executor: Int64, runs: [Run])] = []
        for var run in runs {
            if let state = run.pendingState {
                try settle([run], state, ledger)
                continue
            }
            let isExhausted = ledger.exhausted.contains(run.accountID)
            if !run.hasBegun {
                // Runs of local executors are paid for when they are reported.
                guard try !isExhausted && (run.executorType == .local || ledger.take(account: run.accountID)) else {
                    continue
                }
                world.progress.fired += 1
            } else if !run.wasBrokenOff, isExhausted || !run.isActive {
                try Settlement(world: world, db: db, ledger: ledger).giveUp(run)
                continue
            }
            run.attemptAt = instant
            if let live = try attempt(run, ledger) { collect(live, run, into: &groups) }
        }
        for group in groups { try launch(group.runs, executor: group.executor) }
        try ledger.settle()
        return runs.count
    }

    /// Executes one attempt; answers the executor when it has to be called for real.
    private func attempt(_ run: Run, _ ledger: QuotaLedger) throws -> Int64? {
        if run.executorType == .local {
            try attemptLocal(run, ledger)
            return nil
        }
        switch try decision(run) {
        case .now(let state): try settle([run], state, ledger)
        case .later(let state, let delay): try wait(run, state, until: instant + delay)
        case .live: return run.executorID
        }
        return nil
    }

    private enum Decision {
        case now(ExecutionState)
        case later(ExecutionState, Span)
        case live
    }

    /// A script comes first; without one only webhooks are called, and only when deliveries are live. An executor that
    /// was deleted can carry nothing out.
    private func decision(_ run: Run) throws -> Decision {
        if run.executorID != nil, run.executorType == nil { return .now(.failed) }
        if let executor = run.executorID, world.hasScripts, let scripted = try OutcomeScript.take(executor, db) {
            switch scripted {
            case .live: break
            case .outcome(let state, let delay): return delay > .zero ? .later(state, delay) : .now(state)
            }
        }
        let isLive = run.executorType == .webhookURL && world.options.deliveries == .live
        return isLive ? .live : .now(.success)
    }

    /// Pull-based: with a lease somebody else runs it and reports; without one nobody can. No retry either way.
    private func attemptLocal(_ run: Run, _ ledger: QuotaLedger) throws {
        let isHeld = try run.executorID.map { try Leases.isHeld(executor: $0, at: instant, db) } ?? false
        try Settlement(world: world, db: db, ledger: ledger).endLocal(run, isHeld: isHeld)
    }

    private func settle(_ runs: [Run], _ state: ExecutionState, _ ledger: QuotaLedger) throws {
        try Settlement(world: world, db: db, ledger: ledger).end(runs, state)
    }

    private func wait(_ run: Run, _ state: ExecutionState, until due: Instant) throws {
        try db.run(
            "UPDATE schedules SET due_at = ?, sequence = ?, attempt_at = ?, pending_state = ? WHERE job_id = ?",
            [due, world.agenda.next(), run.attemptAt, state.rawValue, run.jobID])
        world.agenda.forget(.run)
    }

    // MARK: Real calls

    /// Jobs of an aggregating executor that fire in the same second share a delivery.
    private func collect(_ executor: Int64, _ run: Run, into groups: inout [(executor: Int64, runs: [Run])]) {
        if run.aggregates, let index = groups.firstIndex(where: { $0.executor == executor && $0.runs[0].aggregates }) {
            groups[index].runs.append(run)
        } else {
            groups.append((executor, [run]))
        }
    }

    private func launch(_ runs: [Run], executor: Int64) throws {
        guard let delivery = try delivery(runs, executor: executor) else { return }
        for run in runs {
            try db.run(
                "UPDATE schedules SET in_flight = 1, attempt_at = ? WHERE job_id = ?", [run.attemptAt, run.jobID])
        }
        world.agenda.forget(.run)
        world.launch(Flight(delivery: delivery, runs: runs))
    }

    private func delivery(_ runs: [Run], executor: Int64) throws -> Delivery? {
        guard let stored = try StoredExecutor.find(executor, account: runs[0].accountID, in: db) else { return nil }
        let body = try Payload(world: world, db: db).body(of: runs)
        return WebhookCall(executor: stored, world: world).delivery(id: world.nextDeliveryID(), body: body)
    }
}
