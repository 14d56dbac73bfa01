/// The calls of one world that wait for it to change. Lives inside the world's actor.
struct LongPolls {
    struct ID: Hashable { fileprivate let number: Int }

    private struct Poll {
        /// The wait is over, whatever the world says: its bound has passed, or the client has gone.
        var isOver = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private var polls: [ID: Poll] = [:]
    private var nextNumber = 0
    private var isStopped = false

    mutating func begin() -> ID {
        nextNumber += 1
        let id = ID(number: nextNumber)
        polls[id] = Poll(isOver: isStopped)
        return id
    }

    mutating func end(_ id: ID) { polls[id] = nil }

    func isOver(_ id: ID) -> Bool { polls[id]?.isOver ?? true }

    /// Lets the poll sleep until the world changes or its wait is over.
    mutating func sleep(_ id: ID, _ sleeper: CheckedContinuation<Void, Never>) {
        if isOver(id) { sleeper.resume() } else { polls[id]?.sleeper = sleeper }
    }

    /// Wakes every poll: each asks again.
    mutating func worldChanged() {
        for id in polls.keys { wake(id) }
    }

    mutating func giveUp(_ id: ID) {
        polls[id]?.isOver = true
        wake(id)
    }

    /// Gives up every poll, those to come included.
    mutating func stop() {
        isStopped = true
        for id in polls.keys { giveUp(id) }
    }

    private mutating func wake(_ id: ID) {
        guard let sleeper = polls[id]?.sleeper else { return }
        polls[id]?.sleeper = nil
        sleeper.resume()
    }
}
