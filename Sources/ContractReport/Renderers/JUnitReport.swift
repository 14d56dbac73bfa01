/// The report as JUnit XML, in the form that CI servers read.
///
/// Each story is a suite, each check a case. Findings without a check are cases of their own in the suite `contract`,
/// and an operation that was seen without fault is a case that passed, so that traffic gives a readable list too.
public struct JUnitReport: Sendable {
    private struct Case {
        var suite: String
        var name: String
        var seconds: Double
        var failures: [Finding] = []
        var hasFailed = false
        var skipReason: String?
    }

    private let report: Report

    public init(_ report: Report) { self.report = report }

    public var text: String {
        let cases = cases
        let suites = Dictionary(grouping: cases, by: \.suite)
        var seen: Set<String> = []
        let order = cases.map(\.suite).filter { seen.insert($0).inserted }
        let words = ReportWords(report)
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"\(MarkupText.attribute(words.title))\" \(Self.counts(cases))"
        xml += " time=\"\(Self.seconds(report.durationMilliseconds))\">\n"
        for name in order { xml += suite(name, suites[name] ?? []) }
        return xml + "</testsuites>\n"
    }

    private var cases: [Case] {
        var byCheck = Dictionary(grouping: report.findings.filter { $0.checkName != nil }) { $0.checkName ?? "" }
        var cases = report.checks.map { check -> Case in
            var test = Case(suite: check.story, name: check.name, seconds: check.durationMilliseconds / 1_000)
            test.failures = byCheck.removeValue(forKey: check.fullName)?.filter { $0.severity == .breach } ?? []
            switch check.outcome {
            case .passed: break
            case .failed: test.hasFailed = true
            case .skipped(let reason): test.skipReason = reason
            }
            return test
        }
        let breaches = report.findings.filter { $0.checkName.map { byCheck[$0] != nil } ?? true }
            .filter { $0.severity == .breach }
        cases += breaches.map { finding in
            let from = finding.source.map { " (\($0))" } ?? ""
            return Case(
                suite: "contract", name: FindingText(finding).title + from,
                seconds: (finding.exchange?.durationMilliseconds ?? 0) / 1_000, failures: [finding], hasFailed: true)
        }
        if report.checks.isEmpty { cases += soundOperations }
        if let omitted = ReportWords(report).omitted, report.omitted[.breach, default: 0] > 0 {
            cases.append(Case(suite: "contract", name: omitted, seconds: 0, hasFailed: true))
        }
        if !report.isCoveredEnough {
            cases.append(
                Case(suite: "contract", name: ReportWords(report).coverage, seconds: 0, hasFailed: true))
        }
        return cases
    }

    private var soundOperations: [Case] {
        let broken = Set(report.findings.filter { $0.severity == .breach }.compactMap(\.operationID))
        return report.coverage.rows.filter { !$0.seen.isEmpty && !broken.contains($0.operationID) }.map {
            Case(suite: "contract", name: "\($0.operationID): \($0.method) \($0.path)", seconds: 0)
        }
    }

    private func suite(_ name: String, _ cases: [Case]) -> String {
        let seconds = cases.reduce(0) { $0 + $1.seconds }
        var xml = "  <testsuite name=\"\(MarkupText.attribute(name))\" \(Self.counts(cases)) errors=\"0\""
        xml += " time=\"\(Self.seconds(seconds * 1_000))\">\n"
        for test in cases { xml += self.test(test) }
        return xml + "  </testsuite>\n"
    }

    private func test(_ test: Case) -> String {
        var xml = "    <testcase classname=\"contract.\(MarkupText.attribute(test.suite))\""
        xml += " name=\"\(MarkupText.attribute(test.name))\" time=\"\(Self.seconds(test.seconds * 1_000))\""
        if let reason = test.skipReason {
            return xml + "><skipped message=\"\(MarkupText.attribute(reason))\"/></testcase>\n"
        }
        guard test.hasFailed else { return xml + "/>\n" }
        xml += ">\n"
        if test.failures.isEmpty { xml += "      <failure message=\"failed\"/>\n" }
        // The format has room for one failure a case.
        if let first = test.failures.first {
            let message = FindingText(first).faults.first ?? FindingText(first).title
            let body = test.failures.map(Self.body).joined(separator: "\n\n")
            xml += "      <failure message=\"\(MarkupText.attribute(message))\" type=\"contract\">"
            xml += "\(MarkupText.escaped(body))</failure>\n"
        }
        return xml + "    </testcase>\n"
    }

    private static func body(_ finding: Finding) -> String {
        let text = FindingText(finding)
        return ([text.title] + text.faults + [text.curl, text.response].compactMap { $0 }).joined(separator: "\n")
    }

    private static func counts(_ cases: [Case]) -> String {
        let failed = cases.count { $0.hasFailed && $0.skipReason == nil }
        let skipped = cases.count { $0.skipReason != nil }
        return "tests=\"\(cases.count)\" failures=\"\(failed)\" skipped=\"\(skipped)\""
    }

    private static func seconds(_ milliseconds: Double) -> String {
        let whole = Int(max(0, min(milliseconds, 1e12)).rounded())
        let rest = String(whole % 1_000)
        return "\(whole / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
