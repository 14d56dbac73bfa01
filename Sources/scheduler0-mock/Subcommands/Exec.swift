import ArgumentParser
import Logging
import MockCore
import MockServer

/// `exec`: runs a command beside a server of its own.
struct Exec: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a command beside a fresh server on a free port.",
        usage: "scheduler0-mock exec [options] -- command [arguments]",
        discussion: """
            The command finds the server in SCHEDULER0_BASE_URL, SCHEDULER0_API_KEY, SCHEDULER0_API_SECRET,
            SCHEDULER0_ACCOUNT_ID, SCHEDULER0_USERNAME and SCHEDULER0_PASSWORD.
            Its exit code is the command's; 128+n when signal n ended it. With --strict-contract it is 1 when the
            command succeeded and an answer broke the OpenAPI document.
            """)

    @OptionGroup(title: "Worlds")
    var world: WorldFlags

    @OptionGroup(title: "Log")
    var log: LogFlags

    @Argument(parsing: .postTerminator, help: ArgumentHelp("What to run, after --.", valueName: "command"))
    var command: [String] = []

    func run() throws {
        guard !command.isEmpty else {
            throw CommandFailure.cannotStart("exec has nothing to run: write scheduler0-mock exec -- command")
        }
        ChildProcess.prepareSignals()
        DescriptorLimit.raise()
        let environment = Environment.ofProcess
        var options = ServerOptions(
            world: try world.options(environment), logger: try log.logger(environment, default: .warning))
        options.port = 0
        let exitCode = try Self.run(command, options, environment)
        if exitCode != 0 { throw CommandFailure.exit(exitCode) }
    }

    private static func run(
        _ command: [String], _ options: ServerOptions, _ environment: Environment
    ) throws -> Int32 {
        let server = try waitFor { try await MockServer.startForCommand(options, stopsOnSignals: false) }
        let result = Result { () throws(CommandFailure) -> Int32 in
            try ChildProcess(
                command: command,
                environment: environment.variables.merging(exports(server, options.world)) { $1 }
            ).wait()
        }
        try waitFor { try await server.stop() }
        let exitCode = try result.get()
        let requests = server.statistics.requestsServed
        let violations = server.statistics.contractViolations
        Standard.error.write(
            "scheduler0-mock exec: \(requests) requests served, \(violations) contract violations\n")
        return exitCode == 0 && options.world.strictContract && violations > 0 ? 1 : exitCode
    }

    /// What the command is told of the server. A seed without a credential leaves the key and the secret out.
    private static func exports(_ server: RunningServer, _ world: WorldOptions) -> [String: String] {
        var variables = [
            "SCHEDULER0_BASE_URL": server.baseURL,
            "SCHEDULER0_USERNAME": world.operatorUsername,
            "SCHEDULER0_PASSWORD": world.operatorPassword,
        ]
        let login = SeedLogin(world.seed)
        variables["SCHEDULER0_ACCOUNT_ID"] = login.accountID.map(String.init)
        variables["SCHEDULER0_API_KEY"] = login.apiKey
        variables["SCHEDULER0_API_SECRET"] = login.apiSecret
        return variables
    }
}
