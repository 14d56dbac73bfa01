import CivilTime
import MockCore
import Testing
import WireJSON

/// What executors receive. Observed: server-behaviour 6.5.
@Suite struct DeliveryTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func deliveries(after span: String) throws -> [Delivery] {
        var seen: [Delivery] = []
        try test.advance(by: span) { delivery in
            seen.append(delivery)
            return true
        }
        return seen
    }

    @Test func aWebhookGetsMethodSecretAndTheJob() throws {
        let executor = test.webhook(["webhookSecret": "s3cret"])
        let job = test.job([
            "spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor), "data": "payload",
        ])
        let sent = try deliveries(after: "PT2H")
        #expect(sent.count == 2)
        #expect(sent[0].method == "PUT")
        #expect(sent[0].url == "http://127.0.0.1:1/hook")
        #expect(sent[0].headers.contains { $0 == ("X-Webhook-Secret", "s3cret") })
        #expect(sent[0].headers.contains { $0 == ("Content-Type", "application/json") })
        let first = try JSON.parse(sent[0].body)
        #expect(first["job"]?["id"] == .int(job))
        #expect(first["job"]?["data"] == "payload")
        #expect(first["lastExecutionStatus"] == "")
        #expect(first["lastExecutionDateTime"] == nil)
        let second = try JSON.parse(sent[1].body)
        #expect(second["lastExecutionDateTime"] == "2026-01-01T01:00:00Z")
        #expect(second["lastExecutionStatus"] == "success")
    }

    @Test func anAggregatingExecutorGetsTheJobsOfASecondTogether() throws {
        let executor = test.webhook(["payloadAggregation": true])
        let jobs = (0..<3).map { _ in test.job(["startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor)]) }
        let sent = try deliveries(after: "PT1H")
        #expect(sent.count == 1)
        let body = try JSON.parse(sent[0].body)
        #expect(body["aggregated"] == true)
        #expect(body["jobs"]?.arrayValue?.compactMap { $0["job"]?["id"]?.intValue } == jobs)
        #expect(jobs.allSatisfy { test.log($0).last?.hasPrefix("success") == true })
    }

    @Test func aFailedDeliveryIsAFailedRow() throws {
        let job = test.job(["startDate": "2026-01-01T01:00:00Z", "executorId": .int(test.webhook())])
        let report = try test.advance(by: "PT1H") { _ in false }
        #expect(report["failed"] == 1)
        #expect(test.log(job).last == "failed v1 last 01T01:00:00 next - at 01T01:00:00")
    }

    @Test func aJobDeletedWhileItsWebhookIsOnItsWayIsLoggedAndRunsNoMore() throws {
        let job = test.job([
            "spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(test.webhook()),
        ])
        let report = try test.advance(by: "PT5H") { _ in
            test.call("DELETE", "/jobs/\(job)", ["deletedBy": "t"])
            return true
        }
        #expect(report["fired"] == 1)
        #expect(test.log(job).filter { $0.hasPrefix("success") }.count == 1)
    }

    @Test func whatAWebhookCreatesRunsOnTheWay() throws {
        test.job(["startDate": "2026-01-01T01:00:00Z", "executorId": .int(test.webhook())])
        var second: Int64 = 0
        try test.advance(by: "PT5H") { _ in
            if second == 0 { second = test.job(["startDate": "2026-01-01T02:00:00Z", "executorId": 456]) }
            return true
        }
        #expect(test.log(second).last == "success v1 last 01T02:00:00 next - at 01T02:00:00")
    }

    @Test func simulatedDeliveriesLeaveNothingToSend() throws {
        let simulated = try TestWorld { $0.deliveries = .simulated }
        let job = simulated.job(["startDate": "2026-01-01T01:00:00Z", "executorId": 456])
        try simulated.advance(by: "PT1H") { _ in
            Issue.record("a delivery left the world")
            return false
        }
        #expect(simulated.log(job).last?.hasPrefix("success") == true)
    }

    @Test func withARealClockMissedTicksAreSkipped() throws {
        let real = try TestWorld { $0.clock = .real }
        let job = real.job(["spec": "0 * * * * *", "executorId": 456])
        real.wall = real.wall + .seconds(60)
        real.world.tick(wall: real.wall)
        let first = real.world.takeDeliveries()
        real.wall = real.wall + .hours(5) + .seconds(3)
        for delivery in first { real.world.settle(delivery.id, succeeded: true, wall: real.wall) }
        #expect(real.log(job).last == "scheduled v2 last 01T00:00:00 next 01T05:02:00 at 01T05:01:03")
    }
}
