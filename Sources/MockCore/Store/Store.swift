public import CivilTime
public import GRDB
import GRDBSQLite

/// The one store of a world: SQLite, in a file or in memory.
///
/// Everything goes through one connection, and every statement through `Database+Statements.swift`.
final class Store: Sendable {
    let queue: DatabaseQueue

    /// Opens the file at `path`, or a database in memory, and brings its tables up to date.
    init(path: String?) throws {
        if let path {
            try DataFile.check(path: path)
            queue = try DatabaseQueue(path: path, configuration: Self.configuration(isFile: true))
            try Migrations.migrator.migrate(queue)
        } else {
            queue = try DatabaseQueue(configuration: Self.configuration(isFile: false))
            try clear()
        }
        // GRDB has SQLite report what each statement touches, for observers. There are none here, and to listen would be
        // a sixth of what a new world costs.
        queue.writeWithoutTransaction { db in _ = sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
    }

    private static func configuration(isFile: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // A request touches some thirty pages, each of which is kept whole in case it is undone: small ones are
            // cheaper. With half of this, though, SQLite goes through its whole cache at nearly every commit. All stores
            // have the same size, so that any can be copied over any other.
            try db.execute(sql: "PRAGMA page_size = 2048; PRAGMA temp_store = MEMORY")
            if isFile {
                try DataFile.check(db)
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                // A busy world touches some thousand pages an instant: keep them, and copy the log back less often.
                try db.execute(sql: "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 16000")
            } else {
                try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
            }
        }
        return configuration
    }

    /// Why a database could not be opened, without the SQL.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }

    /// A database with all tables and nothing in them; copying it is faster than running the migrations.
    private static let template = Result {
        let queue = try DatabaseQueue(configuration: configuration(isFile: false))
        try Migrations.migrator.migrate(queue)
        return queue
    }

    /// Back to empty tables.
    func clear() throws { try copy(from: Self.template.get()) }

    func copy(from other: Store) throws { try copy(from: other.queue) }

    private func copy(from source: DatabaseQueue) throws {
        try source.writeWithoutTransaction { from in
            try queue.writeWithoutTransaction { to in try from.backup(to: to) }
        }
    }

    /// Runs `body` with the connection, outside a transaction.
    func access<T>(_ body: (Database) throws -> T) throws -> T {
        try queue.writeWithoutTransaction(body)
    }
}

/// Instants are stored as whole milliseconds since 1970; `datetime(x / 1000, 'unixepoch')` reads them in sqlite3.
extension Instant: DatabaseValueConvertible, StatementColumnConvertible {
    public var databaseValue: DatabaseValue { milliseconds.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map(Instant.init(milliseconds:))
    }

    public init(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(milliseconds: Int64(sqliteStatement: sqliteStatement, index: index))
    }
}
