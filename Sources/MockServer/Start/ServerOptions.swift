public import Logging
public import MockCore

/// What a server is started with.
public struct ServerOptions: Sendable {
    /// The address to listen on: a name, an IPv4 or an IPv6 address.
    public var host = "127.0.0.1"
    /// 0 is any free port.
    public var port = 7070
    /// A Unix socket to listen on beside the port.
    public var unixSocketPath: String?
    /// The data file of the default world; nil keeps it in memory.
    public var databasePath: String?
    /// What each world is made from. `address` and `baseURL` are set here once the port is known.
    public var world: WorldOptions
    public var admin = AdminAccess.everyone
    public var limits = WireLimits()
    /// Worlds beside the default one.
    public var worldLimit = 1_000
    /// How long a stop may take before what is in flight is broken off.
    public var stopLimit = Duration.seconds(4)
    public var logger: Logger

    public init(world: WorldOptions, logger: Logger) {
        self.world = world
        self.logger = logger
    }
}
