import MockCore

extension WorldActor {
    /// Moves a frozen clock: the world runs up to the next point where the outside must act, the deliveries it names
    /// are carried out, their outcomes go back in the order of their launch, and so on until all has settled.
    ///
    /// Other calls are answered meanwhile; a second advance waits for its turn. A client that goes away does not stop
    /// it half-way, so it runs in a task of its own.
    func carryOut(_ advance: ClockAdvance) async -> Reply {
        await Task { await advanceInTurn(advance) }.value
    }

    private func advanceInTurn(_ advance: ClockAdvance) async -> Reply {
        while isAdvancing { await withCheckedContinuation { advancesWaiting.append($0) } }
        isAdvancing = true
        defer {
            isAdvancing = false
            if !advancesWaiting.isEmpty { advancesWaiting.removeFirst().resume() }
        }
        var advance = advance
        while !isStopped {
            let step = world.step(&advance, wall: clock.now)
            worldChanged()
            switch step {
            case .deliver(let deliveries):
                let outcomes = await deliver(deliveries)
                guard !isStopped else { break }
                world.settle(outcomes, wall: clock.now)
            case .done(let reply): return reply
            }
        }
        return AdminProblem.stopping.reply
    }
}
