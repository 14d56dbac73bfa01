/// A store in memory made ahead of the world that will take it: to open it and to read the definitions of its tables is
/// half of what a new world costs.
public struct BlankStore: Sendable {
    let store: Store

    public init() throws {
        store = try Store(path: nil)
        // SQLite reads the definitions with the first statement.
        try store.access { db in _ = try db.count("SELECT COUNT(*) FROM world") }
    }
}
