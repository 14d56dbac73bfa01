import GRDB
import Scheduler0API
import WireJSON

/// How async tasks move, and moving one by hand: `/__admin/tasks`.
struct TaskControl {
    let world: World

    func answer(_ call: ControlCall) throws -> Reply {
        try world.store.access { db in
            switch (call.method, call.path.count) {
            case ("GET", 1): return ControlReply.json(world.taskPace.json)
            case ("PUT", 1):
                let pace = try TaskPace(try call.json())
                try setPace(pace, db)
                return ControlReply.json(pace.json)
            case ("POST", 2): return ControlReply.json(try move(call, db))
            default: throw call.methodNotAllowed
            }
        }
    }

    /// The new pace counts for tasks already waiting, from now.
    private func setPace(_ pace: TaskPace, _ db: Database) throws {
        try world.setTaskPace(pace, db)
        try db.run("UPDATE tasks SET due_at = ? WHERE state < 2", [pace.due(from: world.clock.now)])
        world.agenda.forget(.task)
    }

    /// `{"state": 1}`, `{"state": 2}`, or `{"state": 3, "output": "…"}`.
    private func move(_ call: ControlCall, _ db: Database) throws -> JSON {
        let fields = try ControlFields(try call.json(), known: ["state", "output"])
        guard let task = try StoredTask.find(call.path[1], db) else {
            throw ControlError.missing("task \"\(call.path[1])\"", hint: "the request id is the answer of POST /jobs")
        }
        let output = try fields.text("output")
        guard let state = try fields.number("state", in: 1...3).flatMap(TaskState.init(rawValue:)) else {
            throw ControlError.body("state is missing: 1, 2 or 3")
        }
        guard !task.state.hasEnded, state.rawValue > task.state.rawValue else {
            throw ControlError(
                status: 409, error: "the task is in state \(task.state.rawValue) and cannot go to \(state.rawValue)",
                hint: "states only count up, and 2 and 3 are final")
        }
        let queue = TaskQueue(world: world, db: db)
        switch state {
        case .notStarted, .inProgress: try queue.start(task, due: nil)
        case .success: try queue.carryOut(task)
        case .failed:
            if let output {
                try queue.end(task, .failed, output: output)
            } else {
                try queue.fail(task, "failed by the test")
            }
        }
        return try StoredTask.find(call.path[1], db)?.json ?? .null
    }
}
