import Logging
import MockCore

extension WorldActor {
    /// Starts what the world has launched, as far as the limit allows. Outcomes go back one by one, each as soon as it is
    /// in: a slow receiver does not hold up the others. (With a frozen clock the world itself puts them in order.)
    func startDeliveries() {
        deliveries.append(world.takeDeliveries())
        guard !isStopped else { return }
        while let delivery = deliveries.popStartable() {
            let task = Task { [deliveryClient] in
                let outcome = await deliveryClient.deliver(delivery)
                landed(delivery, outcome)
            }
            deliveries.started(delivery.id, task)
        }
    }

    private func landed(_ delivery: Delivery, _ outcome: DeliveryOutcome) {
        deliveries.landed(delivery.id)
        // What was broken off has no outcome: a data file remembers it, and the next start delivers it anew.
        guard !isStopped else { return }
        logger.debug("delivery \(delivery.method) \(delivery.url): \(outcome)", metadata: ["world": "\(name)"])
        world.settle(delivery.id, succeeded: outcome.succeeded, wall: clock.now)
        worldChanged()
    }
}
