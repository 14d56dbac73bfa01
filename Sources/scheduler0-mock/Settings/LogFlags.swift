import ArgumentParser
import Logging
import MockServer

/// The options of the log on standard error.
struct LogFlags: ParsableArguments {
    @Option(help: "The least level logged: trace, debug, info, notice, warning, error, critical. (default: info)")
    var logLevel: Logger.Level?

    @Option(help: "How a line of the log is written: text or json. (default: text)")
    var logFormat: LineLogHandler.Format?

    /// - Parameter quietest: The level when none is asked for.
    func logger(_ environment: Environment, default level: Logger.Level = .info) throws(CommandFailure) -> Logger {
        let level = try environment.value(logLevel, "log-level") ?? level
        let format = try environment.value(logFormat, "log-format") ?? .text
        return Logger(label: "scheduler0-mock") { _ in LineLogHandler(level: level, format: format) }
    }
}
