import MockCore
import WireJSON

/// The control API at the edges: who may use it, the server's health, the worlds. The rest is the world's own.
struct Admin: Sendable {
    let access: AdminAccess
    let worlds: Worlds
    let clock: WallClock

    /// Answers a call under `/__admin`; `path` is what follows that. Nil when there is no control API.
    func answer(_ call: Call, world name: WorldName, path: Substring) async -> Reply? {
        if case .nobody = access { return nil }
        if let problem = access.problem(authorization: call.header("Authorization")) { return problem.reply }
        if path == "/health" { return only("GET", call) ?? health }
        if path == "/worlds" { return only("GET", call) ?? list }
        if path.hasPrefix("/worlds/") {
            if let refusal = only("DELETE", call) { return refusal }
            return await drop(path.dropFirst("/worlds/".count))
        }
        do {
            return try await worlds.world(name).control(call, path: Self.segments(path))
        } catch {
            return error.adminReply
        }
    }

    private func only(_ method: String, _ call: Call) -> Reply? {
        if call.method == method { return nil }
        return AdminProblem.notAllowed(allow: method == "GET" ? "GET, HEAD" : method).reply
    }

    private var health: Reply {
        ControlReply.json([
            "status": "ok", "version": .string(mockServerVersion),
            "uptimeSeconds": .int(clock.uptime.components.seconds),
        ])
    }

    private var list: Reply {
        ControlReply.json(
            .array(worlds.names.map { ["name": .string($0.text), "basePath": .string($0.basePath)] }))
    }

    private func drop(_ text: Substring) async -> Reply {
        let name = WorldName(text)
        if name == .default { return AdminProblem.defaultWorld.reply }
        guard let name, await worlds.drop(name) else { return AdminProblem.unknownWorld(String(text)).reply }
        return ControlReply.done
    }

    /// The decoded segments of a path, less the empty one before the first slash.
    private static func segments(_ path: Substring) -> [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(RequestTarget.segmentDecoded)
    }
}
