import CivilTime
import MockCore
import Testing
import WireJSON

/// Documented: product decisions, Time. The clock stands at 2026-01-01T00:00:00Z.
@Suite struct FiringTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    @Test func aRecurringJobLeavesARowWhenScheduledAndOneWhenRun() throws {
        let job = test.job(["spec": "0 * * * *"])
        try test.advance(by: "PT1H30M")
        #expect(
            test.log(job) == [
                "scheduled v1 last - next 01T00:00:00 at 01T00:00:00",
                "success v1 last 01T00:00:00 next 01T01:00:00 at 01T00:00:00",
                "scheduled v2 last 01T00:00:00 next 01T01:00:00 at 01T00:00:00",
                "success v2 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00",
                "scheduled v3 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00",
            ])
        #expect(test.get(job)["lastExecutionDate"] == "2026-01-01T01:00:00Z")
    }

    @Test func allRowsOfARunShareOneUniqueId() throws {
        let job = test.job(["spec": "30 * * * *"])
        try test.advance(by: "PT1H")
        let rows = test.call("GET", "/executions?jobId=\(job)&orderBy=dateCreated&orderDirection=ASC").data[
            "executions"]
        #expect(rows?[0]?["uniqueId"] == rows?[1]?["uniqueId"])
        #expect(rows?[1]?["uniqueId"] != rows?[2]?["uniqueId"])
        let ending = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(rows?[0]?["uniqueId"]?.stringValue?.hasSuffix(ending) == true)
    }

    @Test func theFirstRunIsTheFirstInstantFromStartDateOn() throws {
        let onGrid = test.job(["spec": "0 9 * * *", "startDate": "2026-01-03T09:00:00Z"])
        let offGrid = test.job(["spec": "0 9 * * *", "startDate": "2026-01-03T09:00:01Z"])
        let past = test.job(["spec": "0 9 * * *", "startDate": "2024-01-01T00:00:00Z"])
        #expect(test.explain(onGrid)["next"]?[0] == "2026-01-03T09:00:00Z")
        #expect(test.explain(offGrid)["next"]?[0] == "2026-01-04T09:00:00Z")
        #expect(test.explain(past)["next"]?[0] == "2026-01-01T09:00:00Z")
    }

    @Test func endDateIsInclusiveAndEndsTheJob() throws {
        let job = test.job([
            "spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "endDate": "2026-01-01T02:00:00Z",
        ])
        try test.advance(by: "PT5H")
        #expect(test.log(job).filter { $0.hasPrefix("success") }.count == 2)
        #expect(test.get(job)["status"] == "inactive")
        #expect(test.explain(job)["reason"] == "ended")
    }

    @Test func aJobWithoutSpecRunsOnceAtItsStartDate() throws {
        let job = test.job(["startDate": "2026-01-01T06:00:00Z"])
        try test.advance(by: "PT5H59M59S")
        #expect(test.log(job).count == 1)
        try test.advance(by: "P3D")
        #expect(
            test.log(job) == [
                "scheduled v1 last - next 01T06:00:00 at 01T00:00:00",
                "success v1 last 01T06:00:00 next - at 01T06:00:00",
            ])
        #expect(test.get(job)["status"] == "inactive")
        #expect(test.explain(job)["reason"] == "completed")
    }

    @Test func aJobWithoutSpecWhoseStartDateIsPastRunsAtOnce() {
        let job = test.job(["startDate": "2024-01-01T00:00:00Z"])
        #expect(test.log(job).last == "success v1 last 01T00:00:00 next - at 01T00:00:00")
    }

    @Test func datesWithoutOffsetAreReadInTheJobsZone() {
        let job = test.job(["startDate": "2026-06-01T09:00:00", "timezone": "America/New_York"])
        #expect(test.get(job)["startDate"] == "2026-06-01T13:00:00Z")
        let other = test.job(["startDate": "2026-06-01T09:00:00+02:00", "timezone": "America/New_York"])
        #expect(test.get(other)["startDate"] == "2026-06-01T07:00:00Z")
    }

    @Test func anInactiveJobDoesNotRunUntilItIsActive() throws {
        let job = test.job(["spec": "0 * * * *", "status": "inactive"])
        #expect(test.explain(job)["reason"] == "inactive")
        try test.advance(by: "PT2H30M")
        #expect(test.log(job).isEmpty)
        _ = test.call("PUT", "/jobs/\(job)", ["status": "active", "modifiedBy": "t"])
        #expect(test.explain(job)["next"]?[0] == "2026-01-01T03:00:00Z")
        try test.advance(by: "PT1H")
        #expect(test.log(job).filter { $0.hasPrefix("success") }.count == 1)
    }

    @Test func aChangedSpecCountsFromNow() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T00:30:00Z"])
        _ = test.call("PUT", "/jobs/\(job)", ["spec": "15 * * * *", "modifiedBy": "t"])
        #expect(test.explain(job)["next"] == ["2026-01-01T01:15:00Z", "2026-01-01T02:15:00Z", "2026-01-01T03:15:00Z"])
        _ = test.call("PUT", "/jobs/\(job)", ["data": "only data", "modifiedBy": "t"])
        #expect(test.log(job).count == 2)
    }

    @Test func aDeletedJobNoLongerRuns() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z"])
        _ = test.call("DELETE", "/jobs/\(job)", ["deletedBy": "t"])
        let report = try test.advance(by: "P1D")
        #expect(report["fired"] == 0)
    }

    @Test func jobsOfOneInstantRunInTheOrderInWhichTheyWerePlanned() throws {
        let ids = (0..<5).map { _ in test.job(["startDate": "2026-01-01T01:00:00Z"]) }
        try test.advance(by: "PT1H")
        let rows = test.call("GET", "/executions?state=success&limit=100&orderBy=dateCreated&orderDirection=ASC").data
        #expect(rows["executions"]?.arrayValue?.compactMap { $0["jobId"]?.intValue } == ids)
    }

    @Test func anImpossibleSpecIsExplained() {
        let job = test.job(["spec": "0 0 30 2 *"])
        #expect(test.explain(job)["reason"] == "impossible")
        #expect(test.explain(job)["next"] == [])
    }

    @Test func everyFollowsTheStartDateElseTheCreation() throws {
        let anchored = test.job(["spec": "@every 90m", "startDate": "2025-12-31T23:00:00Z"])
        let free = test.job(["spec": "@every 90m"])
        #expect(test.explain(anchored)["next"]?[0] == "2026-01-01T00:30:00Z")
        #expect(test.explain(free)["next"]?[0] == "2026-01-01T01:30:00Z")
    }
}
