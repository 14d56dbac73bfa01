import ArgumentParser
import MockServer

/// The command `scheduler0-mock`. Its subcommands, each in a file of its own, are listed here and nowhere else.
struct Scheduler0Mock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheduler0-mock",
        abstract: "A stateful mock server of the Scheduler0 REST API.",
        discussion: """
            Every option can also be given as an environment variable: SCHEDULER0_MOCK_PORT for --port, and so on.
            Exit codes: 0 fine, 1 a check failed, 2 wrong use or cannot start.
            """,
        version: mockServerVersion,
        subcommands: [
            Serve.self, Exec.self, Wait.self, Healthcheck.self, Contract.self, Proxy.self, Prompt.self,
            CronCommand.self,
            OpenAPI.self, Routes.self,
        ],
        defaultSubcommand: Serve.self)
}
