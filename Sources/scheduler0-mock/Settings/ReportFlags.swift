import ArgumentParser
import ContractReport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The option that says where reports go; `contract` and `proxy` share it.
struct ReportFlags: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write the report: junit=FILE, json=FILE, html=FILE, text=FILE (- for standard output) or github. Repeatable.",
            valueName: "format=file"))
    var texts: [String] = []

    /// Where reports go. In the environment several are separated by commas.
    func destinations(_ environment: Environment) throws(CommandFailure) -> [ReportDestination] {
        let variable: String? = try environment.value(nil, "report")
        let texts = texts.isEmpty ? (variable ?? "").split(separator: ",").map(String.init) : texts
        var destinations: [ReportDestination] = []
        for text in texts {
            do {
                destinations.append(try ReportDestination(parsing: text))
            } catch {
                throw .cannotStart("--report: \(error)")
            }
        }
        for path in destinations.compactMap(\.path) { try Self.checkFolder(of: path) }
        return destinations
    }

    /// Found out before the run rather than after it.
    private static func checkFolder(of path: String) throws(CommandFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        // Only a folder has a `.` in it.
        guard FileManager.default.fileExists(atPath: "\(folder)/.") else {
            throw .cannotStart("--report: \(path) cannot be written: there is no folder \(folder)")
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        guard FileManager.default.isWritableFile(atPath: isThere ? path : folder) else {
            throw .cannotStart("--report: \(path) cannot be written: permission denied")
        }
        guard !FileManager.default.fileExists(atPath: "\(path)/.") else {
            throw .cannotStart("--report: \(path) is a folder")
        }
    }

    /// Writes `report` everywhere it was asked for.
    static func write(
        _ report: Report, to destinations: [ReportDestination], _ environment: Environment
    ) throws(CommandFailure) {
        for destination in destinations {
            let text = destination.format.render(report)
            if let path = destination.path {
                do {
                    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
                } catch {
                    throw .cannotStart("the report \(path) cannot be written")
                }
            } else {
                Standard.output.write(text)
            }
            guard destination.format == .github, let path = environment.variables["GITHUB_STEP_SUMMARY"], !path.isEmpty
            else { continue }
            try append(GitHubReport(report).stepSummary, to: path)
        }
    }

    /// Other steps of the same job write to the file too.
    private static func append(_ text: String, to path: String) throws(CommandFailure) {
        let url = URL(fileURLWithPath: path)
        do {
            let before = FileManager.default.fileExists(atPath: path) ? try Data(contentsOf: url) : Data()
            try (before + Data(text.utf8)).write(to: url)
        } catch {
            throw .cannotStart("the step summary \(path) cannot be written")
        }
    }
}
