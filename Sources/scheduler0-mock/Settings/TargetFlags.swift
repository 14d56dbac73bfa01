import ArgumentParser
import MockServer

/// The option that names a running server.
struct TargetFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The server's base URL. (default: http://127.0.0.1:7070)", valueName: "url"))
    var url: String?

    func probe(_ environment: Environment) throws(CommandFailure) -> HealthProbe {
        let url = try environment.value(url, "url") ?? "http://127.0.0.1:7070"
        guard let probe = HealthProbe(baseURL: url) else {
            throw .cannotStart("--url: '\(url)' is not an http or https URL")
        }
        return probe
    }
}
