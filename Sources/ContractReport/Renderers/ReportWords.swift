/// The sentences that every format uses.
struct ReportWords {
    let report: Report

    init(_ report: Report) { self.report = report }

    /// `http://127.0.0.1:7070 against Scheduler0 API 1.0`
    var title: String {
        let target = PlainText.oneLine(SecretMask.shown(url: report.target))
        return
            "\(target) against \(PlainText.oneLine(report.documentTitle)) \(PlainText.oneLine(report.documentVersion))"
    }

    /// `GREEN`, or `RED` with the reason; what was broken off is `RED` or `INTERRUPTED`.
    var verdict: String {
        guard report.isBreach else {
            return report.isInterrupted ? "INTERRUPTED: no breach so far" : "GREEN: the contract is kept"
        }
        let counts = report.counts
        var reasons: [String] = []
        if counts.failed > 0 { reasons.append(PlainText.count(counts.failed, "check failed", "checks failed")) }
        if counts.breaches > 0 { reasons.append(PlainText.count(counts.breaches, "breach", "breaches")) }
        if !report.isCoveredEnough, let least = report.minimumCoverage {
            reasons.append("coverage \(percent(report.coverage.percentage)) is below \(percent(least))")
        }
        return "RED: " + reasons.joined(separator: ", ")
    }

    /// `12 checks passed, 1 failed, 2 skipped; 340 exchanges; 1 breach, 0 warnings; 1.2 s`
    var summary: String {
        let counts = report.counts
        var parts: [String] = []
        if !report.checks.isEmpty {
            parts.append(
                "\(PlainText.count(counts.passed, "check", "checks")) passed, \(counts.failed) failed, "
                    + "\(counts.skipped) skipped")
        }
        parts.append(PlainText.count(counts.exchanges, "exchange", "exchanges"))
        parts.append(
            "\(PlainText.count(counts.breaches, "breach", "breaches")), "
                + PlainText.count(counts.warnings, "warning", "warnings"))
        if report.durationMilliseconds > 0 {
            parts.append("\(PlainText.decimal(report.durationMilliseconds / 1_000)) s")
        }
        return parts.joined(separator: "; ")
    }

    var coverage: String {
        let coverage = report.coverage
        var text =
            "coverage \(percent(coverage.percentage)): \(coverage.seenPairCount) of \(coverage.documentedPairCount) "
            + "documented statuses, \(coverage.seenOperationCount) of \(coverage.rows.count) operations"
        if coverage.documentedFieldCount > 0 {
            text += ", \(coverage.seenFieldCount) of \(coverage.documentedFieldCount) response fields"
        }
        return text
    }

    /// What was left out of the findings, one line, nil when nothing was.
    var omitted: String? {
        let number = report.omitted.values.reduce(0, +)
        guard number > 0 else { return nil }
        return "\(PlainText.count(number, "more finding was", "more findings were")) counted and not kept"
            + " (the first \(report.findingLimit) are)"
    }

    /// Parts that were not checked, and what else there is to say, one line each.
    var remarks: [String] {
        report.unchecked.sorted { $0.key < $1.key }.map { "not checked: \(PlainText.oneLine($0.key)) (\($0.value) ×)" }
            + report.notes.map(PlainText.oneLine)
    }

    func percent(_ number: Double) -> String { PlainText.decimal(number) + " %" }

    /// The statuses of a row: `200 ×12`, `404 –` when it was not seen, `418 ! ×1` when it is not documented.
    func cells(_ row: Coverage.Row) -> [(text: String, isSeen: Bool, isDocumented: Bool)] {
        let documented = row.documented.map { range in
            let number = row.count(of: range)
            return (text: number > 0 ? "\(range) ×\(number)" : "\(range) –", isSeen: number > 0, isDocumented: true)
        }
        let others = row.seen.filter { row.range(of: $0.key) == nil }.sorted { $0.key < $1.key }.map {
            (text: "\($0.key) ! ×\($0.value)", isSeen: true, isDocumented: false)
        }
        return documented + others
    }

    /// Unseen answers with their reason, those that share one together.
    var unseenReasons: [(reason: String, pairs: [Coverage.Pair])] {
        let unseen = report.coverage.unseenPairs
        let groups = Dictionary(grouping: unseen) { report.coverage.reasons[$0] ?? "" }
        return groups.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map {
            (PlainText.oneLine($0.key), $0.value)
        }
    }
}
