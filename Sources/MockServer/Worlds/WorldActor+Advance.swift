import MockCore

/// The calls of one world that move its clock. Lives inside the world's actor.
struct AdvanceQueue {
    fileprivate var isAdvancing = false
    fileprivate var turns: [CheckedContinuation<Void, Never>] = []
    fileprivate var landing: CheckedContinuation<Void, Never>?

    /// To be called when a delivery may have landed, and when the world stops.
    mutating func landed() {
        landing?.resume()
        landing = nil
    }
}

extension WorldActor {
    /// Moves a frozen clock: the world runs up to the next instant that has to wait for deliveries, these are carried
    /// out, and so on until all has settled.
    ///
    /// Other calls are answered meanwhile; a second advance waits for its turn. A client that goes away does not stop
    /// it half-way, so it runs in a task of its own.
    func advance(_ body: [UInt8]) async -> Reply {
        await Task { await advanceInTurn(body) }.value
    }

    private func advanceInTurn(_ body: [UInt8]) async -> Reply {
        while advances.isAdvancing { await withCheckedContinuation { advances.turns.append($0) } }
        advances.isAdvancing = true
        defer {
            advances.isAdvancing = false
            if !advances.turns.isEmpty { advances.turns.removeFirst().resume() }
        }
        do {
            try world.beginAdvance(body, wall: clock.now)
        } catch {
            return error.reply
        }
        while !isStopped {
            let step = world.stepAdvance()
            worldChanged()
            switch step {
            case .more: await Task.yield()
            case .deliveries:
                while world.hasDeliveriesInFlight, !isStopped {
                    await withCheckedContinuation { advances.landing = $0 }
                }
            case .finished(let reply): return reply
            }
        }
        return AdminProblem.stopping.reply
    }
}
