import GRDB
import GRDBSQLite

/// How everything in this module speaks to SQLite: cached statements, arguments bound and rows read by position.
///
/// GRDB has the connection, its statements, migrations and copies; stepping through a statement is done here, because
/// that costs a third of GRDB's own way, and a request takes some twenty statements.
extension Database {
    /// The first row of a query.
    func first<T>(_ sql: String, _ arguments: SQLArguments = [], _ decode: (Row) throws -> T) throws -> T? {
        try execute(sql, arguments) { statement in
            try step(statement) ? try decode(Row(statement)) : nil
        }
    }

    /// All rows of a query.
    func all<T>(_ sql: String, _ arguments: SQLArguments = [], _ decode: (Row) throws -> T) throws -> [T] {
        try execute(sql, arguments) { statement in
            var result: [T] = []
            while try step(statement) { result.append(try decode(Row(statement))) }
            return result
        }
    }

    /// The single number a query answers; 0 when it answers none.
    func count(_ sql: String, _ arguments: SQLArguments = []) throws -> Int64 {
        try first(sql, arguments) { $0[0] as Int64? ?? 0 } ?? 0
    }

    /// Runs one statement; answers how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ arguments: SQLArguments = []) throws -> Int {
        try execute(sql, arguments) { statement in while try step(statement) {} }
        return changesCount
    }

    /// Runs one INSERT; answers the id of the new row.
    func insert(_ sql: String, _ arguments: SQLArguments) throws -> Int64 {
        try run(sql, arguments)
        return lastInsertedRowID
    }

    /// One transaction, or a part of the one under way: kept when `body` returns, undone when it throws.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        let isPart = isInsideTransaction
        try run(isPart ? "SAVEPOINT part" : "BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run(isPart ? "RELEASE part" : "COMMIT")
            return result
        } catch {
            // Some errors have undone the transaction already.
            if isInsideTransaction { try run(isPart ? "ROLLBACK TO part" : "ROLLBACK") }
            if isInsideTransaction { try run("RELEASE part") }
            throw error
        }
    }

    /// Binds the arguments, lets `body` step, and leaves the statement ready for the next use.
    private func execute<T>(
        _ sql: String, _ arguments: SQLArguments, _ body: (SQLiteStatement) throws -> T
    ) throws -> T {
        let cached = try cachedStatement(sql: sql)
        let statement = cached.sqliteStatement
        guard sqlite3_bind_parameter_count(statement) == CInt(arguments.count) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "wrong number of arguments", sql: sql)
        }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        let code = arguments.bind(to: statement)
        guard code == SQLITE_OK else { throw failure(code, sql) }
        return try withExtendedLifetime(cached) { try body(statement) }
    }

    /// Whether the statement stands on a row now; false when it is through.
    private func step(_ statement: SQLiteStatement) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code, sqlite3_sql(statement).map { String(cString: $0) })
        }
    }

    private func failure(_ code: CInt, _ sql: String?) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)),
            sql: sql)
    }
}
