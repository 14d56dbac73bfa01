public import OpenAPIContract
public import WireJSON

/// Checks recorded traffic: HAR 1.2, as browsers, proxies and HTTP tools write it.
public struct HARCheck: Sendable {
    public struct Options: Sendable {
        /// Only entries for these hosts are checked, each as `host` or `host:port`; empty for all.
        public var hosts: [String] = []
        /// Whether a request that breaks the document is a breach.
        public var strictRequests = false
        public var minimumCoverage: Double?

        public init(hosts: [String] = [], strictRequests: Bool = false, minimumCoverage: Double? = nil) {
            self.hosts = hosts
            self.strictRequests = strictRequests
            self.minimumCoverage = minimumCoverage
        }
    }

    private let checker: ExchangeChecker
    private let source: JSON?
    private let options: Options

    /// - Parameter source: The document's JSON, for the coverage of response fields.
    public init(document: OpenAPIDocument, source: JSON? = nil, options: Options = Options()) {
        checker = ExchangeChecker(document: document)
        self.source = source
        self.options = options
    }

    /// Checks every entry.
    ///
    /// - Throws: When the bytes are no HAR, or hold nothing to check: a report about nothing must not be green.
    public func report(of bytes: [UInt8], fileName: String) throws(HARError) -> Report {
        let entries = try HARReader(fileName: fileName).entries(of: bytes)
        let chosen = entries.filter { isChosen($0.exchange.url) }
        guard !chosen.isEmpty else { throw nothingToCheck(entries, fileName) }
        var report = Report(
            kind: .har, target: fileName, document: checker.document,
            coverage: Coverage(of: checker.document, source: source),
            startedAt: chosen.first?.exchange.startedAt)
        report.minimumCoverage = options.minimumCoverage
        for entry in chosen { add(entry, to: &report, fileName) }
        let others = entries.count - chosen.count
        if others > 0 { report.notes.append("\(PlainText.count(others, "entry", "entries")) for other hosts left out") }
        guard report.exchangeCount > 0 else { throw nothingChecked(report, fileName) }
        return report
    }

    private func add(_ entry: HAREntry, to report: inout Report, _ fileName: String) {
        if let reason = entry.skipReason { return report.addUnchecked(reason) }
        let checked = checker.check(entry.exchange)
        if checked.operation == nil, checked.undocumented == nil {
            for reason in checked.unchecked { report.addUnchecked(reason) }
            return
        }
        report.durationMilliseconds += entry.exchange.durationMilliseconds
        report.add(
            checked, of: entry.exchange, strictRequests: options.strictRequests,
            source: "\(fileName), \(entry.pointer)")
    }

    private func isChosen(_ url: String) -> Bool {
        guard !options.hosts.isEmpty else { return true }
        let url = RequestURL(url)
        return options.hosts.contains { $0.lowercased() == url.host || $0.lowercased() == url.authority.lowercased() }
    }

    private func nothingToCheck(_ entries: [HAREntry], _ fileName: String) -> HARError {
        guard !entries.isEmpty else {
            return HARError(fileName: fileName, place: "/log/entries", message: "no entries, so nothing to check")
        }
        let hosts = Set(entries.map { RequestURL($0.exchange.url).authority.lowercased() }).sorted()
        return HARError(
            fileName: fileName, place: "/log/entries",
            message: "no entry is for \(options.hosts.joined(separator: ", ")); "
                + "the file has \(hosts.prefix(10).map(PlainText.oneLine).joined(separator: ", "))")
    }

    private func nothingChecked(_ report: Report, _ fileName: String) -> HARError {
        let reasons = report.unchecked.keys.sorted().joined(separator: ", ")
        return HARError(fileName: fileName, place: "/log/entries", message: "no entry could be checked: \(reasons)")
    }
}
