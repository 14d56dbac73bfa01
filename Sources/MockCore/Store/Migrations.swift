import GRDB

/// The history of the tables. A migration that has been released is never edited; a change is a new one.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 tables") { db in
            for sql in Tables.all { try db.execute(sql: sql) }
        }
        return migrator
    }
}
