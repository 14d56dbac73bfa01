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
    func advance(_ body: [UInt8]) async -> Reply { await inTurn { await $0.advanceNow(body) } }

    /// Lets calls that move the clock follow each other, none before the deliveries of the instant have landed.
    ///
    /// Other calls are answered meanwhile. A client that goes away does not stop a move half-way, so it runs in a task
    /// of its own.
    func inTurn(_ move: @escaping @Sendable (isolated WorldActor) async -> Reply) async -> Reply {
        await Task {
            while advances.isAdvancing { await withCheckedContinuation { advances.turns.append($0) } }
            advances.isAdvancing = true
            defer {
                advances.isAdvancing = false
                if !advances.turns.isEmpty { advances.turns.removeFirst().resume() }
            }
            await allLanded()
            return isStopped ? AdminProblem.stopping.reply : await move(self)
        }.value
    }

    private func allLanded() async {
        while world.standsForDeliveries, !isStopped {
            await withCheckedContinuation { advances.landing = $0 }
        }
    }

    private func advanceNow(_ body: [UInt8]) async -> Reply {
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
            case .deliveries: await allLanded()
            case .finished(let reply): return reply
            }
        }
        return AdminProblem.stopping.reply
    }
}
