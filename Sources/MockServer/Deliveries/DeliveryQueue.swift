import MockCore
import NIOCore

/// The deliveries of one world that were launched and have not landed. Lives inside the world's actor.
struct DeliveryQueue {
    /// Deliveries on the wire at once, for each world; more wait for one of these to land.
    static let openLimit = 32

    private var waiting = CircularBuffer<Delivery>()
    private var open: [Delivery.ID: Task<Void, Never>] = [:]

    mutating func append(_ deliveries: [Delivery]) { waiting.append(contentsOf: deliveries) }

    /// The next delivery, when one waits and the limit allows it.
    mutating func popStartable() -> Delivery? {
        open.count < Self.openLimit ? waiting.popFirst() : nil
    }

    mutating func started(_ id: Delivery.ID, _ task: Task<Void, Never>) { open[id] = task }

    mutating func landed(_ id: Delivery.ID) { open[id] = nil }

    /// Breaks off those that nobody waits for any more.
    mutating func drop(where isUnwanted: (Delivery.ID) -> Bool) {
        waiting.removeAll { isUnwanted($0.id) }
        for (id, task) in open where isUnwanted(id) { task.cancel() }
    }

    /// Breaks everything off.
    mutating func cancel() {
        waiting.removeAll()
        for task in open.values { task.cancel() }
        open = [:]
    }
}
