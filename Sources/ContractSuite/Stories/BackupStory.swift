import Scheduler0API
import Scheduler0Client
import WireJSON

/// Backup and restore, to their ends. Observed: server-behaviour 12.
enum BackupStory {
    static let story = Story("backups", "backup, restore, and how they go on") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else { return stage.skip("backups are made", because: Cast.noAdmin) }
        try await stage.check("there is always a progress to tell", "getBackupRestoreProgress") {
            _ = try await admin.getBackupRestoreProgress()
        }
        guard stage.cast.mayHarm else { return stage.skip("backups are made and restored", because: Cast.harmful) }
        // A task without account header belongs to the system account.
        let system = admin.authenticated(by: admin.authentication, account: 1)
        let path = try await stage.check("a backup is made by a task", "backupDatabase") {
            let ticket = try await system.backupDatabase()
            let task = try await system.waitForTask(ticket.requestID, atMost: stage.options.taskTimeout)
            try stage.expectEqual(task.requestID, ticket.requestID, "requestId")
            let progress = try await system.getBackupRestoreProgress()
            try stage.expectEqual(progress.progress, 100, "progress")
            try stage.expect(!progress.backupPath.isEmpty, "the path of the backup")
            return progress.backupPath
        }
        try await stage.check("a backup goes to a file", "backupDatabaseToFile") {
            let ticket = try await system.backupDatabaseToFile("contract-suite.db")
            _ = try await system.waitForTask(ticket.requestID, atMost: stage.options.taskTimeout)
        }
        for (operation, url, field) in [
            ("backupDatabaseToFile", "/cluster/backup-to-file", "destPath"),
            ("restoreDatabase", "/cluster/restore", "filePath"),
        ] {
            try await stage.check("\(operation) without \(field) is refused", operation) {
                try stage.expect(try await stage.raw("POST", url, [:], as: .client(system)), status: 400)
            }
            try await stage.check("\(operation) does not leave its folder", operation) {
                let body = JSON.object(JSONObject([(key: field, value: "../../../etc/passwd")]))
                try stage.expect(try await stage.raw("POST", url, body, as: .client(system)), status: 400)
            }
        }
        guard let path else { return }
        try await stage.check(
            "a backup is restored: what came after it is gone, what was before is back", "restoreDatabase"
        ) {
            let before = try await stage.client.createProject(
                ProjectCreate(name: stage.unique(), description: "before", createdBy: "contract suite"))
            let backup = try await system.backupDatabase()
            _ = try await system.waitForTask(backup.requestID, atMost: stage.options.taskTimeout)
            let file = try await system.getBackupRestoreProgress().backupPath
            let after = try await stage.client.createProject(
                ProjectCreate(name: stage.unique(), description: "after", createdBy: "contract suite"))
            let ticket = try await system.restoreDatabase(from: file.isEmpty ? path : file)
            _ = try? await system.waitForTask(ticket.requestID, atMost: .seconds(10))
            _ = try await stage.client.getProject(before.id)
            try await stage.refused(404) { () throws(Scheduler0Error) in try await stage.client.getProject(after.id) }
            try await stage.client.deleteProject(before.id, deletedBy: "contract suite")
        }
    }
}
