import MockServer
import Testing
import WireJSON

@Suite("Access to the control API")
struct AdminTests {
    @Test func healthTellsVersionAndUptime() async throws {
        try await withServer { server in
            let health = try await server.send("GET", "/__admin/health", headers: "")
            #expect(health.status == 200)
            #expect(health.json?.objectValue?.keys == ["status", "version", "uptimeSeconds"])
            #expect(health.json?["status"] == "ok")
            #expect(health.json?["version"] == .string(mockServerVersion))
            #expect((health.json?["uptimeSeconds"]?.intValue).map { (0..<60).contains($0) } == true)
        }
    }

    @Test func aWrongMethodIsRefusedWithAHint() async throws {
        try await withServer { server in
            let response = try await server.send("POST", "/__admin/health")
            #expect(response.status == 405)
            #expect(response.header("Allow") == "GET, HEAD")
            #expect(response.json?.objectValue?.keys == ["error", "hint"])
            #expect(try await server.send("GET", "/__admin/worlds/x").header("Allow") == "DELETE")
        }
    }

    @Test func withATokenOnlyItsBearerPasses() async throws {
        try await withServer({ $0.admin = .token("s3cret") }) { server in
            for headers in ["", "Authorization: Basic s3cret\r\n", "Authorization: Bearer s3cres\r\n"] {
                let refused = try await server.send("GET", "/__admin/health", headers: headers)
                #expect(refused.status == 401)
                #expect(refused.header("WWW-Authenticate") == "Bearer")
                #expect(refused.json?.objectValue?.keys == ["error", "hint"])
                #expect(!refused.body.contains("s3cret"))
            }
            for headers in ["Authorization: Bearer s3cret\r\n", "authorization: bearer s3cret\r\n"] {
                #expect(try await server.send("GET", "/__admin/health", headers: headers).status == 200)
            }
            #expect(try await server.send("POST", "/__admin/reset", headers: "").status == 401)
            #expect(try await server.send("GET", "/worlds/a/__admin/clock", headers: "").status == 401)
        }
    }

    @Test func sinksAndTheDocumentNeedNoToken() async throws {
        try await withServer({ $0.admin = .token("s3cret") }) { server async throws in
            #expect(try await server.send("POST", "/__sink/a", headers: "", body: "{}").status == 200)
            #expect(try await server.send("GET", "/openapi.json", headers: "").status == 200)
        }
    }

    @Test func switchedOffItIsNotThere() async throws {
        try await withServer({ $0.admin = .nobody }) { server in
            for target in ["/__admin/health", "/__admin", "/worlds/a/__admin/reset"] {
                let response = try await server.send("GET", target)
                #expect(response.status == 404)
                #expect(response.body == "404 page not found\n")
            }
            #expect(try await server.send("POST", "/__sink/a", body: "{}").status == 200)
        }
    }
}
