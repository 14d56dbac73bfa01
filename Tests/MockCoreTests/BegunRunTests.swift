import CivilTime
import MockCore
import Testing
import WireJSON

/// A run that has begun (on its way, waiting for its outcome or for a retry) comes to its end, whatever happens to its
/// job meanwhile. Documented: product decisions, Rows, Retries, Quota (one for each run).
@Suite struct BegunRunTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func job(_ outcomes: JSON, _ members: JSONObject = ["spec": "0 * * * *"]) -> Int64 {
        let executor = test.webhook()
        #expect(test.control("PUT", "executors/\(executor)/outcomes", ["outcomes": outcomes]).status == 200)
        var body: JSONObject = ["executorId": .int(executor), "retryMax": 2]
        for member in members { body[member.key] = member.value }
        return test.job(body)
    }

    private func change(_ job: Int64, _ members: JSONObject) {
        var body: JSONObject = ["modifiedBy": "t"]
        for member in members { body[member.key] = member.value }
        #expect(test.call("PUT", "/jobs/\(job)", .object(body)).status == 200)
    }

    private var remaining: JSON? { test.call("GET", "/accounts/123/execution-count").data["executionCount"] }

    @Test(arguments: ["PT0S", "PT2S"])
    func aChangeLeavesARetryAlone(_ pause: String) throws {
        let job = job([["result": "failure"]])
        try test.advance(by: pause)
        change(job, ["data": "new"])
        try test.advance(by: "PT1M")
        #expect(
            test.log(job).dropFirst() == [
                "failed v1 last 01T00:00:00 next 01T01:00:00 at 01T00:00:00",
                "success v1 last 01T00:00:00 next 01T01:00:00 at 01T00:00:05",
                "scheduled v2 last 01T00:00:00 next 01T01:00:00 at 01T00:00:05",
            ])
        #expect(remaining == 999)
    }

    @Test(arguments: [["spec": "0 * * * *"], ["startDate": "2026-01-01T00:00:00Z"]] as [JSONObject])
    func aChangeLeavesASlowOutcomeAlone(_ members: JSONObject) throws {
        let job = job([["result": "success", "delay": "PT30S"]], members)
        try test.advance(by: "PT2S")
        change(job, ["data": "new"])
        try test.advance(by: "PT1M")
        #expect(test.log(job).filter { $0.hasPrefix("success v1 last 01T00:00:00") }.count == 1)
        #expect(remaining == 999)
    }

    @Test func aSlowOutcomeIsLoggedAlsoWhenTheJobIsSwitchedOffOrDeleted() throws {
        let off = job([["result": "success", "delay": "PT30S"]])
        let gone = job([["result": "success", "delay": "PT30S"]])
        try test.advance(by: "PT2S")
        change(off, ["status": "inactive"])
        test.call("DELETE", "/jobs/\(gone)", ["deletedBy": "t"])
        try test.advance(by: "PT2H")
        for job in [off, gone] {
            #expect(test.log(job).last == "success v1 last 01T00:00:00 next 01T01:00:00 at 01T00:00:00")
        }
    }

    @Test func aJobSwitchedOffIsNotRetriedAndItsNextRunHasTheNextVersion() throws {
        let job = job([["result": "failure"]])
        change(job, ["status": "inactive"])
        try test.advance(by: "PT1M")
        #expect(test.log(job).count == 2)
        change(job, ["status": "active"])
        try test.advance(by: "PT1H")
        #expect(test.log(job)[2] == "scheduled v2 last 01T00:00:00 next 01T01:00:00 at 01T00:01:00")
        #expect(test.log(job)[3].hasPrefix("success v2 last 01T01:00:00"))
    }

    @Test func aRunOnItsWayIsFollowedByWhatTheChangedJobSays() throws {
        let job = test.job(["spec": "0 * * * *", "executorId": .int(test.webhook())])
        let delivery = try #require(test.world.takeDeliveries().first)
        change(job, ["startDate": "2026-02-01T00:00:00Z"])
        test.world.settle(delivery.id, succeeded: true, wall: test.wall)
        #expect(test.explain(job)["next"]?[0] == "2026-02-01T00:00:00Z")
    }

    @Test func aSnapshotTakenMeanwhileDeliversAgain() throws {
        let job = test.job(["spec": "0 * * * *", "executorId": .int(test.webhook())])
        let first = try #require(test.world.takeDeliveries().first)
        #expect(test.control("PUT", "snapshots/busy").status == 201)
        test.world.settle(first.id, succeeded: true, wall: test.wall)
        #expect(test.control("POST", "snapshots/busy/restore").status == 204)
        let again = try #require(test.world.takeDeliveries().first)
        test.world.settle(again.id, succeeded: true, wall: test.wall)
        #expect(test.log(job).map { String($0.prefix(10)) } == ["scheduled ", "success v1", "scheduled "])
        #expect(remaining == 999)
    }

    @Test func withoutItsExecutorAJobFails() throws {
        let executor = test.webhook()
        let job = test.job(["spec": "30 * * * *", "executorId": .int(executor)])
        test.call("DELETE", "/executors/\(executor)", ["deletedBy": "t"])
        #expect(try test.advance(by: "PT1H")["failed"] == 1)
        #expect(test.log(job)[1].hasPrefix("failed v1"))
    }

    @Test func aJobThatIsOverCannotBeSwitchedOn() throws {
        let once = test.job(["startDate": "2026-01-01T00:00:00Z"])
        let ended = test.job(["spec": "0 * * * *", "endDate": "2026-01-01T02:30:00Z"])
        try test.advance(by: "PT2H10M")
        for (job, reason) in [(once, "completed"), (ended, "ended")] as [(Int64, JSON)] {
            change(job, ["status": "active"])
            #expect(test.get(job)["status"] == "inactive")
            #expect(test.explain(job)["reason"] == reason)
        }
    }
}
