import ArgumentParser
import MockServer

/// `wait`: returns when a server answers.
struct Wait: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Wait until the server is healthy; exit 1 when it is not in time.")

    @OptionGroup var target: TargetFlags

    @Option(help: ArgumentHelp("How long to wait. (default: 30)", valueName: "seconds"))
    var timeout: Seconds?

    func run() throws {
        let environment = Environment.ofProcess
        let probe = try target.probe(environment)
        let limit = try environment.value(timeout, "timeout")?.duration ?? .seconds(30)
        if let problem = try waitFor({ await probe.problem(after: limit) }) {
            throw CommandFailure.checkFailed("\(probe.baseURL) is not healthy after \(limit): \(problem)")
        }
    }
}
