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

    /// Reads the body of the control call.
    init(_ json: JSON) throws(ControlError) {
        guard let object = json.objectValue else { throw ControlError.body("a script is an object with `outcomes`") }
        for key in object.keys where !["outcomes", "then"].contains(key) {
            throw ControlError.unknownKey(key, known: ["outcomes", "then"])
        }
        var steps: [Step] = []
        for (index, element) in (object["outcomes"]?.arrayValue ?? []).enumerated() {
            let times = element["times"]?.intValue ?? 1
            guard (1...Int64(Self.mostSteps)).contains(times), steps.count + Int(times) <= Self.mostSteps else {
                throw ControlError.body("outcomes[\(index)].times is not a number from 1 to \(Self.mostSteps)")
            }
            let step = try Self.step(element, place: "outcomes[\(index)]")
            steps += Array(repeating: step, count: Int(times))
        }
        self.steps = steps
        then = try Self.word(object["then"] ?? "success", delay: .zero, place: "then")
    }

    private static func step(_ json: JSON, place: String) throws(ControlError) -> Step {
        var delay = Span.zero
        if let text = json["delay"] {
            guard let span = Span(iso8601: text.stringValue ?? ""), span >= .zero else {
                throw ControlError.body("\(place).delay is not a duration such as PT3S")
            }
            delay = span
        }
        return try word(json["result"] ?? .null, delay: delay, place: "\(place).result")
    }

    /// A time-out fails after the 30 s a real call is given.
    private static func word(_ json: JSON, delay: Span, place: String) throws(ControlError) -> Step {
        switch json.stringValue {
        case "success": return .outcome(.success, delay: delay)
        case "failure": return .outcome(.failed, delay: delay)
        case "timeout": return .outcome(.failed, delay: Delivery.timeLimit)
        case "live": return .live
        default: throw ControlError.body("\(place) is not one of success, failure, timeout, live")
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
