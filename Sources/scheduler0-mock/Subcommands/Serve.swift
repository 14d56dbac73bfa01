import ArgumentParser
import MockServer

/// `serve`, the default: runs the server until SIGTERM or SIGINT.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the server (the default).")

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on; 0 is any free one. (default: 7070)")
    var port: Port?

    @Option(help: ArgumentHelp("A Unix socket to listen on as well.", valueName: "path"))
    var unixSocket: String?

    @Option(help: ArgumentHelp("Keep the default world in this file. (default: in memory)", valueName: "path"))
    var database: String?

    @Option(help: ArgumentHelp("Write the base URL to this file once connections are accepted.", valueName: "path"))
    var readyFile: String?

    @Flag(help: "Switch the control API under /__admin off.")
    var noAdmin = false

    @Option(help: ArgumentHelp("Let only those use the control API who send this as bearer token.", valueName: "token"))
    var adminToken: String?

    @OptionGroup(title: "Worlds")
    var world: WorldFlags

    @OptionGroup(title: "Log")
    var log: LogFlags

    func run() throws {
        let environment = Environment.ofProcess
        let options = try options(environment)
        let readyFile = try environment.value(readyFile, "ready-file").map { ReadyFile(path: $0) }
        try readyFile?.remove()
        DescriptorLimit.raise()
        try waitFor {
            let server = try await MockServer.startForCommand(options, stopsOnSignals: true)
            do {
                try readyFile?.write(server.baseURL)
            } catch {
                try await server.stop()
                throw error
            }
            Standard.output.write("scheduler0-mock listening on \(server.baseURL)\n")
            try await server.waitUntilStopped()
        }
    }

    private func options(_ environment: Environment) throws(CommandFailure) -> ServerOptions {
        var options = ServerOptions(world: try world.options(environment), logger: try log.logger(environment))
        if let value = try environment.value(host, "host") { options.host = value }
        if let value = try environment.value(port, "port") { options.port = value.number }
        options.unixSocketPath = try environment.value(unixSocket, "unix-socket")
        options.databasePath = try environment.value(database, "database")
        guard options.databasePath != "" else { throw .cannotStart("--database: the path is empty") }
        let token = try environment.value(adminToken, "admin-token")
        if try environment.isSet(noAdmin, "no-admin") {
            options.admin = .nobody
        } else if let token {
            guard !token.isEmpty else { throw .cannotStart("--admin-token: the token is empty") }
            options.admin = .token(token)
        }
        return options
    }
}
