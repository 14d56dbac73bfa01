import MockCore

extension WorldActor {
    /// Starts deliveries of a world that runs with the wall clock.
    func launch(_ launched: [Delivery]) {
        guard !isStopped, !launched.isEmpty else { return }
        deliveries.append(launched)
        startDeliveries()
    }

    /// Carries deliveries out and waits for all of them. The outcomes come in the order of `launched`; empty when the
    /// world stops.
    func deliver(_ launched: [Delivery]) async -> [DeliveryOutcome] {
        guard !isStopped else { return [] }
        return await withCheckedContinuation { waiter in
            deliveries.append(launched, waiter: waiter)
            startDeliveries()
        }
    }

    private func startDeliveries() {
        while let (ticket, delivery) = deliveries.popStartable() {
            let task = Task { [deliveryClient] in
                let outcome = await deliveryClient.deliver(delivery)
                landed(ticket, outcome)
            }
            deliveries.started(ticket, task)
        }
    }

    private func landed(_ ticket: DeliveryQueue.Ticket, _ outcome: DeliveryOutcome?) {
        let outcomes = deliveries.landed(ticket, outcome)
        startDeliveries()
        guard !isStopped, !outcomes.isEmpty else { return }
        world.settle(outcomes, wall: clock.now)
        worldChanged()
    }
}
