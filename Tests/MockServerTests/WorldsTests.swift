import MockCore
import MockServer
import Testing
import WireJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Worlds")
struct WorldsTests {
    private func projectCount(_ server: RunningServer, _ world: String) async throws -> Int64? {
        try await server.send("GET", "\(world)/api/v1/projects").json?["data"]?["total"]?.intValue
    }

    private func createProject(_ server: RunningServer, _ world: String, name: String = "one") async throws {
        let body = #"{"name":"\#(name)","description":"of this world","createdBy":"test"}"#
        let response = try await server.send("POST", "\(world)/api/v1/projects", body: body)
        #expect(response.status == 201, "\(response.body)")
    }

    @Test func worldsNeverSeeEachOther() async throws {
        try await withServer { server in
            let seeded = try await projectCount(server, "")
            for world in ["", "/worlds/a"] { try await createProject(server, world) }
            try await createProject(server, "/worlds/a", name: "two")
            let base = try #require(seeded)
            #expect(try await projectCount(server, "") == base + 1)
            #expect(try await projectCount(server, "/worlds/a") == base + 2)
            #expect(try await projectCount(server, "/worlds/b") == base)
        }
    }

    @Test func anUncleanPathIsSentToTheCleanOne() async throws {
        try await withServer { server in
            let answer = try await server.send("GET", "/worlds/..//api/v1/projects?limit=1&offset=0")
            #expect(answer.status == 301)
            #expect(answer.body == "")
            #expect(answer.header("Location") == "/api/v1/projects?limit=1&offset=0")
            #expect(try await server.send("GET", "/__admin/worlds").json?.arrayValue?.count == 1)
        }
    }

    /// Two worlds may back up in the same second; neither reaches the files of the other.
    @Test func worldsKeepTheirBackupsApart() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "backups-\(UInt32.random(in: 0 ... .max))")
        try await withServer({ $0.world.backupDirectory = folder.path }) { server in
            for world in ["", "/worlds/a"] {
                #expect(try await server.send("POST", "\(world)/api/v1/cluster/backup").status == 202)
            }
            let own = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/worlds/a")
            #expect(own.count == 1)
            let body = #"{"filePath":"../../\#(own.first ?? "")"}"#
            #expect(try await server.send("POST", "/worlds/a/api/v1/cluster/restore", body: body).status == 400)
        }
    }

    @Test func aSinksNameIsDecodedAndARepeatedHeaderIsAList() async throws {
        try await withServer { server in
            _ = try await server.send("POST", "/__sink/a%20b", headers: "X-A: 1\r\nX-A: 2\r\n")
            let received = try await server.send("GET", "/__admin/sinks/a%20b").json?["received"]?[0]
            #expect(received?["headers"]?["x-a"] == "1, 2")
        }
    }

    @Test func theWorldNamedDefaultIsTheDefaultWorld() async throws {
        try await withServer { server in
            let seeded = try #require(try await projectCount(server, ""))
            try await createProject(server, "/worlds/default")
            #expect(try await projectCount(server, "") == seeded + 1)
        }
    }

    @Test func worldsAreListedAndDropped() async throws {
        try await withServer { server in
            let seeded = try #require(try await projectCount(server, ""))
            for world in ["/worlds/b", "/worlds/a.1_x-Y"] { try await createProject(server, world) }
            let list = try await server.send("GET", "/__admin/worlds").json?.arrayValue
            #expect(list?.map { $0["name"]?.stringValue } == ["default", "a.1_x-Y", "b"])
            #expect(list?.last?["basePath"] == "/worlds/b")

            #expect(try await server.send("DELETE", "/__admin/worlds/b").status == 204)
            #expect(try await projectCount(server, "/worlds/b") == seeded)
            let gone = try await server.send("DELETE", "/__admin/worlds/never")
            #expect(gone.status == 404)
            #expect(gone.json?["error"]?.stringValue?.contains("never") == true)
            #expect(try await server.send("DELETE", "/__admin/worlds/default").status == 409)
        }
    }

    @Test func beyondTheLimitNoWorldIsMade() async throws {
        try await withServer({ $0.worldLimit = 2 }) { server in
            for world in ["/worlds/a", "/worlds/b"] { try await createProject(server, world) }
            let refused = try await server.send("GET", "/worlds/c/api/v1/healthcheck")
            #expect(refused.status == 503)
            #expect(refused.json?["data"]?.stringValue?.contains("DELETE /__admin/worlds/") == true)
            #expect(try await server.send("DELETE", "/__admin/worlds/a").status == 204)
            #expect(try await server.send("GET", "/worlds/c/api/v1/healthcheck").status == 200)
        }
    }

    @Test func twoFirstCallsGetTheSameWorld() async throws {
        try await withServer { server in
            let seeded = try #require(try await projectCount(server, ""))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...8 {
                    group.addTask { try await createProject(server, "/worlds/race", name: "number \(number)") }
                }
                try await group.waitForAll()
            }
            #expect(try await projectCount(server, "/worlds/race") == seeded + 8)
        }
    }

    @Test func lookingAtTheServerMakesNoWorld() async throws {
        try await withServer { server async throws in
            #expect(try await server.send("GET", "/worlds/x/__admin/health").status == 200)
            #expect(try await server.send("GET", "/worlds/x/openapi.json").status == 200)
            #expect(try await server.send("GET", "/__admin/worlds").json?.arrayValue?.count == 1)
        }
    }
}
