import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/async-tasks/{requestId}` and the door to the queue behind it. Observed: server-behaviour 5.
enum AsyncTasks {
    static let handlers: [String: Handler] = ["getAsyncTask": get]

    static let createJob = "create_job"
    static let backup = "backup-database"
    static let restore = "restore-database"

    private static func get(_ request: Request) throws -> Reply {
        guard let task = try StoredTask.find(request.parameters["requestId"] ?? "", request.db),
            try mayRead(task, request)
        else { throw Problem.taskUnknown }
        return .success(task.json)
    }

    /// A task belongs to its account; those of the cluster belong to account 1 and are the operator's, too.
    /// Observed: server-behaviour 12, task ownership.
    private static func mayRead(_ task: StoredTask, _ request: Request) throws -> Bool {
        if try task.accountID == request.accountID { return true }
        return task.accountID == Accounts.systemID && request.caller.mayNameAnyAccount
    }

    /// Writes down a task for the queue; answers its request id. With an `output` the work is done already.
    static func enqueue(
        service: String, input: JSON, output: JSON? = nil, account: Int64, _ request: Request
    ) throws -> String {
        let world = request.world
        let number = try request.db.count("SELECT COALESCE(MAX(id), 0) + 1 FROM tasks")
        let requestID = world.identifiers.requestID(number)
        let isDone = output != nil
        let due = isDone ? nil : world.taskPace.due(from: request.now)
        let sequence = world.agenda.next()
        let id = try request.db.insert(
            """
            INSERT INTO tasks (request_id, account_id, service, input, output, state, date_created, date_modified,
                due_at, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                requestID, account, service, input.text, output?.text ?? "",
                (isDone ? TaskState.success : .notStarted).rawValue, request.now, isDone ? request.now : nil, due,
                sequence,
            ])
        if let due { world.agenda.add(Due(at: due, sequence: sequence, subject: .task(id: id))) }
        return requestID
    }
}

/// A row of `tasks`.
struct StoredTask {
    let id: Int64
    let requestID: String
    let accountID: Int64
    let service: String
    let input: String
    let output: String
    let state: TaskState
    let dateCreated: Instant
    let dateModified: Instant?

    static let columns = "id, request_id, account_id, service, input, output, state, date_created, date_modified"

    init(_ row: Row) {
        id = row[0]
        requestID = row[1]
        accountID = row[2]
        service = row[3]
        input = row[4]
        output = row[5]
        state = TaskState(rawValue: row[6]) ?? .failed
        dateCreated = row[7]
        dateModified = row[8]
    }

    static func find(_ requestID: String, _ db: Database) throws -> StoredTask? {
        try db.first("SELECT \(columns) FROM tasks WHERE request_id = ?", [requestID], StoredTask.init)
    }

    /// Observed: server-behaviour 3.6 (a task never changed shows its creation as modification).
    var json: JSON {
        [
            "id": .int(id), "requestId": .string(requestID), "input": .string(input), "output": .string(output),
            "service": .string(service), "state": .int(state.rawValue),
            "dateCreated": .string(dateCreated.rfc3339()), "accountId": .int(accountID),
            "dateModified": .string((dateModified ?? dateCreated).rfc3339()),
        ]
    }
}
