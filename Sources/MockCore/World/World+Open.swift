import CivilTime
import GRDB
import WireJSON

extension World {
    /// Makes the world what its store says, or what its seed says when the store is new.
    func open(wall: Instant) throws {
        try store.access { db in
            let isNew = try db.count("SELECT COUNT(*) FROM world WHERE name = 'created_at'") == 0
            if isNew {
                try plant(db, wall: wall)
            } else {
                try reload(db)
                try resume(db)
            }
        }
        catchUp()
    }

    /// Fills an empty store from the seed.
    func plant(_ db: Database, wall: Instant) throws {
        try transaction(db) {
            switch options.clock {
            case .real: clock.set(.real)
            case .frozen(let instant): clock.set(.frozen(instant))
            }
            createdAt = clock.latest
            cipher = try Cipher.first(identifiers)
            try keep("created_at", createdAt.milliseconds, db)
            try keep("secret_key", cipher.keyHex, db)
            try keep("secret_key_number", 0, db)
            try keep("raft_index", 1, db)
            try saveClock(db)
            raft = try RaftLog(db)
            agenda = try Agenda(db)
            try StateDocument(world: self, db: db).read(try seedDocument(), file: seedName)
        }
    }

    private func seedDocument() throws -> JSON {
        switch options.seed {
        case .quickstart: try JSON.parse(APIDocument.quickstartSeed)
        case .empty: Accounts.systemSeed
        case .document(let json, _): json
        }
    }

    private var seedName: String {
        switch options.seed {
        case .quickstart: "quickstart"
        case .empty: "empty"
        case .document(_, let name): name
        }
    }

    /// Takes over what the store says of clock, key and counters. What was in flight when it was written is delivered
    /// again. Documented: product decisions, Deliveries.
    func reload(_ db: Database) throws {
        credentials.forget()
        quotaCounts = AIQuotaCounts()
        try db.run("UPDATE schedules SET in_flight = 0, due_at = attempt_at WHERE in_flight = 1")
        createdAt = Instant(milliseconds: try db.count("SELECT value FROM world WHERE name = 'created_at'"))
        if let hex = try value("secret_key", db), let stored = Cipher(keyHex: hex) { cipher = stored }
        if let now = try db.first("SELECT value FROM world WHERE name = 'frozen_at'", [], { $0[0] as Instant? }) ?? nil
        {
            clock.set(.frozen(now))
        } else {
            clock.set(.real)
        }
        raft = try RaftLog(db)
        weather = try value("weather", db).map { try ClusterWeather(try JSON.parse($0)) } ?? .ready
        taskPace = try storedTaskPace(db)
        dropFlights()
        agenda = try Agenda(db)
        hasScripts = try db.count("SELECT COUNT(*) FROM outcome_scripts") > 0
    }

    /// What was in flight is delivered again: who would have told how it went belongs to another past.
    private func dropFlights() {
        flights = [:]
        unsettled = 0
        outbox = []
    }

    /// After a stop or a crash: with a real clock the ticks missed meanwhile are skipped.
    ///
    /// Observed: server-behaviour 6.2 (missed ticks).
    private func resume(_ db: Database) throws {
        if case .frozen(let instant) = options.clock, !clock.isFrozen { clock.set(.frozen(instant)) }
        try transaction(db) {
            if !clock.isFrozen { try skipMissedTicks(db) }
        }
    }

    private func skipMissedTicks(_ db: Database) throws {
        let missed = try db.all(
            """
            SELECT job_id FROM schedules JOIN jobs ON id = job_id
            WHERE due_at < ? AND attempt = 0 AND attempt_at IS NULL AND spec <> ''
            """, [clock.latest]
        ) { $0[0] as Int64 }
        let planner = Planner(world: self, db: db)
        for job in missed { try planner.plan(job: job) }
    }

    // MARK: Single values

    func keep(_ name: String, _ value: any DatabaseValueConvertible, _ db: Database) throws {
        try db.run("INSERT OR REPLACE INTO world (name, value) VALUES (?, ?)", [name, value])
    }

    func value(_ name: String, _ db: Database) throws -> String? {
        try db.first("SELECT value FROM world WHERE name = ?", [name]) { $0[0] as String }
    }

    /// The instant of a frozen clock is part of the world; a real clock leaves nothing behind.
    func saveClock(_ db: Database) throws {
        if case .frozen(let instant) = clock.mode {
            try keep("frozen_at", instant.milliseconds, db)
        } else {
            try db.run("DELETE FROM world WHERE name = 'frozen_at'")
        }
    }
}
