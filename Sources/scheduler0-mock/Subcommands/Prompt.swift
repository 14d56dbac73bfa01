import ArgumentParser
import CivilTime
import MockCore
import MockServer
import WireJSON

/// `prompt TEXT`: the schedule generator alone, as JSON.
struct Prompt: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a schedule from a sentence and print it as JSON.",
        discussion: """
            Prints the list of job configurations that POST /prompt would answer. A sentence that gives no schedule is
            answered with the reason and exit code 1. With - as TEXT, sentences are read from standard input, one a
            line, and each is answered with one line of JSON.
            """)

    @Argument(help: "The sentence.")
    var text: String

    @Option(help: "The IANA name of the zone the sentence is read in.")
    var timezone = "UTC"

    @Option(help: ArgumentHelp("The instant taken for now. (default: the wall clock)", valueName: "rfc3339"))
    var now: String?

    @Flag(help: "Say in metadata which words were read as what.")
    var explain = false

    func run() throws {
        guard let zone = Zone(identifier: timezone) else {
            throw CommandFailure.cannotStart("--timezone \(timezone) is not an IANA time zone such as Europe/Berlin")
        }
        let now = try instant()
        guard text == "-" else {
            let preview = PromptPreview(text: text, zone: zone, now: now, explain: explain)
            Standard.output.write(preview.json.prettyPrinted() + "\n")
            if preview.isRefused { throw CommandFailure.exit(1) }
            return
        }
        while let line = readLine() {
            Standard.output.write(PromptPreview(text: line, zone: zone, now: now, explain: explain).json.text + "\n")
        }
    }

    private func instant() throws -> Instant {
        guard let now else { return WallClock().now }
        guard let instant = Instant(rfc3339: now) else {
            throw CommandFailure.cannotStart("--now \(now) is not an RFC 3339 date such as 2026-01-31T09:00:00Z")
        }
        return instant
    }
}
