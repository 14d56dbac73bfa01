import CivilTime
import Scheduler0API
import WireJSON

/// One row of a local executor's report. Observed: server-behaviour 8, Report rules; sdk-behaviour 3 (all seven members
/// always sent, times as "" when unset).
struct LocalExecutionReport {
    let jobID: Int64
    let uniqueID: String
    let state: Int64
    let lastExecution: Instant?
    let nextExecution: Instant?
    let executionVersion: Int64
    let jobQueueVersion: Int64

    init(_ json: JSON) throws {
        let fields = try Fields(json, structName: "LocalExecutionReport")
        jobID = try fields.uint("jobId") ?? 0
        uniqueID = try fields.string("uniqueId") ?? ""
        state = try fields.int("state") ?? 0
        guard ExecutionState(rawValue: state) != nil else { throw Problem.reportStateInvalid(state) }
        executionVersion = try fields.uint("executionVersion") ?? 0
        jobQueueVersion = try fields.uint("jobQueueVersion") ?? 0
        lastExecution = try Self.time(fields.string("lastExecutionTime"))
        nextExecution = try Self.time(fields.string("nextExecutionTime"))
    }

    /// Unparsable times become no time, as observed.
    private static func time(_ text: String?) throws -> Instant? {
        guard let text, !text.isEmpty else { return nil }
        return (try? Fields.date(text, field: "time", in: .utc)) ?? nil
    }

    var isComplete: Bool { jobID != 0 && !uniqueID.isEmpty }
}
