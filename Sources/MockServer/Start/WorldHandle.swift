public import CivilTime
public import MockCore
public import WireJSON

/// A world of a server in this process, and what a test does to it: the control API as calls.
public struct WorldHandle: Sendable {
    /// What an advance of the clock has run.
    public struct Advanced: Hashable, Sendable {
        public let from: Instant
        public let to: Instant
        public let fired: Int64
        public let succeeded: Int64
        public let failed: Int64
    }

    /// The base URL for clients of this world.
    public let baseURL: String
    private let actor: WorldActor

    init(baseURL: String, actor: WorldActor) {
        self.baseURL = baseURL
        self.actor = actor
    }

    /// Back to the seed.
    public func reset() async throws(ControlError) { _ = try await call("POST", "reset") }

    /// Stops the clock at `instant`; nil: where it stands.
    public func freeze(at instant: Instant? = nil) async throws(ControlError) {
        _ = try await call(
            "PUT", "clock", ["mode": "frozen", "now": instant.map { .string($0.rfc3339()) } ?? .null])
    }

    /// Runs everything that falls due within `span`, and returns when all deliveries have settled.
    @discardableResult
    public func advance(by span: Span) async throws(ControlError) -> Advanced {
        let json = try await call("POST", "clock/advance", ["by": .string(span.iso8601)])
        func instant(_ key: String) -> Instant { json[key]?.stringValue.flatMap(Instant.init(rfc3339:)) ?? .epoch }
        func number(_ key: String) -> Int64 { json[key]?.intValue ?? 0 }
        return Advanced(
            from: instant("from"), to: instant("to"), fired: number("fired"), succeeded: number("succeeded"),
            failed: number("failed"))
    }

    /// The whole world as one document, in the form of a seed file.
    public func state() async throws(ControlError) -> JSON { try await call("GET", "state") }

    /// Puts a seed or a state in place of all the world holds; a wrong one changes nothing.
    public func load(_ state: JSON) async throws(ControlError) { _ = try await call("PUT", "state", state) }

    /// The requests the built-in sink `name` has received, oldest first.
    public func received(bySink name: String) async throws(ControlError) -> [JSON] {
        try await call("GET", "sinks/\(name)")["received"]?.arrayValue ?? []
    }

    /// Any other call of the control API; `path` is what follows `/__admin/`.
    @discardableResult
    public func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws(ControlError) -> JSON {
        let segments = path.split(separator: "/").map(String.init)
        let call = Call(method: method, path: "/\(path)", body: body?.serialized() ?? [])
        let reply = await actor.control(call, path: segments)
        guard case .json(let json) = reply.body else { return .null }
        guard reply.status < 400 else {
            throw ControlError(
                status: reply.status, error: json["error"]?.stringValue ?? "", hint: json["hint"]?.stringValue ?? "")
        }
        return json
    }
}
