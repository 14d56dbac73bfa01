import ContractReport
import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import Synchronization
import WireJSON

/// What a story works with: callers, accounts, and ways to say what must be so.
struct Stage: Sendable {
    let story: String
    let recorder: Recorder
    let cast: Cast
    let cleanup: Cleanup
    let options: SuiteOptions
    let progress: @Sendable (Check) -> Void
    let random: Mutexed<SeededGenerator>

    var document: OpenAPIDocument { recorder.document }
    var home: Cast.Party { cast.home }
    /// The caller of most requests: may read, write and execute in the home account.
    var client: Scheduler0 { cast.home.client }

    // MARK: - Checks

    /// Tries one thing. It fails when `body` throws or an answer breaks the document meanwhile.
    ///
    /// - Returns: What `body` returns; nil when it failed.
    @discardableResult
    func check<Value: Sendable>(
        _ name: String, _ operationID: String? = nil, _ body: () async throws -> Value
    ) async throws(Stop) -> Value? {
        if Task.isCancelled || recorder.isServerGone { throw Stop() }
        let started = ContinuousClock.now
        _ = recorder.takePending()
        _ = recorder.takeMissingScope()
        var value: Value?
        var finding: Finding?
        do {
            value = try await body()
        } catch {
            if Task.isCancelled { throw Stop() }
            finding = self.finding(error, operationID)
        }
        var findings = recorder.takePending()
        if finding != nil, findings.isEmpty, let scope = recorder.takeMissingScope() {
            skip(name, operationID, because: Cast.noScope(scope))
            return nil
        }
        findings += [finding].compactMap(\.self)
        for index in findings.indices { findings[index].checkName = "\(story): \(name)" }
        let check = Check(
            name: name, story: story, operationID: operationID, outcome: findings.isEmpty ? .passed : .failed,
            durationMilliseconds: (ContinuousClock.now - started) / .milliseconds(1))
        recorder.add(check, findings)
        progress(check)
        if !findings.isEmpty, options.failsFast { throw Stop() }
        return value
    }

    /// Notes that something cannot be tried here.
    func skip(_ name: String, _ operationID: String? = nil, because reason: String) {
        let check = Check(name: name, story: story, operationID: operationID, outcome: .skipped(reason: reason))
        recorder.add(check, [])
        progress(check)
    }

    private func finding(_ error: any Error, _ operationID: String?) -> Finding {
        let last = recorder.last
        let expectation: Finding.Expectation =
            switch error {
            case let mismatch as Mismatch: .init(expected: mismatch.expected, found: mismatch.found)
            case let error as Scheduler0Error: .init(expected: "the call to succeed", found: error.description)
            default: .init(expected: "no error", found: "\(error)")
            }
        return Finding(
            operationID: operationID ?? last?.operationID, exchange: last?.exchange, expectation: expectation)
    }

    // MARK: - Data

    /// A text no other row has: `jobs-4f2a91c07b3d`.
    func unique(_ prefix: String? = nil) -> String {
        let number = random.withLock { $0.next() & 0xFFFF_FFFF_FFFF }
        return "\(prefix ?? story)-\(String(number, radix: 16))"
    }

    /// Creates jobs and waits for them, no longer than this run allows.
    func made(by client: Scheduler0, _ jobs: [JobCreate]) async throws(Scheduler0Error) -> [Job] {
        try await client.createJobsAndWait(jobs, atMost: options.taskTimeout)
    }

    func number(below limit: Int64) -> Int64 {
        Int64(random.withLock { $0.next() % UInt64(max(limit, 1)) })
    }
}

/// A value behind a lock.
final class Mutexed<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result { mutex.withLock(body) }
}
