import CivilTime
import MockCore
import Testing
import WireJSON

/// Documented: product decisions, `PUT /__admin/clock`.
@Suite struct ClockSettingTests {
    private func set(_ test: TestWorld, _ now: JSON) -> JSON {
        let reply = test.control("PUT", "clock", ["mode": "frozen", "now": now])
        #expect(reply.status == 200)
        return reply.json
    }

    /// The usual first step of a test: jobs of a seed, then a clock of the test's own.
    @Test func jobsThatHaveNotRunFollowAClockSetBack() throws {
        let test = try TestWorld { $0.clock = .real }
        let hourly = test.job(["spec": "30 * * * *"])
        let later = test.job(["spec": "30 * * * *", "startDate": "2025-06-01T02:00:00Z"])
        #expect(set(test, "2025-06-01T00:00:00Z")["nextDue"] == "2025-06-01T00:30:00Z")
        #expect(test.explain(hourly)["next"]?[0] == "2025-06-01T00:30:00Z")
        #expect(test.explain(later)["next"]?[0] == "2025-06-01T02:30:00Z")
        #expect(try test.advance(by: "PT4H")["fired"] == 6)
    }

    @Test func noResetOfTheCountIsFurtherThanAMonth() throws {
        let test = try TestWorld()
        _ = set(test, "2025-06-15T00:00:00Z")
        #expect(count(test)["nextResetDate"] == "2025-07-15T00:00:00Z")
        test.call("PUT", "/accounts/123/execution-count", ["count": 5])
        try test.advance(by: "P29D")
        #expect(count(test)["executionCount"] == 1005)
        try test.advance(by: "P1D")
        #expect(count(test)["executionCount"] == 1000)
    }

    private func count(_ test: TestWorld) -> JSON { test.call("GET", "/accounts/123/execution-count").data }

    @Test func nothingDueIsLeftBehindByAClockSetForward() throws {
        let test = try TestWorld()
        test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z"])
        #expect(set(test, "2026-03-01T00:30:00Z")["nextDue"] == "2026-03-01T01:00:00Z")
    }

    @Test func everyKeepsItsStepWhenTheJobIsChangedOrLate() throws {
        let test = try TestWorld { $0.clock = .real }
        let job = test.job(["spec": "@every 1m", "executorId": .int(test.webhook())])
        test.wall += .seconds(20)
        #expect(test.call("PUT", "/jobs/\(job)", ["modifiedBy": "t", "data": "new"]).status == 200)
        #expect(test.explain(job)["next"]?[0] == "2026-01-01T00:01:00Z")
        test.wall += .seconds(40)
        test.world.tick(wall: test.wall)
        let delivery = try #require(test.world.takeDeliveries().first)
        test.wall += Span(milliseconds: 61_500)
        test.world.settle(delivery.id, succeeded: true, wall: test.wall)
        #expect(test.explain(job)["next"]?[0] == "2026-01-01T00:03:00Z")
    }
}
