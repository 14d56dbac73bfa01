import MockServer

extension MockServer {
    /// Starts a server for a command, whose failure is one line for the person at the keyboard.
    static func startForCommand(
        _ options: ServerOptions, stopsOnSignals: Bool
    ) async throws(CommandFailure) -> RunningServer {
        do {
            return try await start(options, stopsOnSignals: stopsOnSignals)
        } catch {
            throw .cannotStart(error.description)
        }
    }
}
