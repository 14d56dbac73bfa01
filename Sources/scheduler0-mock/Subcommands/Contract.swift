import ArgumentParser
import ContractReport
import ContractSuite
import MockServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `contract`: tells whether a server, or recorded traffic, keeps the contract.
struct Contract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a server, or recorded traffic, against the contract.",
        discussion: """
            The credentials are also taken from SCHEDULER0_BASE_URL, SCHEDULER0_API_KEY, SCHEDULER0_API_SECRET,
            SCHEDULER0_ACCOUNT_ID, SCHEDULER0_USERNAME and SCHEDULER0_PASSWORD, which `exec` sets for its command.
            With the operator's login, or a key with scope admin, the suite makes accounts of its own and checks all;
            with another key it checks what it can in the given account, and says what it left out.
            Exit codes: 0 the contract is kept, 1 it is broken, 2 it could not be checked, 130 interrupted.
            """)

    @OptionGroup(title: "Server")
    var server: ContractTargetFlags

    @Option(help: ArgumentHelp("Check recorded traffic (HAR 1.2) in place of a server.", valueName: "file"))
    var har: String?

    @Flag(help: "With --har: take a request that breaks the document for a breach.")
    var strictRequests = false

    @Option(
        help: ArgumentHelp(
            "Tell these stories only, by name or its beginning; separated by commas. See --list.", valueName: "names"))
    var only: String?

    @Flag(help: "Print the stories and end.")
    var list = false

    @Flag(help: "End after the first failure.")
    var failFast = false

    @Option(help: ArgumentHelp("How long one exchange may take. (default: 60)", valueName: "seconds"))
    var timeout: Seconds?

    @Option(help: ArgumentHelp("What order and data follow from. (default: 0)", valueName: "number"))
    var seed: UInt64?

    @Flag(
        help: """
            Also rotate secrets, restore backups, send nodes away and use up quotas. Done without asking only where the \
            server says that it is a mock.
            """)
    var mayHarm = false

    @Option(
        help: ArgumentHelp(
            "Exit 1 when fewer of the documented answers that a request can provoke were seen.", valueName: "percent"))
    var minCoverage: Percentage?

    @OptionGroup var document: DocumentFlags

    @OptionGroup var reports: ReportFlags

    func run() throws {
        if list { return Self.printStories() }
        let environment = Environment.ofProcess
        let destinations = try reports.destinations(environment)
        if let path = try environment.value(har, "har") {
            return try check(har: path, destinations, environment)
        }
        let target = try server.target(environment)
        let (contract, source) = try document.document(environment)
        let suite = Suite(
            target: target, options: try options(environment), document: contract, source: source,
            wall: { WallClock().now })
        let (report, isInterrupted) = try Interruptible.run { progress in
            do throws(CouldNotRun) {
                return try await suite.run(progress: progress)
            } catch {
                throw CommandFailure.cannotStart("contract: \(error)")
            }
        }
        let share = ProvocableShare(report.coverage, contract)
        try conclude(report, destinations, environment)
        if isInterrupted { throw CommandFailure.exit(Interruptible.exitCode) }
        if report.isBreach { throw CommandFailure.checkFailed("contract: \(TerminalReport(report).verdict)") }
        if let least = try environment.value(minCoverage, "min-coverage"), share.percentage < least.number {
            throw CommandFailure.checkFailed(
                "contract: \(share.percentageText) % of the documented answers were seen, \(least.number) % are wanted")
        }
    }

    private static func printStories() {
        let width = Suite.stories.map(\.name.count).max() ?? 0
        for story in Suite.stories {
            let gap = String(repeating: " ", count: width - story.name.count + 2)
            Standard.output.write("\(story.name)\(gap)\(story.summary)\n")
        }
    }

    private func options(_ environment: Environment) throws(CommandFailure) -> SuiteOptions {
        var options = SuiteOptions()
        let names: String? = try environment.value(only, "only")
        options.only = (names ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        options.failsFast = try environment.isSet(failFast, "fail-fast")
        if let value = try environment.value(timeout, "timeout") { options.timeout = value.duration }
        if let value = try environment.value(seed, "seed") { options.seed = value }
        if try environment.isSet(mayHarm, "may-harm") { options.mayHarm = true }
        return options
    }

    /// The report on standard output, unless another one goes there, and wherever it was asked for.
    private func conclude(
        _ report: Report, _ destinations: [ReportDestination], _ environment: Environment
    ) throws(CommandFailure) {
        let isTaken = destinations.contains { $0.path == nil && $0.format != .github }
        if !isTaken {
            Standard.output.write(TerminalReport(report, usesColors: Standard.output.isTerminal).text)
        }
        try ReportFlags.write(report, to: destinations, environment)
    }

    // MARK: - Recorded traffic

    private func check(
        har path: String, _ destinations: [ReportDestination], _ environment: Environment
    ) throws {
        let (contract, source) = try document.document(environment)
        var options = HARCheck.Options()
        options.hosts = server.baseURL.map { [RequestURL($0).authority] } ?? []
        options.strictRequests = try environment.isSet(strictRequests, "strict-requests")
        options.minimumCoverage = try environment.value(minCoverage, "min-coverage")?.number
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure.cannotStart("--har: \(path) cannot be read")
        }
        let report: Report
        do {
            report = try HARCheck(document: contract, source: source, options: options)
                .report(of: bytes, fileName: path)
        } catch {
            throw CommandFailure.cannotStart("--har: \(error)")
        }
        try conclude(report, destinations, environment)
        if report.isBreach { throw CommandFailure.checkFailed("contract: \(TerminalReport(report).verdict)") }
    }
}
