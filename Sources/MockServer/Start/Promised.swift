import Synchronization

/// A value that is not there yet; the first one given counts.
final class Promised<Value: Sendable>: Sendable {
    private enum State {
        case awaited([CheckedContinuation<Value, Never>])
        case given(Value)
    }

    private let state = Mutex(State.awaited([]))

    func give(_ value: Value) {
        let waiters = state.withLock { state -> [CheckedContinuation<Value, Never>] in
            guard case .awaited(let waiters) = state else { return [] }
            state = .given(value)
            return waiters
        }
        for waiter in waiters { waiter.resume(returning: value) }
    }

    var value: Value {
        get async {
            if let value = valueIfGiven { return value }
            return await withCheckedContinuation { waiter in
                let value = state.withLock { state -> Value? in
                    switch state {
                    case .given(let value): return value
                    case .awaited(let waiters):
                        state = .awaited(waiters + [waiter])
                        return nil
                    }
                }
                if let value { waiter.resume(returning: value) }
            }
        }
    }

    /// The value, when it is there already.
    var valueIfGiven: Value? {
        state.withLock { if case .given(let value) = $0 { value } else { nil } }
    }
}
