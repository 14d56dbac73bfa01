import CivilTime
import Cron
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// A whole world as one JSON document: a seed file, and what `/__admin/state` reads and writes.
struct StateDocument {
    let world: World
    let db: Database

    private static let otherMembers = ["clock", "cluster", "tasks", "raftIndex", "createdAt"]

    // MARK: Reading

    /// Fills empty tables from `json`. Throws `WorldError.seed`; the caller's transaction undoes the rest.
    func read(_ json: JSON, file: String) throws {
        let reader = StateReader(file: file, now: world.clock.now, cipher: world.cipher)
        guard let object = json.objectValue else { throw reader.fail("", "a seed is an object of lists") }
        let known = StateTable.all.map(\.name) + Self.otherMembers
        for key in object.keys where !known.contains(key) {
            throw reader.fail("/\(key)", "unknown member; known are \(known.joined(separator: ", "))")
        }
        try readWorld(object, reader)
        for table in StateTable.all {
            guard let list = object[table.name] else { continue }
            guard let rows = list.arrayValue else { throw reader.fail("/\(table.name)", "is not a list") }
            for (index, row) in rows.enumerated() {
                try insert(row, into: table, pointer: "/\(table.name)/\(index)", reader)
            }
        }
        try plan(reader)
    }

    /// The members that are no tables.
    private func readWorld(_ object: JSONObject, _ reader: StateReader) throws {
        func keep(_ key: String, as name: String, _ column: StateTable.Column) throws {
            guard object[key] != nil else { return }
            guard let value = try reader.value(object[key], column, pointer: "") else { return }
            try world.keep(name, value, db)
        }
        if let clock = object["clock"] {
            do { world.clock.set(try ClockBody(clock).mode(now: world.clock.latest)) } catch {
                throw reader.fail("/clock", error.error)
            }
            try world.saveClock(db)
        }
        if let pace = object["tasks"] {
            do { try world.setTaskPace(try TaskPace(pace), db) } catch let error as ControlError {
                throw reader.fail("/tasks", error.error)
            }
        }
        if let weather = object["cluster"] {
            do { world.weather = try ClusterWeather(weather) } catch { throw reader.fail("/cluster", error.error) }
            try world.keep("weather", world.weather.json.text, db)
        }
        try keep("raftIndex", as: "raft_index", StateTable.count("raftIndex"))
        world.raft = try RaftLog(db)
        try keep("createdAt", as: "created_at", StateTable.column("createdAt", .instant))
        world.createdAt = Instant(milliseconds: try db.count("SELECT value FROM world WHERE name = 'created_at'"))
    }

    private func insert(_ row: JSON, into table: StateTable, pointer: String, _ reader: StateReader) throws {
        guard let object = row.objectValue else { throw reader.fail(pointer, "is not an object") }
        let keys = table.columns.map(\.key)
        for key in object.keys where !keys.contains(key) {
            throw reader.fail("\(pointer)/\(key)", "unknown member; known are \(keys.joined(separator: ", "))")
        }
        try StateRules(reader: reader, db: db, dialect: world.quirks.cronDialect).check(
            object, of: table, pointer: pointer)
        let values = try table.columns.map { try reader.value(object[$0.key], $0, pointer: pointer) }
        let names = table.columns.map(\.column).joined(separator: ", ")
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        do {
            try db.run(
                "INSERT INTO \(table.table) (\(names)) VALUES (\(marks))",
                SQLArguments(values.map { $0 ?? DatabaseValue.null }))
        } catch let error as DatabaseError {
            throw reader.fail(pointer, reason(error))
        }
    }

    private func reason(_ error: DatabaseError) -> String {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            "names something that is not there: accountId, projectId, executorId and jobId must exist earlier in the document"
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID:
            "is there already (\(error.message ?? "not unique"))"
        default: error.message ?? "is refused by the database"
        }
    }

    /// What the document does not say of the future: next runs, monthly resets, the nightly sweep.
    private func plan(_ reader: StateReader) throws {
        world.agenda = try Agenda(db)
        world.quotaCounts = AIQuotaCounts()
        world.hasScripts = try db.count("SELECT COUNT(*) FROM outcome_scripts") > 0
        let planner = Planner(world: world, db: db)
        let jobs = try db.all(
            "SELECT id FROM jobs WHERE date_deleted IS NULL AND id NOT IN (SELECT job_id FROM schedules) ORDER BY id"
        ) { $0[0] as Int64 }
        for job in jobs { try planner.plan(job: job) }
        let accounts = try db.all(
            """
            SELECT id, next_reset_date FROM accounts
            WHERE id NOT IN (SELECT subject FROM timers WHERE name = 'monthly-reset') ORDER BY id
            """
        ) { ($0[0] as Int64, $0[1] as Instant) }
        for (account, reset) in accounts {
            try Housekeeping.setReset(ofAccount: account, at: reset, world: world, db: db)
        }
        try Housekeeping.setDailyIfUnset(world: world, db: db)
    }

    // MARK: Writing

    func json() throws -> JSON {
        var object = JSONObject()
        object.append("createdAt", .string(world.createdAt.rfc3339()))
        object.append("clock", ClockBody.json(world.clock))
        object.append("cluster", world.weather.json)
        object.append("tasks", world.taskPace.json)
        object.append("raftIndex", .int(world.raft.index))
        for table in StateTable.all { object.append(table.name, try rows(of: table)) }
        return .object(object)
    }

    private func rows(of table: StateTable) throws -> JSON {
        let names = table.columns.map(\.column).joined(separator: ", ")
        return .array(
            try db.all("SELECT \(names) FROM \(table.table) ORDER BY \(table.order)") { row in
                var object = JSONObject()
                for (index, column) in table.columns.enumerated() {
                    object.append(column.key, json(row, index, column.kind))
                }
                return .object(object)
            })
    }

    private func json(_ row: Row, _ index: Int, _ kind: StateTable.Kind) -> JSON {
        switch kind {
        case .int: (row[index] as Int64?).map(JSON.int) ?? .null
        case .text: (row[index] as String?).map(JSON.string) ?? .null
        case .bool: (row[index] as Bool?).map(JSON.bool) ?? .null
        case .instant: (row[index] as Instant?).map { .string($0.rfc3339()) } ?? .null
        case .secret: (row[index] as Data?).flatMap(world.cipher.open).map(JSON.string) ?? .null
        case .texts, .json: (row[index] as String?).flatMap { try? JSON.parse($0) } ?? .null
        case .scopes:
            (row[index] as String?).map { .array($0.split(separator: ",").map { .string(String($0)) }) } ?? .null
        }
    }
}
