import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// The queue behind POST /jobs, backup and restore: 0 → 1 → 2 or 3. Observed: server-behaviour 5.
struct TaskQueue {
    let world: World
    let db: Database

    private var now: Instant { world.clock.now }

    /// Takes a task one step on, by the clock.
    func advance(task id: Int64) throws {
        guard let task = try db.first("SELECT \(StoredTask.columns) FROM tasks WHERE id = ?", [id], StoredTask.init)
        else { return }
        switch task.state {
        case .notStarted where world.taskPace == .immediate: try carryOut(task)
        case .notStarted: try start(task, due: world.taskPace.due(from: now))
        case .inProgress: try carryOut(task)
        case .success, .failed: try setDue(task, nil)
        }
    }

    func start(_ task: StoredTask, due: Instant?) throws {
        try db.run(
            "UPDATE tasks SET state = 1, date_modified = ?, due_at = ?, sequence = ? WHERE id = ?",
            [now, due, world.agenda.next(), task.id])
        world.agenda.forget(.task)
    }

    private func setDue(_ task: StoredTask, _ due: Instant?) throws {
        try db.run("UPDATE tasks SET due_at = ? WHERE id = ?", [due, task.id])
        world.agenda.forget(.task)
    }

    /// Does the work; whatever happens, the task ends.
    func carryOut(_ task: StoredTask) throws {
        switch task.service {
        case AsyncTasks.backup: try Backup(world: world, db: db).write(task)
        case AsyncTasks.restore: try Backup(world: world, db: db).restore(task)
        default: try createJobs(task)
        }
    }

    /// All jobs of the batch or none, and the end of the task in the same transaction: a crash leaves it to do again.
    private func createJobs(_ task: StoredTask) throws {
        do {
            try world.transaction(db) {
                let output = try create(try drafts(task), account: task.accountID)
                try end(task, .success, output: output.text)
                try world.raft.append(db)
            }
        } catch let problem as Problem {
            try fail(task, problem.words)
        } catch let error as DatabaseError {
            try fail(task, error.message ?? "database error")
        }
    }

    private func bodies(_ task: StoredTask) throws -> [JobBody] {
        guard let elements = (try? JSON.parse(task.input))?.arrayValue else { return [] }
        return try elements.map { try JobBody($0, goType: "models.Job") }
    }

    /// What was right when it was asked for may no longer be.
    private func drafts(_ task: StoredTask) throws -> [JobDraft] {
        let rules = JobRules(
            world: world, features: try Features.held(by: task.accountID, db), refusesPast: false)
        return try bodies(task).map { try check($0, rules, account: task.accountID) }
    }

    private func check(_ body: JobBody, _ rules: JobRules, account: Int64) throws -> JobDraft {
        let draft = JobDraft(body, try rules.check(body))
        let isThere = try db.count(
            "SELECT COUNT(*) FROM projects WHERE id = ? AND account_id = ? AND date_deleted IS NULL",
            [draft.project, account])
        guard isThere == 1 else { throw Problem.jobProjectsUnknown([draft.project]) }
        return draft
    }

    /// Creates the jobs; answers what the task says of them.
    func create(_ drafts: [JobDraft], account: Int64) throws -> JSON {
        .array(
            try drafts.map { try Jobs.insert($0, account: account, world: world, db: db).json(world.quirks) })
    }

    func fail(_ task: StoredTask, _ words: String) throws {
        let message = task.service == AsyncTasks.createJob ? "failed to batch insert job repository: \(words)" : words
        let output: JSON = ["Message": .string(message), "Type": 500]
        try end(task, .failed, output: output.text)
    }

    /// Observed: the output of a success is the jobs as JSON text, of a failure a text with Message and Type.
    func end(_ task: StoredTask, _ state: TaskState, output: String) throws {
        try db.run(
            "UPDATE tasks SET state = ?, output = ?, date_modified = ?, due_at = NULL WHERE id = ?",
            [state.rawValue, output, now, task.id])
        world.agenda.forget(.task)
    }
}
