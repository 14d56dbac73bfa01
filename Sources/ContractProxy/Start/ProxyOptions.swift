public import CivilTime
public import Logging
public import OpenAPIContract
public import WireJSON

/// What a proxy is started with.
public struct ProxyOptions: Sendable {
    public var target: ProxyTarget
    /// The address to listen on: a name, an IPv4 or an IPv6 address.
    public var host = "127.0.0.1"
    /// 0 is any free port.
    public var port = 7071
    public var document: OpenAPIDocument
    /// The document's JSON, for the coverage of response fields.
    public var documentSource: JSON?
    /// How long an answer may take: from the request's end to the answer's head, and to its end when it is held.
    public var timeout = Duration.seconds(60)
    /// The longest JSON body that is held to be checked; longer ones stream.
    public var heldBodyLimitBytes = 8 << 20
    /// Whether a breach is answered 502 in place of what the target answered.
    public var answersErrors = false
    /// Whether a request that breaks the document is a breach.
    public var strictRequests = false
    /// Findings kept with their exchange; more are only counted.
    public var findingLimit = 200
    /// Of each body of a finding that is kept.
    public var keptBodyLimitBytes = 32 << 10
    public var minimumCoverage: Double?
    /// Connections served at once; more wait until one ends.
    public var connectionLimit = 1_000
    /// How long a stop may take before what is in flight is broken off.
    public var stopLimit = Duration.seconds(4)
    /// The wall clock, for the report.
    public var wall: @Sendable () -> Instant
    public var logger: Logger

    public init(
        target: ProxyTarget, document: OpenAPIDocument, documentSource: JSON? = nil, logger: Logger,
        wall: @escaping @Sendable () -> Instant
    ) {
        self.target = target
        self.document = document
        self.documentSource = documentSource
        self.logger = logger
        self.wall = wall
    }
}
