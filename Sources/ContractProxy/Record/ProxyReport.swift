import ContractReport
import Synchronization

/// The report of a running proxy, which all connections write to.
final class ProxyReport: Sendable {
    private let report: Mutex<Report>
    private let options: ProxyOptions
    private let stopwatch = Stopwatch()

    init(_ options: ProxyOptions) {
        self.options = options
        var report = Report(
            kind: .proxy, target: options.target.text, document: options.document,
            coverage: Coverage(of: options.document, source: options.documentSource), startedAt: options.wall(),
            findingLimit: options.findingLimit)
        report.minimumCoverage = options.minimumCoverage
        self.report = Mutex(report)
    }

    /// The report as of now.
    var snapshot: Report {
        var copy = report.withLock { $0 }
        copy.durationMilliseconds = stopwatch.milliseconds
        return copy
    }

    func record(_ checked: CheckedExchange, of exchange: RecordedExchange) {
        report.withLock {
            $0.add(
                checked, of: exchange, strictRequests: options.strictRequests,
                bodyLimitBytes: options.keptBodyLimitBytes)
        }
    }

    /// A request that the target did not answer, or not to the end.
    func record(_ fault: UpstreamFault, of exchange: RecordedExchange, operationID: String?, isNew: Bool) {
        var evidence = exchange
        evidence.requestBody = exchange.requestBody.shortened(to: options.keptBodyLimitBytes)
        evidence.responseBody = exchange.responseBody.shortened(to: options.keptBodyLimitBytes)
        let finding = Finding(
            operationID: operationID, exchange: evidence,
            expectation: .init(expected: "a complete answer", found: fault.found))
        report.withLock {
            if isNew { $0.exchangeCount += 1 }
            $0.add(finding)
        }
    }

    func recordUnchecked(_ reason: String) { report.withLock { $0.addUnchecked(reason) } }
}
