import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// An online copy of the world's database into a file, and back. Observed: server-behaviour 12 (outputs).
struct Backup {
    let world: World
    let db: Database

    private var folder: BackupFolder { BackupFolder(world.options.backupDirectory) }
    private var queue: TaskQueue { TaskQueue(world: world, db: db) }

    private func file(_ task: StoredTask) -> String { (try? JSON.parse(task.input))?["file"]?.stringValue ?? "" }

    func write(_ task: StoredTask) throws {
        let name = file(task)
        let path = folder.url(name).path
        do {
            try folder.create()
            try DataFile.check(path: path)
            let target = try DatabaseQueue(path: path)
            try target.writeWithoutTransaction { copy in
                try DataFile.check(copy)
                try db.backup(to: copy)
                // One file, whole in itself: no log beside it.
                try copy.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try target.close()
            try queue.end(task, .success, output: "Backup completed (local only), path: \(path)")
        } catch {
            try queue.fail(task, "backup to \(path) failed: \(Store.reason(error))")
        }
    }

    /// Checks the file first: what is no backup changes nothing.
    func restore(_ task: StoredTask) throws {
        let path = folder.url(file(task)).path
        guard FileManager.default.fileExists(atPath: path) else {
            return try queue.fail(task, "backup file does not exist: \(path)")
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: path, configuration: configuration)
            try source.writeWithoutTransaction { copy in
                guard try DataFile.isWorld(copy, like: db) else { throw RestoreFailure.noBackup }
                try copy.backup(to: db)
            }
            try source.close()
            try world.reload(db)
            try adopt(task)
        } catch {
            try queue.fail(task, "\(path) is not a backup of this server: \(Store.reason(error))")
        }
    }

    private enum RestoreFailure: Error, CustomStringConvertible {
        case noBackup

        var description: String { "it holds no world of this version" }
    }

    /// The restored world knows of the task that restored it, and that the backup it came from was completed.
    private func adopt(_ task: StoredTask) throws {
        try db.run(
            "UPDATE tasks SET state = 2, due_at = NULL, output = 'Backup completed' WHERE service = ? AND state < 2",
            [AsyncTasks.backup])
        let known = try StoredTask.find(task.requestID, db) != nil
        guard !known else { return try queue.end(task, .success, output: "Restore completed") }
        try db.run(
            """
            INSERT INTO tasks (id, request_id, account_id, service, input, output, state, date_created, date_modified,
                sequence) SELECT MAX(?, (SELECT COALESCE(MAX(id), 0) + 1 FROM tasks)), ?, id, ?, ?,
                'Restore completed', 2, ?, ?, ? FROM accounts ORDER BY id = ? DESC, id LIMIT 1
            """,
            [
                task.id, task.requestID, task.service, task.input, task.dateCreated, world.clock.now,
                world.agenda.next(),
                task.accountID,
            ])
    }
}
