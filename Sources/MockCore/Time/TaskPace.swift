import CivilTime
import GRDB
import WireJSON

/// How async tasks move from state to state. Documented: product decisions, `PUT /__admin/tasks`.
enum TaskPace: Hashable {
    case immediate
    /// That long in each of the states 0 and 1.
    case after(Span)
    /// Only when told.
    case manual

    init(_ json: JSON) throws(ControlError) {
        let fields = try ControlFields(json, known: ["mode", "delay"])
        let delay = try fields.span("delay")
        switch (try fields.requiredWord("mode", of: ["immediate", "after", "manual"]), delay) {
        case ("immediate", nil): self = .immediate
        case ("manual", nil): self = .manual
        case ("after", let delay?): self = .after(delay)
        case ("after", nil): throw .body("delay is missing: how long a task stays in each state, such as PT5S")
        case (let mode, _): throw .body("delay does not go with \(mode)", hint: "it goes with after")
        }
    }

    var json: JSON {
        switch self {
        case .immediate: ["mode": "immediate"]
        case .after(let delay): ["mode": "after", "delay": .string(delay.iso8601)]
        case .manual: ["mode": "manual"]
        }
    }

    /// When a task that entered a state at `instant` leaves it; nil: only when told.
    func due(from instant: Instant) -> Instant? {
        switch self {
        case .immediate: instant
        case .after(let delay): instant + delay
        case .manual: nil
        }
    }
}

extension World {
    func setTaskPace(_ pace: TaskPace, _ db: Database) throws {
        try keep("task_pace", pace.json.text, db)
        taskPace = pace
    }

    func storedTaskPace(_ db: Database) throws -> TaskPace {
        try value("task_pace", db).map { try TaskPace(try JSON.parse($0)) } ?? .immediate
    }
}
