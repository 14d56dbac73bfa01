/// Where a report goes, as `--report` says it: `junit=results.xml`, `json=-` for standard output, `github`.
public struct ReportDestination: Sendable, Hashable {
    /// Why a text names no destination, in words for the person who wrote it.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    public let format: ReportFormat
    /// Nil for `github`, which goes to standard output and `$GITHUB_STEP_SUMMARY`, and for `-`, standard output.
    public let path: String?

    public init(parsing text: String) throws(Fault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let forms = "junit=FILE, json=FILE, html=FILE, text=FILE or github"
        guard let format = ReportFormat(rawValue: parts[0]) else {
            throw Fault(description: "'\(text)' is no report: write \(forms)")
        }
        self.format = format
        if format == .github {
            guard parts.count == 1 else {
                throw Fault(description: "'\(text)': github takes no file; it uses $GITHUB_STEP_SUMMARY")
            }
            path = nil
        } else {
            guard parts.count == 2, !parts[1].isEmpty else {
                throw Fault(description: "'\(text)' names no file: write \(format.rawValue)=FILE, or - for FILE")
            }
            path = parts[1] == "-" ? nil : parts[1]
        }
    }
}
