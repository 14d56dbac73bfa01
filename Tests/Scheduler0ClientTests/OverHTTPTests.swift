import Foundation
import Logging
import MockCore
import MockServer
import Scheduler0API
import Scheduler0Client
import Testing

/// The client over real sockets.
struct OverHTTPTests {
    private func withServer(_ body: (String) async throws -> Void) async throws {
        var options = ServerOptions(
            world: WorldOptions(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        options.port = 0
        let server = try await MockServer.start(options)
        do { try await body(server.baseURL) } catch {
            try await server.stop()
            throw error
        }
        try await server.stop()
    }

    @Test func aDayInTheLifeOfAJob() async throws {
        try await withServer { url in
            let client = try Scheduler0(
                baseURL: url, authentication: .key("api-key", secret: "api-secret"), account: 123)
            let project = try await client.createProject(
                ProjectCreate(name: "Reports", description: "Nightly reports", createdBy: "me"))
            let jobs = try await client.createJobsAndWait([
                JobCreate(projectID: project.id, timezone: "Europe/Berlin", spec: "0 9 * * 1", createdBy: "me")
            ])
            let job = try #require(jobs.first)
            #expect(try await client.getJob(job.id).spec == "0 9 * * 1")
            try await client.deleteJob(job.id, deletedBy: "me")
            let error = await #expect(throws: Scheduler0Error.self) { try await client.getJob(job.id) }
            #expect(error?.description == "404: job cannot be found")
            #expect(error?.localizedDescription == "404: job cannot be found")
        }
    }

    @Test func theThreeWaysToAuthenticate() async throws {
        try await withServer { url in
            let client = try Scheduler0(baseURL: url, account: 123)
            await #expect(throws: Scheduler0Error.self) { try await client.listProjects() }
            for authentication in [
                Authentication.key("api-key", secret: "api-secret"),
                .operator(username: "username", password: "password"),
                .operatorActing(as: "api-key", username: "username", password: "password"),
            ] {
                #expect(try await client.authenticated(by: authentication).listProjects().total == 1)
            }
        }
    }

    @Test func nobodyAtHome() async throws {
        let client = try Scheduler0(baseURL: "http://127.0.0.1:9", timeout: .seconds(5))
        let error = await #expect(throws: Scheduler0Error.self) { try await client.getHealth() }
        guard case .unreachable = error else { return #expect(Bool(false), "\(error as Any)") }
    }
}
