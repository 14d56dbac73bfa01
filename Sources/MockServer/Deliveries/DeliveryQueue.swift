import MockCore
import NIOCore

/// The deliveries of one world that were launched and have not landed. Lives inside the world's actor.
struct DeliveryQueue {
    /// Deliveries on the wire at once, for each world; more wait for one of these to land.
    static let openLimit = 32

    /// One delivery's place in the queue.
    struct Ticket: Hashable {
        fileprivate let batch: Int
        fileprivate let index: Int
    }

    private struct Batch {
        var outcomes: [DeliveryOutcome?]
        var missing: Int
        let waiter: CheckedContinuation<[DeliveryOutcome], Never>
    }

    private var waiting = CircularBuffer<(ticket: Ticket, delivery: Delivery)>()
    private var open: [Ticket: Task<Void, Never>] = [:]
    private var batches: [Int: Batch] = [:]
    private var lastBatch = 0

    /// Queues deliveries whose outcomes go to the world one by one, each as soon as it is in: a slow receiver does not
    /// hold up the others.
    mutating func append(_ deliveries: [Delivery]) {
        lastBatch += 1
        enqueue(deliveries)
    }

    /// Queues deliveries whose outcomes are awaited together; they come in the order of `deliveries`.
    mutating func append(_ deliveries: [Delivery], waiter: CheckedContinuation<[DeliveryOutcome], Never>) {
        guard !deliveries.isEmpty else {
            waiter.resume(returning: [])
            return
        }
        lastBatch += 1
        let none = [DeliveryOutcome?](repeating: nil, count: deliveries.count)
        batches[lastBatch] = Batch(outcomes: none, missing: deliveries.count, waiter: waiter)
        enqueue(deliveries)
    }

    private mutating func enqueue(_ deliveries: [Delivery]) {
        for (index, delivery) in deliveries.enumerated() {
            waiting.append((Ticket(batch: lastBatch, index: index), delivery))
        }
    }

    /// The next delivery, when one waits and the limit allows it.
    mutating func popStartable() -> (ticket: Ticket, delivery: Delivery)? {
        open.count < Self.openLimit ? waiting.popFirst() : nil
    }

    mutating func started(_ ticket: Ticket, _ task: Task<Void, Never>) { open[ticket] = task }

    /// Takes the outcome in; returns what the world is to be told now.
    mutating func landed(_ ticket: Ticket, _ outcome: DeliveryOutcome?) -> [DeliveryOutcome] {
        guard open.removeValue(forKey: ticket) != nil else { return [] }
        guard var batch = batches.removeValue(forKey: ticket.batch) else { return outcome.map { [$0] } ?? [] }
        batch.outcomes[ticket.index] = outcome
        batch.missing -= 1
        if batch.missing == 0 {
            batch.waiter.resume(returning: batch.outcomes.compactMap(\.self))
        } else {
            batches[ticket.batch] = batch
        }
        return []
    }

    /// Breaks everything off; whoever waits for a batch gets nothing.
    mutating func cancel() {
        waiting.removeAll()
        for task in open.values { task.cancel() }
        open = [:]
        for batch in batches.values { batch.waiter.resume(returning: []) }
        batches = [:]
    }
}
