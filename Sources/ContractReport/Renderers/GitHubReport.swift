/// The report for GitHub Actions: annotations for standard output, and Markdown for the step's summary.
public struct GitHubReport: Sendable {
    /// GitHub shows ten annotations of a kind for a step; what is beyond is in the summary.
    static let annotationLimit = 10
    /// Findings told at length in the summary, which may hold 1 MiB.
    static let findingLimit = 50
    /// In bytes; what is longer is cut, since GitHub refuses a summary that is too long as a whole.
    static let summaryLimitBytes = 1_000_000

    private let report: Report

    public init(_ report: Report) { self.report = report }

    // MARK: - Annotations

    /// Workflow commands, one a line: `::error title=…::…`.
    public var annotations: String {
        let breaches = report.findings.filter { $0.severity == .breach }
        let warnings = report.findings.filter { $0.severity == .warning }
        var lines = Self.annotations("error", breaches) + Self.annotations("warning", warnings)
        let words = ReportWords(report)
        let level = report.isBreach ? "error" : report.isInterrupted ? "warning" : "notice"
        lines.append(Self.command(level, title: words.verdict, words.summary + "; " + words.coverage))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func annotations(_ level: String, _ findings: [Finding]) -> [String] {
        // One of the ten is kept for the verdict.
        findings.prefix(annotationLimit - 1).map { finding in
            let text = FindingText(finding)
            let lines = text.faults + [text.curl].compactMap { $0 }
            return command(level, title: finding.checkName ?? text.title, lines.joined(separator: "\n"))
        }
    }

    private static func command(_ level: String, title: String, _ message: String) -> String {
        let title = escaped(title).replacing(":", with: "%3A").replacing(",", with: "%2C")
        return "::\(level) title=\(title)::\(escaped(message))"
    }

    private static func escaped(_ text: String) -> String {
        PlainText.block(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    // MARK: - Summary

    /// Markdown for `$GITHUB_STEP_SUMMARY`.
    public var stepSummary: String {
        let words = ReportWords(report)
        var lines = [
            "## \(report.isBreach ? "❌" : report.isInterrupted ? "⚠️" : "✅") \(Self.inline(words.verdict))", "",
        ]
        lines += [Self.inline(words.title), "", Self.inline(words.summary), "", Self.inline(words.coverage), ""]
        lines += words.remarks.map { "- \(Self.inline($0))" } + [""]
        for finding in report.findings.prefix(Self.findingLimit) { lines += Self.section(finding) }
        let more = report.findings.count - Self.findingLimit
        if more > 0 { lines += ["\(PlainText.count(more, "more finding", "more findings")).", ""] }
        lines += skipped + table
        let text = lines.joined(separator: "\n") + "\n"
        guard text.utf8.count > Self.summaryLimitBytes else { return text }
        return String(decoding: text.utf8.prefix(Self.summaryLimitBytes), as: UTF8.self) + "\n\n… cut here.\n"
    }

    private static func section(_ finding: Finding) -> [String] {
        let text = FindingText(finding)
        let mark = finding.severity == .breach ? "❌" : "⚠️"
        let title = PlainText.oneLine(finding.checkName ?? text.title)
        var lines = ["<details><summary>\(mark) \(MarkupText.escaped(title))</summary>", ""]
        if finding.checkName != nil { lines += [inline(text.title), ""] }
        if let source = finding.source { lines += ["From \(inline(PlainText.oneLine(source)))", ""] }
        lines += text.faults.map { "- \(inline($0))" } + [""]
        if let curl = text.curl { lines += [fenced(curl, "sh"), ""] }
        if let response = text.response { lines += [fenced(response, "http"), ""] }
        return lines + ["</details>", ""]
    }

    private var skipped: [String] {
        let lines = report.checks.compactMap { check -> String? in
            guard case .skipped(let reason) = check.outcome else { return nil }
            return "- \(Self.inline(PlainText.oneLine(check.fullName))): \(Self.inline(PlainText.oneLine(reason)))"
        }
        guard !lines.isEmpty else { return [] }
        return ["<details><summary>Skipped checks (\(lines.count))</summary>", ""] + lines + ["", "</details>", ""]
    }

    private var table: [String] {
        let words = ReportWords(report)
        let rows = report.coverage.rows.map { row in
            let cells = words.cells(row).map { cell in
                !cell.isDocumented ? "**\(cell.text)**" : cell.isSeen ? cell.text : "_\(cell.text)_"
            }
            let call = "\(row.method) \(row.path)"
            return "| \(Self.inline(row.operationID)) | \(Self.inline(call)) | \(cells.joined(separator: ", ")) |"
        }
        return ["<details><summary>Statuses seen</summary>", "", "| Operation | Call | Statuses |", "|---|---|---|"]
            + rows + ["", "</details>"]
    }

    /// Text that Markdown takes for nothing but text, in a table too.
    static func inline(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "@": "\\\(scalar)"
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\n", "\r": " "
            default: String(scalar)
            }
        }.joined()
    }

    /// A code block whose fence is longer than any in the text.
    static func fenced(_ text: String, _ language: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text)\n\(fence)"
    }
}
