import Synchronization

/// What has to be undone at the end, the latest first.
final class Cleanup: Sendable {
    typealias Step = @Sendable () async -> Void

    private let steps = Mutex<[Step]>([])

    func add(_ step: @escaping Step) { steps.withLock { $0.append(step) } }

    /// Undoes everything, also in a task that was cancelled.
    func run() async {
        let steps = steps.withLock { steps in
            defer { steps = [] }
            return steps
        }
        await Task.detached {
            for step in steps.reversed() { await step() }
        }.value
    }
}
