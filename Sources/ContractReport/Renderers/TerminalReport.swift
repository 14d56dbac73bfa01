import OpenAPIContract

/// The report for a terminal.
public struct TerminalReport: Sendable {
    private let report: Report
    private let usesColors: Bool

    /// - Parameter usesColors: Whether the terminal shows ANSI colours.
    public init(_ report: Report, usesColors: Bool = false) {
        self.report = report
        self.usesColors = usesColors
    }

    public var text: String {
        let words = ReportWords(report)
        var lines = [words.title, ""]
        lines += findings + skipped + table(words)
        lines += [words.coverage] + words.remarks
        lines += [
            words.summary, colored(words.verdict, report.isBreach ? .red : report.isInterrupted ? .yellow : .green),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The outcome in one line: `RED: 2 breaches (…)`.
    public var verdict: String {
        let words = ReportWords(report)
        return "\(words.verdict) (\(words.summary); \(words.coverage))"
    }

    private enum Color: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    private func colored(_ text: String, _ color: Color) -> String {
        usesColors ? "\u{1b}[\(color.rawValue)m\(text)\u{1b}[0m" : text
    }

    private var findings: [String] {
        var lines: [String] = []
        for (index, finding) in report.findings.enumerated() { lines += self.lines(finding, number: index + 1) + [""] }
        let failedWithoutFinding = report.checks.filter { check in
            check.outcome == .failed && !report.findings.contains { $0.checkName == check.fullName }
        }
        lines += failedWithoutFinding.map { colored("FAILED ", .red) + PlainText.oneLine($0.fullName) }
        if let omitted = ReportWords(report).omitted { lines += [omitted, ""] }
        return lines
    }

    private func lines(_ finding: Finding, number: Int) -> [String] {
        let text = FindingText(finding)
        let mark =
            switch finding.severity {
            case .breach: colored("BREACH", .red)
            case .warning: colored("WARNING", .yellow)
            }
        var lines = ["\(number). \(mark) \(text.title)"]
        if let check = finding.checkName { lines.append("   check: \(PlainText.oneLine(check))") }
        if let source = finding.source { lines.append("   from: \(PlainText.oneLine(source))") }
        lines += text.faults.map { "   \($0)" }
        if let curl = text.curl { lines.append("   " + curl) }
        if let response = text.response { lines.append(PlainText.indented(response, by: "   | ")) }
        return lines
    }

    private var skipped: [String] {
        let reasons = report.checks.compactMap { check -> (String, String)? in
            if case .skipped(let reason) = check.outcome { (reason, check.fullName) } else { nil }
        }
        guard !reasons.isEmpty else { return [] }
        let groups = Dictionary(grouping: reasons, by: \.0).sorted { $0.key < $1.key }
        return ["Skipped:"]
            + groups.map { "  \(PlainText.oneLine($0.key)): \(Self.list($0.value.map { PlainText.oneLine($0.1) }))" }
            + [""]
    }

    /// The first of very many; the other formats have them all.
    private static func list(_ items: [String]) -> String {
        items.prefix(20).joined(separator: "; ") + (items.count > 20 ? "; and \(items.count - 20) more" : "")
    }

    private func table(_ words: ReportWords) -> [String] {
        let rows = report.coverage.rows.map { row in
            [row.method, row.path, row.operationID, words.cells(row).map(\.text).joined(separator: "  ")]
        }
        var lines = ["Statuses seen (– not seen, ! not documented):"]
        lines += PlainText.table(rows).map { "  " + $0 }
        for (reason, pairs) in words.unseenReasons {
            lines.append("  not seen, \(reason): " + Self.list(pairs.map { "\($0.operationID) \($0.status)" }))
        }
        return lines + [""]
    }
}
