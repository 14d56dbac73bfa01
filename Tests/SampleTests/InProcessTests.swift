import CivilTime
import MockServer
import Scheduler0API
import Scheduler0Client
import Testing
import WireJSON

/// How a Swift project tests its own code against Scheduler0: a server in the process, a world of its own, its own clock.
@Suite struct InProcessTests {
    @Test func aWeekOfReportsIsDelivered() async throws {
        try await MockServer.withServer { server in
            let world = try server.world("weekly-report")
            try await world.freeze(at: Instant(rfc3339: "2026-01-01T00:00:00Z"))
            let scheduler0 = try Scheduler0(
                baseURL: world.baseURL, authentication: .key("api-key", secret: "api-secret"), account: 123)

            // The code under test: here, making a job.
            _ = try await scheduler0.createJobsAndWait([
                JobCreate(
                    projectID: 123, timezone: "Europe/Berlin", executorID: 456, spec: "0 9 * * 1-5", createdBy: "me")
            ])
            let week = try await world.advance(by: .days(7))

            #expect(week.fired == 5)
            #expect(week.failed == 0)
            #expect(try await world.received(bySink: "quickstart").count == 5)
            try await world.reset()
            #expect(try await scheduler0.listJobs().total == 0)
        }
    }

    @Test func worldsDoNotSeeEachOther() async throws {
        try await MockServer.withServer { server in
            let one = try server.world("one")
            try await one.load(["accounts": [["id": 1, "name": "System"], ["id": 7, "name": "Mine"]]])
            #expect(try await one.state()["accounts"]?.arrayValue?.count == 2)
            #expect(try await server.world("two").state()["accounts"]?.arrayValue?.count == 3)
        }
    }
}
