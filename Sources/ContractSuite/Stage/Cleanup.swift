import Scheduler0Client
import Synchronization

/// What has to be undone at the end, the latest first.
final class Cleanup: Sendable {
    typealias Step = @Sendable () async throws -> Void

    private let steps = Mutex<[Step]>([])

    func add(_ step: @escaping Step) { steps.withLock { $0.append(step) } }

    /// Undoes everything, also in a task that was cancelled.
    ///
    /// - Returns: How much could not be undone.
    func run() async -> Int {
        let steps = steps.withLock { steps in
            defer { steps = [] }
            return steps
        }
        return await Task.detached {
            var left = 0
            for (index, step) in steps.reversed().enumerated() {
                do {
                    try await step()
                } catch let error as Scheduler0Error {
                    // What is gone needs no undoing; a server that is gone undoes nothing.
                    if error.status == nil { return left + steps.count - index }
                    if error.status != 404 { left += 1 }
                } catch {
                    left += 1
                }
            }
            return left
        }.value
    }
}
