import CivilTime
import OpenAPIContract

/// The report as one HTML file that needs nothing else: no network, no other files.
///
/// All text from outside stands in the markup, escaped; the script only shows and hides rows.
public struct HTMLReport: Sendable {
    private let report: Report

    public init(_ report: Report) { self.report = report }

    public var text: String {
        let words = ReportWords(report)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>\(MarkupText.escaped("\(report.isBreach ? "RED" : "GREEN"): \(words.title)"))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header class="\(report.isBreach ? "red" : "green")">
            <h1>\(MarkupText.escaped(words.verdict))</h1>
            <p>\(MarkupText.escaped(words.title))\(started)</p>
            <p>\(MarkupText.escaped(words.summary))</p>
            <p>\(MarkupText.escaped(words.coverage))</p>
            \(words.remarks.map { "<p class=\"note\">\(MarkupText.escaped($0))</p>" }.joined(separator: "\n"))
            </header>
            <main>
            \(findings)
            \(checks)
            \(coverage)
            </main>
            <script>
            \(Self.script)
            </script>
            </body>
            </html>

            """
    }

    private var started: String {
        report.startedAt.map { ", <time>\(MarkupText.escaped($0.rfc3339()))</time>" } ?? ""
    }

    // MARK: - Findings

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        let items = report.findings.enumerated().map { Self.item($1, number: $0 + 1) }
        let omitted = ReportWords(report).omitted.map { "<p class=\"note\">\(MarkupText.escaped($0))</p>" } ?? ""
        return "<section>\n<h2>Findings</h2>\n\(Self.filter("findings"))\n<div id=\"findings\">\n"
            + items.joined(separator: "\n") + "\n</div>\n\(omitted)\n</section>"
    }

    private static func item(_ finding: Finding, number: Int) -> String {
        let text = FindingText(finding)
        let faults = text.faults.map { "<li>\(MarkupText.escaped($0))</li>" }.joined(separator: "\n")
        var html = "<details class=\"row \(finding.severity.rawValue)\"\(number <= 3 ? " open" : "")>\n"
        html += "<summary><b>\(finding.severity.rawValue)</b> \(MarkupText.escaped(text.title))</summary>\n"
        for (label, value) in [("Check", finding.checkName), ("From", finding.source)] {
            guard let value else { continue }
            html += "<p>\(label): \(MarkupText.escaped(PlainText.oneLine(value)))</p>\n"
        }
        html += "<ul>\n\(faults)\n</ul>\n"
        if let curl = text.curl { html += "<pre><code>\(MarkupText.escaped(curl))</code></pre>\n" }
        if let response = text.response { html += "<pre><code>\(MarkupText.escaped(response))</code></pre>\n" }
        return html + "</details>"
    }

    // MARK: - Tables

    private var checks: String {
        guard !report.checks.isEmpty else { return "" }
        let rows = report.checks.map { check -> String in
            let outcome: (word: String, more: String) =
                switch check.outcome {
                case .passed: ("passed", "")
                case .failed: ("failed", "")
                case .skipped(let reason): ("skipped", reason)
                }
            let cells = [check.story, check.name, check.operationID ?? "", outcome.more].map {
                "<td>\(MarkupText.escaped(PlainText.oneLine($0)))</td>"
            }
            return "<tr class=\"row \(outcome.word)\"><td><b>\(outcome.word)</b></td>\(cells.joined())</tr>"
        }
        return section("Checks", "checks", ["Outcome", "Story", "Check", "Operation", "Reason"], rows)
    }

    private var coverage: String {
        let words = ReportWords(report)
        let rows = report.coverage.rows.map { row -> String in
            let cells = words.cells(row).map { cell in
                let kind = !cell.isDocumented ? "undocumented" : cell.isSeen ? "seen" : "unseen"
                return "<span class=\"\(kind)\">\(MarkupText.escaped(cell.text))</span>"
            }
            let fields = row.fields.values.reduce(0) { $0 + $1.count }
            let seenFields = row.seenFields.values.reduce(0) { $0 + $1.count }
            let texts = [row.operationID, row.method, row.path].map { "<td>\(MarkupText.escaped($0))</td>" }
            return "<tr class=\"row\">\(texts.joined())<td>\(cells.joined(separator: " "))</td>"
                + "<td>\(seenFields)/\(fields)</td></tr>"
        }
        let reasons = words.unseenReasons.map { group in
            let pairs = group.pairs.map { "\($0.operationID) \($0.status)" }.joined(separator: ", ")
            return "<dt>\(MarkupText.escaped(group.reason))</dt><dd>\(MarkupText.escaped(pairs))</dd>"
        }
        let list = reasons.isEmpty ? "" : "<h3>Why not seen</h3>\n<dl>\n\(reasons.joined(separator: "\n"))\n</dl>"
        return section("Coverage", "coverage", ["Operation", "Method", "Path", "Statuses", "Fields"], rows) + list
    }

    private func section(_ title: String, _ id: String, _ columns: [String], _ rows: [String]) -> String {
        let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return "<section>\n<h2>\(title)</h2>\n\(Self.filter(id))\n<div class=\"wide\"><table id=\"\(id)\">\n"
            + "<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table></div>\n"
            + "</section>\n"
    }

    private static func filter(_ id: String) -> String {
        "<p><label>Filter <input type=\"search\" data-for=\"\(id)\" autocomplete=\"off\"></label>"
            + " <output data-count=\"\(id)\"></output></p>"
    }
}
