import Logging
import MockCore

extension WorldActor {
    /// Starts what the world has launched, as far as the limit allows. Outcomes go back one by one, each as soon as it is
    /// in: a slow receiver does not hold up the others. (With a frozen clock the world itself puts them in order.)
    func startDeliveries() {
        deliveries.append(world.takeDeliveries())
        guard !isStopped else { return }
        while let delivery = deliveries.popStartable() {
            deliveries.started(delivery.id, start(delivery))
        }
    }

    /// A webhook for a sink of this very world is handed over at once: over sockets it would be chance in which order a
    /// sink sees the webhooks of one instant, and so which of them gets which scripted answer.
    private func start(_ delivery: Delivery) -> Task<Void, Never> {
        if let handed = world.handToSink(delivery, wall: clock.now) {
            return Task { landed(delivery, await DeliveryOutcome(handed)) }
        }
        return Task { [deliveryClient] in
            landed(delivery, await deliveryClient.deliver(delivery))
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
