import CivilTime
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// `/cluster/backup` and `/cluster/restore`: real files, carried out by the task queue.
///
/// Documented: README, Backup and Restore. Observed: server-behaviour 12 (statuses, words, ownership by account 1).
enum Backups {
    static let handlers: [String: Handler] = [
        "backupDatabase": backup, "backupDatabaseToFile": backupToFile, "restoreDatabase": restore,
        "getBackupRestoreProgress": progress,
    ]

    private static func backup(_ request: Request) throws -> Reply {
        try start(AsyncTasks.backup, file: try fileName(request), words: "backup initiated", request)
    }

    /// As the Go client 1.4.0 calls it: `{"destPath": "…"}`.
    private static func backupToFile(_ request: Request) throws -> Reply {
        try start(AsyncTasks.backup, file: try path(request, ["destPath"]), words: "backup initiated", request)
    }

    /// `{"filePath": "…"}`, or `backupPath` from the Go client 1.4.0.
    private static func restore(_ request: Request) throws -> Reply {
        let file = try path(request, ["filePath", "backupPath"])
        return try start(AsyncTasks.restore, file: file, words: "restore initiated", request)
    }

    private static func path(_ request: Request, _ names: [String]) throws -> String {
        guard !request.call.body.isEmpty else { throw Problem.bodyRequired(second: "invalid request body") }
        guard let json = try? JSON.parse(request.call.body), let fields = try? Fields(json, structName: "Backup")
        else { throw Problem.invalidRequestBody }
        let values: [String?] = try names.map { name in
            do { return try fields.text(name) } catch { throw Problem.invalidRequestBody }
        }
        guard let path = values.compactMap(\.self).first else { throw Problem.backupPathRequired }
        guard BackupFolder(request.world.options.backupDirectory).contains(path) else {
            throw Problem.backupOutsideFolder(path)
        }
        return path
    }

    private static func start(_ service: String, file: String, words: String, _ request: Request) throws -> Reply {
        let account = request.account?.id ?? Accounts.systemID
        let requestID = try AsyncTasks.enqueue(
            service: service, input: ["file": .string(file)], account: account, request)
        return .success(["status": .string(words), "requestId": .string(requestID)], status: 202)
    }

    /// `db-20260212-114810.db`, by the world's clock in UTC; a second backup in the same second is `…-2.db`.
    private static func fileName(_ request: Request) throws -> String {
        let digits = request.now.rfc3339().prefix(19).filter(\.isNumber)
        let name = "db-\(digits.prefix(8))-\(digits.dropFirst(8))"
        let earlier = try request.db.count(
            "SELECT COUNT(*) FROM tasks WHERE service = ? AND input LIKE ?", [AsyncTasks.backup, "%\(name)%"])
        return earlier == 0 ? "\(name).db" : "\(name)-\(earlier + 1).db"
    }

    /// The last backup or restore. Documented: sdk-behaviour 2 (Go client 1.4.0).
    private static func progress(_ request: Request) throws -> Reply {
        let last = try request.db.first(
            """
            SELECT \(StoredTask.columns) FROM tasks WHERE service IN (?, ?) ORDER BY id DESC LIMIT 1
            """, [AsyncTasks.backup, AsyncTasks.restore], StoredTask.init)
        guard let last else {
            return .success([
                "operationType": "", "status": "idle", "progress": 0, "message": "", "startTime": nil,
                "endTime": nil, "backupPath": "",
            ])
        }
        let end = last.state.hasEnded ? last.dateModified ?? last.dateCreated : nil
        let file = (try? JSON.parse(last.input))?["file"] ?? ""
        return .success([
            "operationType": last.service == AsyncTasks.backup ? "backup" : "restore",
            "status": .string(word(last)), "progress": last.state.hasEnded ? 100 : 0,
            "message": .string(last.output), "startTime": .string(last.dateCreated.rfc3339()),
            "endTime": end.map { .string($0.rfc3339()) } ?? .null, "backupPath": file,
        ])
    }

    private static func word(_ task: StoredTask) -> String {
        switch task.state {
        case .notStarted: "pending"
        case .inProgress: "in_progress"
        case .success: "completed"
        case .failed: "failed"
        }
    }
}
