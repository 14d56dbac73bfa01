import Foundation
import GRDB

/// The file behind `--database`, and backups: looked at before anything is written or taken over.
enum DataFile {
    enum Fault: Error, CustomStringConvertible {
        case noDatabase, anotherProgram, newerVersion

        var description: String {
            switch self {
            case .noDatabase: "it is not a database"
            case .anotherProgram: "it is the database of another program"
            case .newerVersion: "it was written by a newer version of this program"
            }
        }
    }

    /// Refuses a file that is neither empty nor a database. (SQLite itself would take a short one for new.)
    static func check(path: String) throws {
        // What cannot be read at all is for SQLite to tell.
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 16) else { return }
        guard head.isEmpty || head == Data("SQLite format 3\0".utf8) else { throw Fault.noDatabase }
    }

    /// Refuses a database that is neither empty nor ours, or that a later version has changed.
    static func check(_ db: Database) throws {
        let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        // The list of migrations may stand alone: a crash before the first of them was done.
        guard tables.isSubset(of: ["grdb_migrations"]) || tables.isSuperset(of: ["world", "schedules"]) else {
            throw Fault.anotherProgram
        }
        if try Migrations.migrator.hasBeenSuperseded(db) { throw Fault.newerVersion }
    }

    /// Whether `copy` is a whole world of this version: the very tables, indexes and triggers of `db` (but for those of
    /// lists), unharmed, with what a world cannot do without.
    static func isWorld(_ copy: Database, like db: Database) throws -> Bool {
        guard try objects(copy) == objects(db), try Migrations.migrator.hasCompletedMigrations(copy),
            try !Migrations.migrator.hasBeenSuperseded(copy),
            try String.fetchOne(copy, sql: "PRAGMA quick_check(1)") == "ok"
        else { return false }
        let names = "SELECT COUNT(*) FROM world WHERE name IN ('created_at', 'secret_key', 'raft_index')"
        return try Int.fetchOne(copy, sql: names) == 3
            && Bool.fetchOne(copy, sql: "SELECT COUNT(*) > 0 FROM accounts") == true
    }

    private static func objects(_ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master
                WHERE NOT (type = 'index' AND name GLOB '\(ListIndex.prefix)*')
                """)
    }
}
