public import CivilTime
public import GRDB

/// The one store of a world: SQLite, in a file or in memory.
///
/// Everything goes through one connection. Statements are cached and rows decoded by position: that costs
/// microseconds, where GRDB's query interface and its read-only guard cost tens.
final class Store {
    let queue: DatabaseQueue

    /// Opens the file at `path`, or a database in memory, and brings its tables up to date.
    init(path: String?) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        let isFile = path != nil
        configuration.prepareDatabase { db in
            if isFile {
                try DataFile.check(db)
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                // A busy world touches some thousand pages an instant: keep them, and copy the log back less often.
                try db.execute(sql: "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000")
            } else {
                try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
            }
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        if let path { try DataFile.check(path: path) }
        queue =
            if let path { try DatabaseQueue(path: path, configuration: configuration) } else {
                try DatabaseQueue(configuration: configuration)
            }
        if isFile { try Migrations.migrator.migrate(queue) } else { try clear() }
    }

    /// Why a database could not be opened, without the SQL.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }

    /// A database with all tables and nothing in them; copying it is faster than running the migrations.
    private static let template = Result {
        let queue = try DatabaseQueue()
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

extension Database {
    /// The first row of a query, decoded by position.
    func first<T>(_ sql: String, _ arguments: StatementArguments = [], _ decode: (Row) throws -> T) throws -> T? {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        return try cursor.next().map(decode)
    }

    /// All rows of a query, decoded by position.
    func all<T>(_ sql: String, _ arguments: StatementArguments = [], _ decode: (Row) throws -> T) throws -> [T] {
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        var result: [T] = []
        while let row = try cursor.next() { result.append(try decode(row)) }
        return result
    }

    /// Runs one statement; answers how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try cachedStatement(sql: sql).execute(arguments: arguments)
        return changesCount
    }

    /// Runs one INSERT; answers the id of the new row.
    func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
        try cachedStatement(sql: sql).execute(arguments: arguments)
        return lastInsertedRowID
    }

    /// The single number a query answers; 0 when it answers none.
    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64 {
        try first(sql, arguments) { $0[0] as Int64? ?? 0 } ?? 0
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
