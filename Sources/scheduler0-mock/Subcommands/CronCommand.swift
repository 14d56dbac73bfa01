import ArgumentParser
import CivilTime
import Cron
import MockServer

/// `cron next SPEC --timezone Z --from T --count N`: when a cron spec runs.
///
/// Documented: product 2 (the command), 6 (impossible spec).
struct CronCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cron", abstract: "Ask a cron spec when it runs.", subcommands: [Next.self])

    struct Next: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the next runs of a cron spec, one RFC 3339 instant a line, or never.",
            discussion: """
                With - as SPEC, questions are read from standard input, one a line: spec, timezone, from and count,
                separated by tabs. Each answer ends with an empty line; a question that is wrong is answered with a
                line that begins with "error: ".
                """)

        @Argument(help: "5 fields (minute first), 6 fields (second first), or a descriptor such as @daily.")
        var spec: String

        @Option(help: "The IANA name of the zone whose clocks count.")
        var timezone = "UTC"

        @Option(help: "The runs after this instant: RFC 3339, or a local time of the timezone. Now, if left out.")
        var from: String?

        @Option(help: "How many runs, 1 to 100000.")
        var count = 5

        @Flag(help: "Read specs as the real server does: 5 fields are second to month, 6 add the day of week.")
        var secondsFirst = false

        private var dialect: CronSpec.Dialect { secondsFirst ? .secondsFirst : .documented }

        func run() throws {
            if spec == "-" { return answerStandardInput() }
            do {
                let from = from ?? WallClock().now.rfc3339()
                let query = try CronQuery(spec: spec, zone: timezone, from: from, count: count, dialect: dialect)
                print(query.lines.joined(separator: "\n"))
            } catch {
                throw CommandFailure.cannotStart("\(error)")
            }
        }

        private func answerStandardInput() {
            while let line = readLine() {
                print(answer(line).joined(separator: "\n"), terminator: "\n\n")
            }
        }

        private func answer(_ line: String) -> [String] {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4 else {
                return ["error: the line has \(parts.count) parts; spec, timezone, from and count are needed"]
            }
            do throws(CronQueryError) {
                guard let count = Int(parts[3]) else { throw .count(parts[3]) }
                return try CronQuery(
                    spec: parts[0], zone: parts[1], from: parts[2], count: count, dialect: dialect
                ).lines
            } catch {
                return ["error: \(error)"]
            }
        }
    }
}
