import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// Explains a job: its next instants and, when there are none, why. `/__admin/jobs/<id>/schedule?count=N`.
struct ScheduleControl {
    let world: World

    func answer(_ call: ControlCall) throws -> Reply {
        let id = try call.id(at: 1, of: "a job")
        let count = try count(call)
        return try world.store.access { db in
            guard
                let job = try db.first(
                    "SELECT \(StoredJob.columns) FROM \(StoredJob.tables) WHERE jobs.id = ? AND date_deleted IS NULL",
                    [id], StoredJob.init)
            else { throw ControlError.missing("job \(id)", hint: "GET /api/v1/jobs lists them") }
            let reason = try reason(job, db)
            let next = reason == nil ? try instants(of: job, count: count, db) : []
            return ControlReply.json([
                "jobId": .int(id), "next": .array(next.map { .string($0.rfc3339()) }),
                "reason": (reason ?? (next.isEmpty && count > 0 ? "ended" : nil)).map(JSON.string) ?? .null,
            ])
        }
    }

    private func count(_ call: ControlCall) throws -> Int {
        guard let text = call.call.query("count") else { return 10 }
        guard let count = Int(text), (1...1000).contains(count) else {
            throw ControlError.body("count is not a number from 1 to 1000")
        }
        return count
    }

    /// Why nothing will run; nil when something will.
    private func reason(_ job: StoredJob, _ db: Database) throws -> String? {
        let schedule = try Schedule.find(job: job.id, db)
        if schedule?.hasBegun == true, job.status == .active { return nil }
        let planner = Planner(world: world, db: db)
        if planner.possibleRun(of: job) == nil {
            if job.spec.isEmpty, job.lastRun != nil { return "completed" }
            return planner.timetable(of: job).isImpossible ? "impossible" : "ended"
        }
        if try Quota(world: world, db: db).remaining(account: job.accountID) == 0 { return "quota" }
        if job.status == .inactive { return "inactive" }
        if let executor = job.executorID, try isWithoutLease(executor, db) { return "no_lease" }
        return schedule?.dueAt == nil ? "ended" : nil
    }

    private func isWithoutLease(_ executor: Int64, _ db: Database) throws -> Bool {
        let isLocal = try db.count("SELECT COUNT(*) FROM executors WHERE id = ? AND type = 'local'", [executor]) > 0
        return try isLocal && !Leases.isHeld(executor: executor, at: world.clock.now, db)
    }

    private func instants(of job: StoredJob, count: Int, _ db: Database) throws -> [Instant] {
        let timetable = Planner(world: world, db: db).timetable(of: job)
        var next = try db.first("SELECT run_at FROM schedules WHERE job_id = ?", [job.id], { $0[0] as Instant? }) ?? nil
        var instants: [Instant] = []
        while let run = next, instants.count < count {
            instants.append(run)
            next = timetable.following(run, now: run)
        }
        return instants
    }
}
