import GRDB

/// The history of the tables. A migration that has been released is never edited; a change is a new one.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 tables") { db in
            for sql in Tables.all { try db.execute(sql: sql) }
        }
        // The first files had an index for every list order from the start.
        migrator.registerMigration("2 indexes of lists on demand") { db in
            let old = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
                    AND tbl_name IN ('credentials', 'projects', 'executors', 'jobs', 'executions')
                    AND name NOT IN ('projects_name', 'executions_by_date_created')
                    """)
            for name in old { try db.execute(sql: "DROP INDEX \(name)") }
            try db.execute(sql: Tables.executionsByDate)
        }
        return migrator
    }
}
