extension HTMLReport {
    /// The checks, folded by story; those with a failure are open.
    var stories: String {
        guard !report.checks.isEmpty else { return "" }
        var order: [String] = []
        var checks: [String: [Check]] = [:]
        for check in report.checks {
            if checks[check.story] == nil { order.append(check.story) }
            checks[check.story, default: []].append(check)
        }
        let items = order.map { Self.story($0, checks[$0] ?? []) }
        return Self.section(
            "Stories", filter: "stories", "<div id=\"stories\">\n\(items.joined(separator: "\n"))\n</div>")
    }

    private static func story(_ name: String, _ checks: [Check]) -> String {
        let failed = checks.count { $0.outcome == .failed }
        let passed = checks.count { $0.outcome == .passed }
        let skipped = checks.count - failed - passed
        let kind = failed > 0 ? "failed" : passed > 0 ? "passed" : "skipped"
        let tags = [("failed", failed), ("passed", passed), ("skipped", skipped)].filter { $0.1 > 0 }
            .map { "<b class=\"tag \($0.0)\">\($0.1) \($0.0)</b>" }
        let seconds = PlainText.decimal(checks.reduce(0) { $0 + $1.durationMilliseconds } / 1_000)
        return """
            <details class="card \(kind)"\(failed > 0 ? " open" : "")>
            <summary>\(text(name)) \(tags.joined(separator: " ")) <small>\(seconds) s</small></summary>
            <ul class="checks">
            \(checks.map(check).joined(separator: "\n"))
            </ul>
            </details>
            """
    }

    private static func check(_ check: Check) -> String {
        let (kind, reason) =
            switch check.outcome {
            case .passed: ("passed", "")
            case .failed: ("failed", "")
            case .skipped(let reason): ("skipped", " <small>\(text(reason))</small>")
            }
        let operation = check.operationID.map { " <code>\(text($0))</code>" } ?? ""
        return "<li class=\"row \(kind)\">\(text(check.name))\(reason)\(operation)</li>"
    }
}
