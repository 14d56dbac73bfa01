public import CivilTime
public import WireJSON

/// How a world is set up; the same for every world of a server but for its name and addresses.
public struct WorldOptions: Sendable {
    /// What a world holds before the first request.
    public enum Seed: Sendable {
        /// The world of the README's samples. Documented: product decisions, section 3.
        case quickstart
        /// The System account and the operator's login only.
        case empty
        /// A seed file, already read; `name` stands in messages.
        case document(JSON, name: String)
    }

    public enum ClockSetting: Sendable {
        case real
        case frozen(Instant)
    }

    public enum Deliveries: String, CaseIterable, Sendable {
        /// Webhooks are really sent.
        case live
        /// Every delivery succeeds without leaving the server.
        case simulated
    }

    public var apiLevel = APILevel.v1_0
    public var profile = Profile.documented
    public var operatorUsername = "username"
    public var operatorPassword = "password"
    public var seed = Seed.quickstart
    /// Keys, secrets and request ids of a world follow from this number.
    public var randomSeed: UInt64 = 0
    public var leaseTTL = Span.minutes(5)
    /// The most events one advance of the clock may run.
    public var maxEvents = 10_000_000
    /// Answers 500 in place of an answer that breaks the document.
    public var strictContract = false
    public var clock = ClockSetting.real
    public var deliveries = Deliveries.live
    /// Host and port of this server, for the health check.
    public var address = "127.0.0.1:7070"
    /// Base URL of this world, for the built-in sinks: `http://127.0.0.1:7070`.
    public var baseURL = "http://127.0.0.1:7070"
    /// Folder of `/cluster/backup`.
    public var backupDirectory = "backups"

    public init() {}
}
