import CivilTime
import MockCore
import Testing
import WireJSON

/// Documented: README, Managing Local Executors; product decisions, Leases. Observed: sdk-behaviour 5 (the loop).
@Suite struct LocalExecutorTests {
    private let test: TestWorld
    private let executor: Int64

    init() throws {
        test = try TestWorld()
        let reply = test.call("POST", "/local-executors", ["name": "box", "command": "run.sh", "createdBy": "t"])
        #expect(reply.status == 201)
        executor = reply.data["id"]?.intValue ?? 0
    }

    private func pull() -> [JSON] { test.call("GET", "/local-executors/\(executor)/jobs").data.arrayValue ?? [] }

    private func report(_ rows: [JSON]) -> JSON? {
        test.call("POST", "/local-executors/\(executor)/executions", .array(rows)).data["committed"]
    }

    private var lease: JSON? { test.control("GET", "local-executors").json[0] }

    @Test func aPullRenewsTheLeaseAndIsCounted() throws {
        #expect(lease?["leaseHeld"] == false)
        _ = pull()
        #expect(lease?["leaseExpiresAt"] == "2026-01-01T00:05:00Z")
        try test.advance(by: "PT4M")
        _ = pull()
        #expect(lease?["leaseExpiresAt"] == "2026-01-01T00:09:00Z")
        #expect(lease?["pulls"] == 2)
        try test.advance(by: "PT5M")
        #expect(lease?["leaseHeld"] == false)
    }

    @Test func aPullListsActiveJobsOfThisExecutorWithARealStartDate() {
        let active = test.job(["spec": "0 * * * *", "executorId": .int(executor)])
        test.job(["spec": "0 * * * *", "executorId": .int(executor), "status": "inactive"])
        test.job(["spec": "0 * * * *"])
        let jobs = pull()
        #expect(jobs.compactMap { $0["id"]?.intValue } == [active])
        #expect(jobs[0]["startDate"] == "2026-01-01T00:00:00Z")
    }

    @Test func withoutALeaseARunIsLoggedAsFailed() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor)])
        #expect(test.explain(job)["reason"] == "no_lease")
        try test.advance(by: "PT1H")
        #expect(test.log(job) == ["failed v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00"])
    }

    @Test func withALeaseTheServerLeavesTheLogToTheExecutor() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor)])
        try test.advance(by: "PT58M")
        _ = pull()
        #expect(test.explain(job)["reason"] == .null)
        try test.advance(by: "PT3M")
        #expect(test.log(job).isEmpty)
    }

    @Test func aOneTimeJobLeavesThePullOnceItIsReported() throws {
        let job = test.job(["startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor)])
        try test.advance(by: "PT2H")
        #expect(pull().count == 1)
        #expect(report([["jobId": .int(job), "uniqueId": "a", "state": 0]]) == 1)
        #expect(pull().count == 1)
        #expect(
            report([["jobId": .int(job), "uniqueId": "a", "state": 1, "lastExecutionTime": "2026-01-01T01:00:00Z"]])
                == 1)
        #expect(pull().isEmpty)
        #expect(test.get(job)["status"] == "inactive")
        #expect(test.get(job)["lastExecutionDate"] == "2026-01-01T01:00:00Z")
    }

    @Test func rowsWithoutJobOrUniqueIdAreSkippedAndRepeatsCount() {
        #expect(report([["jobId": 0, "uniqueId": "a", "state": 1], ["jobId": 1, "uniqueId": "", "state": 1]]) == 0)
        let row: JSON = ["jobId": 1, "uniqueId": "a", "state": 1, "lastExecutionTime": "", "nextExecutionTime": ""]
        #expect(report([row, row]) == 2)
        #expect(test.call("GET", "/executions/totals").data["success"] == 2)
    }

    /// Poll every minute, report every five, over two days of virtual time.
    @Test func theLoopOfTheCommandLineClientComesOutRight() throws {
        let job = test.job(["spec": "0 */2 * * *", "startDate": "2026-01-01T02:00:00Z", "executorId": .int(executor)])
        var rows: [JSON] = []
        for minute in 1...(2 * 24 * 60) {
            try test.advance(by: "PT1M")
            #expect(pull().count == 1)
            if minute % 120 == 0 {
                let at = test.control("GET", "clock").json["now"] ?? ""
                rows.append([
                    "jobId": .int(job), "uniqueId": .string("run \(minute)"), "state": 1, "lastExecutionTime": at,
                ])
            }
            if minute % 5 == 0, !rows.isEmpty {
                #expect(report(rows) == .int(Int64(rows.count)))
                rows = []
            }
        }
        let totals = test.call("GET", "/executions/totals").data
        #expect(totals["success"] == 24)
        #expect(totals["failed"] == 0)
        #expect(lease?["pulls"] == 2880)
        #expect(test.get(job)["lastExecutionDate"] == "2026-01-03T00:00:00Z")
    }

    @Test func aVersionBelowZeroIsRefused() throws {
        let test = try TestWorld()
        let id = test.call("POST", "/local-executors", ["name": "l", "command": "c", "createdBy": "t"]).data["id"]
        let row: JSON = ["jobId": 1, "uniqueId": "u", "state": 1, "executionVersion": -1]
        #expect(test.call("POST", "/local-executors/\(id?.intValue ?? 0)/executions", [row]).status == 422)
        #expect(test.call("GET", "/executions").data["total"] == 0)
    }

    /// A row about a job of another account does not tell which project that job belongs to.
    @Test func aReportTellsNothingOfAnotherAccountsJobs() throws {
        let test = try TestWorld()
        let job = test.job(["spec": "0 9 * * *"])
        let other = TestWorld.theOperator + [("X-Account-ID", "456")]
        let body: JSON = ["name": "l", "command": "c", "createdBy": "t"]
        let id = test.call("POST", "/local-executors", body, as: other).data["id"]?.intValue ?? 0
        let row: JSON = ["jobId": .int(job), "uniqueId": "u", "state": 1]
        #expect(test.call("POST", "/local-executors/\(id)/executions", [row], as: other).status == 200)
        #expect(test.call("GET", "/executions?projectId=123", as: other).data["total"] == 0)
        #expect(test.call("GET", "/executions", as: other).data["total"] == 1)
    }
}
