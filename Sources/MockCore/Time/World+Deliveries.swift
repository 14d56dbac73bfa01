public import CivilTime
import GRDB
import Scheduler0API

extension World {
    /// The deliveries launched since the last call; each must come back through `settle`.
    public func takeDeliveries() -> [Delivery] {
        defer { outbox = [] }
        return outbox
    }

    public var hasDeliveriesInFlight: Bool { !flights.isEmpty }

    /// Whether the clock stands still until deliveries have landed.
    public var standsForDeliveries: Bool { clock.isFrozen && hasDeliveriesInFlight }

    /// Whether the outcome of the delivery still matters: a world that was reset has forgotten it.
    public func awaits(_ id: Delivery.ID) -> Bool { flights[id] != nil }

    func nextDeliveryID() -> Int64 {
        lastDeliveryID += 1
        return lastDeliveryID
    }

    func launch(_ flight: Flight) {
        flights[flight.delivery.id] = flight
        unsettled += 1
        outbox.append(flight.delivery)
    }

    /// A delivery has ended.
    ///
    /// With a real clock it is written down at once. With a frozen one all deliveries of the instant are awaited and
    /// written down in the order of their launch, so that the log does not depend on which was faster.
    public func settle(_ id: Delivery.ID, succeeded: Bool, wall: Instant) {
        clock.observe(wall)
        guard let flight = flights[id], flight.succeeded == nil else { return }
        flights[id]?.succeeded = succeeded
        unsettled -= 1
        if clock.isFrozen, unsettled > 0 { return }
        let ended = flights.values.filter { $0.succeeded != nil }.sorted { $0.delivery.id < $1.delivery.id }
        for flight in ended { flights[flight.delivery.id] = nil }
        do { try store.access { db in try write(ended, db) } } catch { failures.append("\(error)") }
        catchUp()
    }

    private func write(_ ended: [Flight], _ db: Database) throws {
        try transaction(db) {
            let ledger = QuotaLedger(Quota(world: self, db: db))
            let settlement = Settlement(world: self, db: db, ledger: ledger)
            for flight in ended {
                // The job may have been changed or deleted meanwhile: what follows goes by the job as it is now.
                let runs = try flight.runs.compactMap { try Run.find(job: $0.jobID, db) }
                try settlement.end(runs, flight.succeeded == true ? .success : .failed)
            }
            try saveClock(db)
        }
    }
}
