import CivilTime

/// The report as one HTML file that needs nothing else: no network, no other files.
///
/// All text from outside stands in the markup, escaped. Without its script the page shows everything; the script filters
/// rows and unfolds what is printed.
public struct HTMLReport: Sendable {
    let report: Report
    let words: ReportWords

    public init(_ report: Report) {
        self.report = report
        words = ReportWords(report)
    }

    public var text: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
        script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <title>\(MarkupText.escaped("\(verdict.word): \(words.title)"))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body class="\(verdict.kind)">
        \(header)
        <main>
        \(findings)
        \(stories)
        \(coverage)
        </main>
        <script>
        \(Self.script)
        </script>
        </body>
        </html>

        """
    }

    // MARK: - What is seen at a glance

    private var verdict: (word: Substring, reason: Substring, kind: String) {
        let parts = words.verdict.split(separator: ": ", maxSplits: 1)
        let kind = report.isBreach ? "red" : report.isInterrupted ? "amber" : "green"
        return (parts[0], parts.count > 1 ? parts[1] : "", kind)
    }

    private var header: String {
        let remarks = words.remarks.map { "<li>\(MarkupText.escaped($0))</li>" }
        let started = report.startedAt.map { "<time>\(MarkupText.escaped($0.rfc3339()))</time>" } ?? ""
        return """
            <header>
            <h1><span>\(verdict.word)</span> \(MarkupText.escaped(String(verdict.reason)))</h1>
            <p>\(MarkupText.escaped(words.title)) \(started)</p>
            <ul class="figures">
            \(figures.joined(separator: "\n"))
            </ul>
            \(remarks.isEmpty ? "" : "<ul class=\"remarks\">\n\(remarks.joined(separator: "\n"))\n</ul>")
            </header>
            """
    }

    private var figures: [String] {
        let counts = report.counts
        let coverage = report.coverage
        var figures: [String] = []
        if !report.checks.isEmpty {
            figures.append(
                Self.figure(
                    "\(counts.passed)", "of \(report.checks.count) checks passed",
                    "\(counts.failed) failed, \(counts.skipped) skipped", isBad: counts.failed > 0))
        }
        figures.append(
            Self.figure(
                "\(counts.breaches)", counts.breaches == 1 ? "breach" : "breaches",
                PlainText.count(counts.warnings, "warning", "warnings"), isBad: counts.breaches > 0))
        figures.append(
            Self.figure(
                words.percent(coverage.percentage),
                "of the answers seen: \(coverage.seenPairCount) of \(coverage.documentedPairCount)",
                "\(coverage.seenOperationCount) of \(coverage.rows.count) operations, "
                    + "\(coverage.seenFieldCount) of \(coverage.documentedFieldCount) fields",
                isBad: !report.isCoveredEnough, meter: coverage.percentage))
        let time =
            report.durationMilliseconds > 0 ? "in \(PlainText.decimal(report.durationMilliseconds / 1_000)) s" : ""
        figures.append(Self.figure("\(counts.exchanges)", counts.exchanges == 1 ? "exchange" : "exchanges", time))
        return figures
    }

    private static func figure(
        _ number: String, _ what: String, _ more: String, isBad: Bool = false, meter: Double? = nil
    ) -> String {
        let bar = meter.map { "<meter min=\"0\" max=\"100\" value=\"\(PlainText.decimal($0))\"></meter>" } ?? ""
        return "<li\(isBad ? " class=\"bad\"" : "")><b>\(number)</b> \(what)\(bar)<small>\(more)</small></li>"
    }

    // MARK: - Pieces of every section

    static func section(_ title: String, filter id: String, _ content: String) -> String {
        """
        <section>
        <h2>\(title)</h2>
        <p class="filter"><label>Filter <input type="search" data-for="\(id)" autocomplete="off"></label> \
        <output data-count="\(id)"></output></p>
        \(content)
        </section>
        """
    }

    static func text(_ text: String) -> String { MarkupText.escaped(PlainText.oneLine(text)) }
}
