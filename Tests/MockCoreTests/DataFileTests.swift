import Foundation
import MockCore
import Testing
import WireJSON

/// Files that are no data file of ours are refused and left as they are.
@Suite struct DataFileTests {
    private func refusal(_ path: String) throws -> String {
        do {
            _ = try TestWorld(database: path)
            return "accepted"
        } catch let error as WorldError {
            return error.description.replacingOccurrences(of: path, with: "FILE")
        }
    }

    private func path() throws -> String { try #require(StateTests.database(true)) }

    @Test(arguments: ["x", String(repeating: "precious ", count: 500)])
    func aTextIsNoDatabase(_ text: String) throws {
        let path = try path()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try refusal(path) == "cannot open the database FILE: it is not a database")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test(arguments: [
        "CREATE TABLE people (a);", "CREATE TABLE accounts (a); CREATE TABLE grdb_migrations (identifier);",
    ])
    func theDatabaseOfAnotherProgramIsLeftAlone(_ sql: String) throws {
        let path = try path()
        try StateTests.sqlite(sql, at: path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try refusal(path) == "cannot open the database FILE: it is the database of another program")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aLaterVersionsFileIsNotTouched() throws {
        let path = try path()
        _ = try TestWorld(database: path)
        try StateTests.sqlite("INSERT INTO grdb_migrations VALUES ('9 later')", at: path)
        #expect(
            try refusal(path) == "cannot open the database FILE: it was written by a newer version of this program")
    }

    /// The first version had the indexes of lists from the start; its backups and files go on as any other.
    @Test func theIndexesOfAnOlderFileAreDropped() throws {
        let path = try path()
        _ = try TestWorld(database: path)
        try StateTests.sqlite(
            """
            DELETE FROM grdb_migrations WHERE identifier LIKE '2 %'; DROP INDEX executions_by_date_created;
            CREATE INDEX jobs_by_spec ON jobs(account_id, spec, id) WHERE date_deleted IS NULL;
            CREATE INDEX executions_by_date ON executions(account_id, date_created, id);
            """, at: path)
        let test = try TestWorld(database: path)
        #expect(test.call("GET", "/jobs?orderBy=spec").status == 200)
        let names = try StateTests.query(
            ["SELECT name FROM sqlite_master WHERE tbl_name IN ('jobs', 'executions') AND type = 'index'"], at: path)
        #expect(names.sorted() == ["executions_by_date_created", "list_jobs_by_spec"])
    }

    @Test func aFolderIsNoDatabase() throws {
        let path = try path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(try refusal(path) == "cannot open the database FILE: unable to open database file")
    }

    @Test func anEmptyFileBecomesOne() throws {
        let path = try path()
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(try refusal(path) == "accepted")
    }

    /// Where a backup goes, no other database is written over, and no link leads out of the folder.
    @Test func aBackupWritesOverNothingButABackup() throws {
        let test = try TestWorld()
        let folder = URL(fileURLWithPath: test.world.options.backupDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try StateTests.sqlite("CREATE TABLE people (a);", at: folder.appendingPathComponent("other.db").path)
        let outside = try path()
        try FileManager.default.createSymbolicLink(
            atPath: folder.appendingPathComponent("link.db").path, withDestinationPath: outside)
        func backup(_ name: String) -> JSON {
            let reply = test.call("POST", "/cluster/backup-to-file", ["destPath": .string(name)])
            guard let id = reply.data["requestId"]?.stringValue else { return .int(Int64(reply.status)) }
            return test.call("GET", "/async-tasks/\(id)").data["state"] ?? .null
        }
        #expect(backup("other.db") == 3)
        #expect(backup("link.db") == 400)
        #expect(!FileManager.default.fileExists(atPath: outside))
        #expect(backup("own.db") == 2)
        #expect(backup("own.db") == 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["link.db", "other.db", "own.db"])
    }
}
