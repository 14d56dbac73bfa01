import OpenAPIContract

extension HTMLReport {
    /// What was found, the evidence folded but for the first.
    var findings: String {
        guard !report.findings.isEmpty else { return "" }
        let items = report.findings.enumerated().map { Self.item($1, number: $0 + 1) }
        let omitted = words.omitted.map { "<p class=\"note\">\(MarkupText.escaped($0))</p>" } ?? ""
        return Self.section(
            "Findings", filter: "findings",
            "<div id=\"findings\">\n\(items.joined(separator: "\n"))\n</div>\n\(omitted)")
    }

    private static func item(_ finding: Finding, number: Int) -> String {
        let evidence = FindingText(finding)
        var html = "<details class=\"row card \(finding.severity.rawValue)\"\(number == 1 ? " open" : "")>\n"
        html += "<summary><b class=\"tag\">\(finding.severity.rawValue)</b> \(MarkupText.escaped(evidence.title))"
        if let check = finding.checkName { html += "<small>\(text(check))</small>" }
        html += "</summary>\n"
        if let source = finding.source { html += "<p>From \(text(source))</p>\n" }
        html += faults(finding)
        if let curl = evidence.curl { html += "<h3>Request</h3>\n\(block(curl, "curl"))\n" }
        if let response = evidence.response { html += "<h3>Response</h3>\n\(folded(response))\n" }
        return html + "</details>"
    }

    private static func faults(_ finding: Finding) -> String {
        var rows = finding.violations.map { violation in
            "<tr><td>\(MarkupText.escaped(FindingText.place(violation)))</td><td>\(text(violation.expected))"
                + "<small>\(text("\(violation.keyword), \(violation.schemaPointer)"))</small></td>"
                + "<td>\(MarkupText.escaped(FindingText.found(violation)))</td></tr>"
        }
        if let expectation = finding.expectation {
            rows.append(
                "<tr><td></td><td>\(text(expectation.expected))</td>"
                    + "<td>\(text(SecretMask.shown(text: expectation.found)))</td></tr>")
        }
        return "<div class=\"wide\"><table class=\"faults\">\n<thead><tr><th scope=\"col\">Where</th>"
            + "<th scope=\"col\">Expected</th><th scope=\"col\">Found</th></tr></thead>\n<tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody>\n</table></div>\n"
    }

    private static func block(_ text: String, _ kind: String) -> String {
        "<pre class=\"\(kind)\"><code>\(MarkupText.escaped(text))</code></pre>"
    }

    /// A long text below its first line.
    private static func folded(_ text: String) -> String {
        guard text.utf8.count > 800, let line = text.split(separator: "\n").first else { return block(text, "answer") }
        return "<details><summary>\(MarkupText.escaped(String(line))) … (\(text.utf8.count) bytes shown)</summary>\n"
            + "\(block(text, "answer"))\n</details>"
    }
}
