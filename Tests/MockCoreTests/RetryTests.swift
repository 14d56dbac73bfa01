import CivilTime
import MockCore
import Testing
import WireJSON

/// Documented: product decisions, Retries and Rows; `PUT /__admin/executors/<id>/outcomes`.
@Suite struct RetryTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func job(_ script: JSON, retryMax: Int64) -> Int64 {
        let executor = test.webhook()
        #expect(test.control("PUT", "executors/\(executor)/outcomes", script).status == 200)
        return test.job([
            "spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor),
            "retryMax": .int(retryMax),
        ])
    }

    @Test func aFailureIsRetriedEveryFiveSecondsUnderOneVersion() throws {
        let job = job(["outcomes": [["result": "failure", "times": 2], ["result": "success"]]], retryMax: 3)
        let report = try test.advance(by: "PT1H1M")
        #expect(
            Array(test.log(job).dropFirst()) == [
                "failed v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00",
                "failed v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:05",
                "success v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:10",
                "scheduled v2 last 01T01:00:00 next 01T02:00:00 at 01T01:00:10",
            ])
        #expect(report["fired"] == 1)
        #expect(report["succeeded"] == 1)
        #expect(report["failed"] == 0)
    }

    @Test func exhaustedRetriesEndTheRunAndTheNextHasTheNextVersion() throws {
        let job = job(["outcomes": [], "then": "failure"], retryMax: 1)
        try test.advance(by: "PT2H1M")
        let failures = test.log(job).filter { $0.hasPrefix("failed") }
        #expect(failures.map { String($0.prefix(9)) } == ["failed v1", "failed v1", "failed v2", "failed v2"])
    }

    @Test func aRunCostsOneExecutionHoweverOftenItIsTried() throws {
        _ = job(["outcomes": [], "then": "failure"], retryMax: 3)
        try test.advance(by: "PT1H1M")
        #expect(test.call("GET", "/accounts/123/execution-count").data["executionCount"] == 999)
    }

    @Test func aSlowOutcomeComesAfterItsDelay() throws {
        let job = job(["outcomes": [["result": "success", "delay": "PT3S"]]], retryMax: 0)
        try test.advance(by: "PT1H2S")
        #expect(test.log(job).count == 1)
        try test.advance(by: "PT1S")
        #expect(test.log(job).last?.hasPrefix("scheduled v2") == true)
    }

    @Test func aTimeoutFailsAfterThirtySeconds() throws {
        let job = job(["outcomes": [["result": "timeout"]]], retryMax: 0)
        try test.advance(by: "PT1H29S")
        #expect(test.log(job).count == 1)
        try test.advance(by: "PT1S")
        #expect(test.log(job).contains("failed v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00"))
    }

    @Test(arguments: [
        ("{}", 200), (#"{"outcomes":[{"result":"maybe"}]}"#, 400), (#"{"outcome":[]}"#, 400), ("[]", 400),
        (#"{"outcomes":[{"result":"success","delay":"3s"}]}"#, 400),
        (#"{"outcomes":[{"result":"success","times":0}]}"#, 400),
    ])
    func aWrongScriptIsRefused(_ body: String, _ status: Int) throws {
        #expect(test.control("PUT", "executors/456/outcomes", try JSON.parse(body)).status == status)
    }
}
