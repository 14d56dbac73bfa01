import ContractReport
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs checks that can be interrupted: SIGINT and SIGTERM cancel them, and they clean up before they end. A second
/// signal ends the program at once.
enum Interruptible {
    static func run(
        _ work: @escaping @Sendable (@escaping @Sendable (Check) -> Void) async throws -> Report
    ) throws -> (report: Report, isInterrupted: Bool) {
        let progress = ProgressLine()
        let task = Task { try await work { progress.show($0) } }
        let wasInterrupted = Atomic(false)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { interrupt(task) }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        let result = try waitFor { () async throws -> Report in
            defer { wasInterrupted.store(task.isCancelled, ordering: .relaxed) }
            do { return try await task.value } catch {
                throw task.isCancelled ? CommandFailure.exit(exitCode) : error
            }
        }
        progress.end()
        return (result, wasInterrupted.load(ordering: .relaxed))
    }

    /// Of a program that SIGINT has ended.
    static let exitCode: Int32 = 130

    private static func interrupt(_ task: Task<Report, any Error>) {
        if task.isCancelled { exit(exitCode) }
        task.cancel()
        Standard.error.write("scheduler0-mock: interrupted: removing what was made (once more ends it at once)\n")
    }
}

/// One line on a terminal that tells how far the checks are.
final class ProgressLine: Sendable {
    private let isShown = Standard.error.isTerminal
    private let counts = Mutex((done: 0, failed: 0))

    func show(_ check: Check) {
        guard isShown else { return }
        let (done, failed) = counts.withLock { counts in
            counts.done += 1
            if check.outcome == .failed { counts.failed += 1 }
            return counts
        }
        let failures = failed == 0 ? "" : ", \(failed) failed"
        let text = "\(done) checks\(failures)  \(check.fullName)".prefix(100)
        Standard.error.write("\r\u{1b}[2K\(text)")
    }

    func end() {
        if isShown { Standard.error.write("\r\u{1b}[2K") }
    }
}

extension Standard {
    /// Whether a person is reading.
    var isTerminal: Bool { isatty(number) == 1 }
}
