/// How a report can be written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case text, junit, json, html, github

    /// The report as one text; of `github` the annotations, see ``GitHubReport`` for the summary.
    public func render(_ report: Report) -> String {
        switch self {
        case .text: TerminalReport(report).text
        case .junit: JUnitReport(report).text
        case .json: JSONReport(report).text
        case .html: HTMLReport(report).text
        case .github: GitHubReport(report).annotations
        }
    }

    public var contentType: String {
        switch self {
        case .text, .github: "text/plain; charset=utf-8"
        case .junit: "application/xml; charset=utf-8"
        case .json: "application/json"
        case .html: "text/html; charset=utf-8"
        }
    }
}
