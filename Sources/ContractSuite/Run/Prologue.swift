import ContractReport
import Scheduler0Client

/// The check that comes before all stories: accounts and credentials can be made.
struct Prologue: Sendable {
    let casting: Casting
    let recorder: Recorder
    let options: SuiteOptions
    let progress: @Sendable (Check) -> Void

    private static let story = "setup"
    private static let name = "accounts and credentials can be made"

    /// Nil when it failed; then nothing else can be tried.
    func cast(_ client: Scheduler0, isAdmin: Bool, mayHarm: Bool) async throws(CouldNotRun) -> Cast? {
        var generator = SeededGenerator(seed: options.seed, for: Self.story)
        let mark = String(generator.next() & 0xFFFF_FFFF, radix: 16)
        var cast: Cast?
        var findings: [Finding] = []
        do {
            cast = try await casting.cast(client, isAdmin: isAdmin, mayHarm: mayHarm) { "contract suite \($0) \(mark)" }
        } catch let error as CouldNotRun {
            throw error
        } catch {
            findings.append(finding(error))
        }
        findings = (recorder.takePending() + findings).map { finding in
            var finding = finding
            finding.checkName = "\(Self.story): \(Self.name)"
            return finding
        }
        let check = Check(
            name: Self.name, story: Self.story, outcome: findings.isEmpty ? .passed : .failed)
        recorder.add(check, findings)
        progress(check)
        return findings.isEmpty || !options.failsFast ? cast : nil
    }

    private func finding(_ error: any Error) -> Finding {
        let found = (error as? Mismatch).map { ($0.expected, $0.found) } ?? ("the call to succeed", "\(error)")
        return Finding(
            operationID: recorder.last?.operationID, exchange: recorder.last?.exchange,
            expectation: .init(expected: found.0, found: found.1))
    }
}
