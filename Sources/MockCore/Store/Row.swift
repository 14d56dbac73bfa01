import GRDB

/// The row a statement stands on, read by position straight from SQLite.
///
/// In place of GRDB's row of the same name, which takes several allocations a query.
struct Row {
    fileprivate let statement: SQLiteStatement

    init(_ statement: SQLiteStatement) { self.statement = statement }

    /// The tables say which columns may be null; a query that reads such a column as one that may not is wrong.
    subscript<Value: StatementColumnConvertible>(index: Int) -> Value {
        guard let value = Value.fromStatement(statement, atUncheckedIndex: CInt(index)) else {
            preconditionFailure("column \(index) is null, which a \(Value.self) cannot be")
        }
        return value
    }
}

/// The values bound to a statement, in their order.
struct SQLArguments: ExpressibleByArrayLiteral {
    private var values: [any StatementBinding]

    init(_ values: [any StatementBinding]) { self.values = values }

    init(arrayLiteral values: any StatementBinding...) { self.values = values }

    mutating func append(_ value: any StatementBinding) { values.append(value) }

    /// Binds all of them; answers SQLite's code of the first that fails, 0 when none does.
    func bind(to statement: SQLiteStatement) -> CInt {
        for (index, value) in values.enumerated() {
            let code = value.bind(to: statement, at: CInt(index + 1))
            if code != 0 { return code }
        }
        return 0
    }

    var count: Int { values.count }
}
