public import CivilTime
import GRDB
import OpenAPIContract
import WireJSON

extension World {
    /// Answers a call of the control API; `path` is what follows `/__admin`, in decoded segments.
    /// `clock/advance` is not here: see `beginAdvance`.
    public func control(method: String, path: [String], call: Call, wall: Instant) -> Reply {
        clock.observe(wall)
        catchUp()
        do {
            let reply = try route(ControlCall(method: method, path: path, call: call))
            catchUp()
            return reply
        } catch let error as ControlError {
            return error.reply
        } catch {
            failures.append("\(error)")
            return ControlError(status: 500, error: "\(error)", hint: "this is a fault of the server").reply
        }
    }

    private func route(_ call: ControlCall) throws -> Reply {
        switch (call.method, call.path.first, call.path.count) {
        case ("POST", "reset", 1): return try reset()
        case ("GET", "clock", 1): return ControlReply.json(try clockOverview())
        case ("PUT", "clock", 1): return try setClock(call)
        case (_, "snapshots", _): return try Snapshots(world: self).answer(call)
        case ("GET", "state", 1): return ControlReply.json(try store.access { db in try stateDocument(db).json() })
        case ("PUT", "state", 1): return try putState(call)
        case ("GET", "local-executors", 1):
            return ControlReply.json(try store.access { db in try Leases.overview(db, now: clock.now) })
        case (_, "tasks", _): return try TaskControl(world: self).answer(call)
        case (_, "executors", 3) where call.path[2] == "outcomes": return try OutcomeControl(world: self).answer(call)
        case ("GET", "jobs", 3) where call.path[2] == "schedule": return try ScheduleControl(world: self).answer(call)
        case (_, "sinks", 2): return try Sinks(world: self).answer(call)
        case (_, "cluster", 1): return try clusterControl(call)
        case (_, "faults", _), (_, "requests", _), (_, "presets", _):
            throw ControlError(status: 501, error: "\(call.path[0]) are not served yet", hint: "see the README, Limits")
        case (_, "reset", 1), (_, "clock", 1), (_, "state", 1), (_, "local-executors", 1): throw call.methodNotAllowed
        case (_, "clock", 2) where call.path[1] == "advance": throw call.methodNotAllowed
        case (_, "jobs", 3) where call.path[2] == "schedule": throw call.methodNotAllowed
        default: throw ControlError.unknownPath
        }
    }

    // MARK: Clock

    private func clockOverview() throws -> JSON {
        let due = try store.access { db in try agenda.first(db)?.at }
        return [
            "mode": clock.isFrozen ? "frozen" : "real", "now": .string(clock.latest.rfc3339()),
            "nextDue": due.map { .string($0.rfc3339()) } ?? .null,
        ]
    }

    /// A clock may be set back only while frozen. What has run stays run: its next run lies after its last, whatever
    /// the clock shows.
    private func setClock(_ call: ControlCall) throws -> Reply {
        guard !isAdvancing, !hasDeliveriesInFlight || !clock.isFrozen else {
            throw ControlError(status: 409, error: "an advance is under way", hint: "wait for its answer")
        }
        let before = clock.latest
        clock.set(try ClockBody(try call.json()).mode(now: before))
        try store.access { db in
            try transaction(db) {
                try saveClock(db)
                try Housekeeping.clockWasSet(world: self, db: db)
                if clock.latest < before { try Planner(world: self, db: db).planAgain() }
            }
        }
        agenda.forgetAll()
        catchUp()
        return ControlReply.json(try clockOverview())
    }

    // MARK: State

    private func stateDocument(_ db: Database) -> StateDocument { StateDocument(world: self, db: db) }

    /// Back to the seed: tables, clock, snapshots stay.
    private func reset() throws -> Reply {
        try mustNotAdvance()
        try store.clear()
        try store.access { db in
            try plant(db, wall: clock.latest)
            try reload(db)
        }
        return ControlReply.done
    }

    /// The whole world from a document; a wrong one changes nothing.
    private func putState(_ call: ControlCall) throws -> Reply {
        let json = try call.json()
        do {
            try replaceContents { try store.access { db in try plant(json, db) } }
        } catch WorldError.seed(_, let pointer, let reason) {
            throw ControlError(
                status: 400, error: "at \(pointer.isEmpty ? "the top" : pointer): \(reason)",
                hint: "nothing was changed")
        }
        return ControlReply.done
    }

    private func plant(_ json: JSON, _ db: Database) throws {
        try transaction(db) {
            createdAt = clock.latest
            cipher = try Cipher.first(identifiers)
            try keep("created_at", createdAt.milliseconds, db)
            try keep("secret_key", cipher.keyHex, db)
            try keep("secret_key_number", 0, db)
            try keep("raft_index", 1, db)
            raft = try RaftLog(db)
            try stateDocument(db).read(json, file: "state")
        }
    }

    private func mustNotAdvance() throws(ControlError) {
        guard isAdvancing else { return }
        throw ControlError(status: 409, error: "an advance is under way", hint: "wait for its answer")
    }

    /// Empties the store and fills it anew; when `fill` fails, everything is as before.
    func replaceContents(_ fill: () throws -> Void) throws {
        try mustNotAdvance()
        let before = try Store(path: nil)
        try before.copy(from: store)
        let clockBefore = clock
        do {
            try store.clear()
            try fill()
            try store.access { db in try reload(db) }
        } catch {
            try store.copy(from: before)
            clock = clockBefore
            try store.access { db in try reload(db) }
            throw error
        }
    }
}

/// A call of the control API.
struct ControlCall {
    let method: String
    let path: [String]
    let call: Call

    func json() throws(ControlError) -> JSON {
        do { return try JSON.parse(call.body) } catch {
            throw ControlError.body("the body is no JSON: \(error.message)")
        }
    }

    /// The id at `index` of the path.
    func id(at index: Int, of what: String) throws(ControlError) -> Int64 {
        guard let id = Int64(path[index]) else {
            throw ControlError(
                status: 400, error: "\"\(path[index])\" is not the id of \(what)", hint: "ids are numbers")
        }
        return id
    }

    var methodNotAllowed: ControlError {
        ControlError(status: 405, error: "\(method) is not served here", hint: "see the README, Control API")
    }
}
