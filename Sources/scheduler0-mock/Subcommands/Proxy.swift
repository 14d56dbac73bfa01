import ArgumentParser
import ContractProxy
import ContractReport
import Logging
import MockServer

/// `proxy`: passes traffic on to a server and checks it, until SIGTERM or SIGINT.
struct Proxy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check what passes between clients and a server.",
        discussion: """
            Every answer carries X-Contract-Violations: the number of faults of the request and the answer. JSON bodies
            of up to 8 MiB are checked; of all others only the status and the headers.
            The report so far is at /__proxy/report (?format=json, html, junit, text or github).
            Exit codes: 0 no breach was seen, 1 one was, 2 wrong use or cannot start.
            """)

    @Option(help: ArgumentHelp("The server's base URL.", valueName: "url"))
    var target: String?

    @Option(
        help: ArgumentHelp("Where to listen; port 0 is any free one. (default: 127.0.0.1:7071)", valueName: "host:port")
    )
    var listen: ListenAddress?

    @Flag(help: "Answer 502 with the finding in place of an answer that breaks the document.")
    var errors = false

    @Flag(help: "Take a request that breaks the document for a breach.")
    var strictRequests = false

    @Option(help: ArgumentHelp("How long the server may take for an answer. (default: 60)", valueName: "seconds"))
    var timeout: Seconds?

    @Option(
        help: ArgumentHelp("Findings kept with their exchange; more are counted. (default: 200)", valueName: "number"))
    var keep: Count?

    @Option(
        help: ArgumentHelp("Exit 1 when fewer of the documented statuses were seen.", valueName: "percent"))
    var minCoverage: Percentage?

    @OptionGroup var document: DocumentFlags

    @OptionGroup var reports: ReportFlags

    @OptionGroup(title: "Log")
    var log: LogFlags

    func run() throws {
        let environment = Environment.ofProcess
        let options = try options(environment)
        let destinations = try reports.destinations(environment)
        DescriptorLimit.raise()
        let report = try waitFor {
            let proxy: RunningProxy
            do {
                proxy = try await ValidatingProxy.start(options, stopsOnSignals: true)
            } catch {
                throw CommandFailure.cannotStart("\(error)")
            }
            Standard.output.write("scheduler0-mock proxying \(proxy.baseURL) to \(options.target.text)\n")
            try await proxy.waitUntilStopped()
            return proxy.report
        }
        try ReportFlags.write(report, to: destinations, environment)
        let words = TerminalReport(report).verdict
        if report.isBreach { throw CommandFailure.checkFailed("proxy: \(words)") }
        Standard.error.write("scheduler0-mock: proxy: \(words)\n")
    }

    private func options(_ environment: Environment) throws(CommandFailure) -> ProxyOptions {
        guard let text = try environment.value(target, "target") else {
            throw .cannotStart("--target is missing: the base URL of the server, such as http://127.0.0.1:7070")
        }
        let target: ProxyTarget
        do { target = try ProxyTarget(parsing: text) } catch { throw .cannotStart("--target: \(error)") }
        let (contract, source) = try document.document(environment)
        let clock = WallClock()
        var options = ProxyOptions(
            target: target, document: contract, documentSource: source,
            logger: try log.logger(environment, default: .warning), wall: { clock.now })
        if let value = try environment.value(listen, "listen") {
            (options.host, options.port) = (value.host, value.port)
        }
        if let value = try environment.value(timeout, "timeout") { options.timeout = value.duration }
        if let value = try environment.value(keep, "keep") { options.findingLimit = value.number }
        options.minimumCoverage = try environment.value(minCoverage, "min-coverage")?.number
        options.answersErrors = try environment.isSet(errors, "errors")
        options.strictRequests = try environment.isSet(strictRequests, "strict-requests")
        return options
    }
}
