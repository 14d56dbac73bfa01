import ArgumentParser
import MockServer

/// `healthcheck`: one look at a server, for a container's health.
struct Healthcheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exit 0 when the server is healthy, 1 when it is not.")

    @OptionGroup var target: TargetFlags

    func run() throws {
        let probe = try target.probe(.ofProcess)
        if let problem = try waitFor({ await probe.problem() }) {
            throw CommandFailure.checkFailed("\(probe.baseURL) is not healthy: \(problem)")
        }
    }
}
