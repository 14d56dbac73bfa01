import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// Scripted outcomes of an executor, in place of a real call.
///
/// Documented: product decisions, `PUT /__admin/executors/<id>/outcomes`.
struct OutcomeScript {
    enum Step: Hashable {
        case outcome(ExecutionState, delay: Span)
        case live
    }

    /// One entry for each attempt.
    let steps: [Step]
    /// What follows the list.
    let then: Step

    private static let mostSteps = 100_000

    private static let results = ["success", "failure", "timeout", "live"]

    /// Reads the body of the control call.
    init(_ json: JSON) throws(ControlError) {
        let fields = try ControlFields(json, known: ["outcomes", "then"])
        var steps: [Step] = []
        for (index, element) in (try fields.list("outcomes") ?? []).enumerated() {
            let (step, times) = try Self.step(element, at: "outcomes[\(index)]")
            guard steps.count + times <= Self.mostSteps else {
                throw .body("the script has more than \(Self.mostSteps) outcomes", hint: "let `then` be the rest")
            }
            steps += Array(repeating: step, count: times)
        }
        self.steps = steps
        then = Self.step(try fields.word("then", of: Self.results) ?? Self.usual, delay: .zero)
    }

    /// What follows a script that does not say it.
    static let usual = "success"

    private static func step(_ json: JSON, at place: String) throws(ControlError) -> (Step, times: Int) {
        let fields = try ControlFields(json, at: place, known: ["result", "times", "delay"])
        let result = try fields.requiredWord("result", of: results)
        let delay = try fields.span("delay")
        if delay != nil, result == "timeout" || result == "live" {
            throw .body("\(place).delay does not go with \(result)", hint: "it goes with success and failure")
        }
        return (step(result, delay: delay ?? .zero), Int(try fields.number("times", in: 1...Int64(mostSteps)) ?? 1))
    }

    /// A time-out fails after the 30 s a real call is given.
    private static func step(_ result: String, delay: Span) -> Step {
        switch result {
        case "failure": .outcome(.failed, delay: delay)
        case "timeout": .outcome(.failed, delay: Delivery.timeLimit)
        case "live": .live
        default: .outcome(.success, delay: delay)
        }
    }

    // MARK: Stored

    static func store(_ json: JSON, executor: Int64, _ db: Database) throws {
        try db.run(
            "INSERT OR REPLACE INTO outcome_scripts (executor_id, script, position) VALUES (?, ?, 0)",
            [executor, json.text])
    }

    /// The next step of the executor's script; nil when it has none.
    static func take(_ executor: Int64, _ db: Database) throws -> Step? {
        guard
            let (text, position) = try db.first(
                "SELECT script, position FROM outcome_scripts WHERE executor_id = ?", [executor],
                { ($0[0] as String, $0[1] as Int) }),
            let json = try? JSON.parse(text), let script = try? OutcomeScript(json)
        else { return nil }
        guard position < script.steps.count else { return script.then }
        try db.run("UPDATE outcome_scripts SET position = position + 1 WHERE executor_id = ?", [executor])
        return script.steps[position]
    }
}
