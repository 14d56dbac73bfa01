import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// What an executor receives. Observed: server-behaviour 6.5.
struct Payload {
    let world: World
    let db: Database

    /// One job: the job, when it last ran and how that ended (always a text, possibly empty).
    func single(job: StoredJob, lastRun: Instant?, lastState: ExecutionState?) -> JSON {
        var object: JSONObject = ["job": job.json(world.quirks)]
        if let lastRun { object.append("lastExecutionDateTime", .string(lastRun.rfc3339())) }
        object.append("lastExecutionStatus", .string(lastState?.word ?? ""))
        return .object(object)
    }

    func single(_ run: Run) throws -> JSON {
        guard
            let job = try db.first(
                "SELECT \(StoredJob.columns) FROM \(StoredJob.tables) WHERE jobs.id = ?", [run.jobID], StoredJob.init)
        else { return .null }
        return single(job: job, lastRun: run.lastRun, lastState: run.lastState)
    }

    /// Jobs that share executor and second travel together; one job alone travels as `single`.
    func body(of runs: [Run]) throws -> JSON {
        if runs.count == 1 { return try single(runs[0]) }
        return ["aggregated": true, "jobs": .array(try runs.map(single))]
    }
}
