public import CivilTime
import GRDB
import WireJSON

/// A world: its own database, clock, ids and settings. Synchronous and deterministic; the same calls at the same
/// instants give the same answers, byte for byte.
///
/// Not `Sendable`: a world lives inside one actor, which calls it for one request after the other.
public final class World {
    public let options: WorldOptions
    public let document: APIDocument
    let quirks: Set<Quirk>
    let identifiers: Identifiers
    let timetables: TimetableCache
    let store: Store
    let credentials = CredentialCache()
    var quotaCounts = AIQuotaCounts()
    var clock: WorldClock
    var cipher: Cipher { didSet { credentials.forget() } }
    var raft: RaftLog
    var weather = ClusterWeather.ready
    var agenda: Agenda
    var taskPace = TaskPace.immediate
    /// Where this world is reached, `http://127.0.0.1:7070/worlds/a`; known once the server listens.
    public var baseURL: String
    /// When the world was made, by its own clock.
    var createdAt: Instant
    /// Failures that are ours (a failing statement), for the log; the caller empties it.
    public var failures: [String] = []
    var snapshots: [String: Store] = [:]

    // What is under way (see Time/)
    var flights: [Delivery.ID: Flight] = [:]
    /// Flights whose outcome is not known.
    var unsettled = 0
    var outbox: [Delivery] = []
    var lastDeliveryID: Int64 = 0
    var invocation: PendingInvocation?
    var progress = Progress()
    var advance: Advance?
    /// Whether any executor has a script; asking the store at every run would cost too much.
    var hasScripts = false

    /// Opens the database at `databasePath` (nil: in memory) and seeds it when it is new.
    public init(
        options: WorldOptions, databasePath: String? = nil, document: APIDocument, wall: Instant
    ) throws {
        self.options = options
        self.document = document
        quirks = options.profile.quirks
        identifiers = Identifiers(seed: options.randomSeed)
        timetables = TimetableCache(quirks: quirks)
        do { store = try Store(path: databasePath) } catch {
            throw WorldError.database(path: databasePath ?? ":memory:", reason: Store.reason(error))
        }
        clock = WorldClock(mode: .real, wall: wall)
        cipher = try Cipher.first(identifiers)
        createdAt = wall
        baseURL = options.baseURL
        do {
            (raft, agenda) = try store.access { db in (try RaftLog(db), try Agenda(db)) }
            try open(wall: wall)
        } catch let error as DatabaseError {
            throw WorldError.database(path: databasePath ?? ":memory:", reason: Store.reason(error))
        }
    }

    /// One transaction: kept when `body` returns; undone when it throws, with what the world remembers of it.
    func transaction<T>(_ db: Database, _ body: () throws -> T) throws -> T {
        do { return try db.transaction(body) } catch {
            agenda.forgetAll()
            throw error
        }
    }

    /// A webhook address that is only a path means this world: `/__sink/orders`.
    func absolute(_ url: String) -> String { url.hasPrefix("/") ? baseURL + url : url }

    /// Answers one request of the API.
    ///
    /// `mayWait` is false when a waiting call asks for the last time.
    public func answer(_ call: Call, wall: Instant, mayWait: Bool = true) -> Answer {
        clock.observe(wall)
        catchUp()
        let reply = pipeline(call)
        if let pending = invocation {
            invocation = nil
            return .invoke(pending)
        }
        if mayWait, let wait = taskWait(call, reply) { return .wait(wait) }
        catchUp()
        return .reply(reply)
    }
}
