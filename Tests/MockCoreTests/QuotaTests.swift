import CivilTime
import MockCore
import Testing
import WireJSON

/// Documented: product decisions, Quota. Observed: server-behaviour 6.6, 9.2.
@Suite struct QuotaTests {
    private let test: TestWorld

    init() throws {
        test = try TestWorld {
            $0.seed = .document(
                [
                    "accounts": [["id": 123, "name": "a", "executionCount": 2, "tokens": 1]],
                    "credentials": [
                        [
                            "id": 1, "accountId": 123, "apiKey": "api-key", "apiSecret": "api-secret",
                            "scopes": ["admin"],
                        ]
                    ],
                    "projects": [["id": 123, "accountId": 123, "name": "p"]],
                ], name: "test")
        }
    }

    private var remaining: JSON? { test.call("GET", "/accounts/123/execution-count").data["executionCount"] }

    @Test func atZeroTheJobsBecomeInactiveAndFeatureThreeBringsThemBack() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z"])
        let other = test.job(["spec": "30 * * * *", "startDate": "2026-01-02T00:00:00Z"])
        let report = try test.advance(by: "PT6H30M")
        #expect(report["fired"] == 2)
        #expect(remaining == 0)
        #expect(test.get(job)["status"] == "inactive")
        #expect(test.get(other)["status"] == "inactive")
        #expect(test.get(other)["modifiedBy"] == "system")
        #expect(test.explain(job)["reason"] == "quota")
        #expect(test.call("PUT", "/accounts/123/feature", ["featureId": 3]).status == 201)
        #expect(remaining == 100_000)
        #expect(test.get(job)["status"] == "active")
        #expect(test.get(other)["status"] == "active")
        #expect(test.explain(job)["next"]?[0] == "2026-01-01T07:00:00Z")
    }

    @Test func moreExecutionsDoNotBringJobsBack() throws {
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z"])
        try test.advance(by: "PT6H")
        #expect(test.call("PUT", "/accounts/123/execution-count", ["count": 5]).data["newExecutionCount"] == 5)
        #expect(test.get(job)["status"] == "inactive")
    }

    @Test func everyMonthTheCountIsGivenAnew() throws {
        test.job(["startDate": "2026-01-01T01:00:00Z"])
        try test.advance(by: "P1D")
        #expect(remaining == 1)
        try test.advance(by: "P30D")
        #expect(remaining == 1000)
        let overview = test.call("GET", "/accounts/123/execution-count").data
        #expect(overview["nextResetDate"] == "2026-03-01T00:00:00Z")
    }

    @Test func logsAreKeptThirtyDays() throws {
        let job = test.job(["startDate": "2026-01-01T01:00:00Z"])
        try test.advance(by: "P30D")
        #expect(test.log(job).count == 2)
        try test.advance(by: "P2D")
        #expect(test.log(job).isEmpty)
    }

    @Test func reportsOfLocalExecutorsArePaidForWithoutRefusal() throws {
        let executor = test.call("POST", "/local-executors", ["name": "n", "command": "c", "createdBy": "t"]).data["id"]
        let job = test.job(["spec": "0 * * * *", "executorId": executor ?? 0])
        let report: JSON = .array(
            (1...3).map { ["jobId": .int(job), "uniqueId": .string("u\($0)"), "state": 1] })
        let reply = test.call("POST", "/local-executors/\(executor?.intValue ?? 0)/executions", report)
        #expect(reply.data["committed"] == 3)
        #expect(remaining == 0)
    }

    @Test func aCountThatWouldGrowBeyondTheLargestNumberStays() throws {
        let test = try TestWorld()
        #expect(test.call("PUT", "/accounts/456/execution-count", ["count": .int(Int64.max - 1000)]).status == 200)
        #expect(test.call("PUT", "/accounts/456/feature", ["featureId": 3]).status == 400)
        let account = test.call("GET", "/accounts/456/execution-count").data
        #expect(account["executionCount"] == .int(Int64.max))
        #expect(test.call("GET", "/accounts/456").data["features"] == [])
    }

    // MARK: The system account

    @Test(arguments: [false, true]) func theSystemAccountHasEveryFeatureButTeams(_ isEmpty: Bool) throws {
        let test = try TestWorld { if isEmpty { $0.seed = .empty } }
        let account = test.call("GET", "/accounts/1", as: TestWorld.theOperator).data
        #expect(account["features"]?.arrayValue?.compactMap { $0["featureId"]?.intValue } == [1, 2, 3, 4, 6, 7])
    }

    // MARK: Prompts

    private func prompt(_ test: TestWorld, account: String = "123") throws -> String {
        let headers = [("X-API-Key", "api-key"), ("X-Secret-Key", "api-secret"), ("X-Account-ID", account)]
        let reply = test.call("POST", "/prompt", ["prompt": "every Monday at 9am", "timezone": "UTC"], as: headers)
        #expect(reply.status == 200)
        return try #require(reply.headers.first { $0.name == "X-RateLimit-Remaining" }?.value)
    }

    /// What remains is the limit less the log of this month, whatever happened to the log.
    @Test func whatRemainsFollowsTheLog() throws {
        let test = try TestWorld()
        #expect(test.call("DELETE", "/accounts/123/features/all").status == 200)
        #expect(try (0..<3).map { _ in try prompt(test) } == ["1000", "999", "998"])
        #expect(test.control("PUT", "snapshots/three").status < 300)
        #expect(try (0..<2).map { _ in try prompt(test) } == ["997", "996"])
        #expect(test.control("POST", "snapshots/three/restore").status < 300)
        #expect(try prompt(test) == "997")
        let state = test.control("GET", "state").json
        #expect(test.control("POST", "reset").status == 204)
        #expect(test.call("DELETE", "/accounts/123/features/all").status == 200)
        #expect(try prompt(test) == "1000")
        #expect(test.control("PUT", "state", state).status < 300)
        #expect(try prompt(test) == "996")
        try test.advance(by: "P31D")
        #expect(try prompt(test) == "1000")
    }
}
