import MockServer
import Testing
import WireJSON

@Suite("Time and deliveries", .serialized)
struct TimeTests {
    private func createJob(_ server: RunningServer, _ fields: String, world: String = "") async throws {
        let job = #"[{"projectId":123,"timezone":"UTC","executorId":456,"data":"x",\#(fields)}]"#
        let response = try await server.send("POST", "\(world)/api/v1/jobs", body: job)
        try #require(response.status == 202, "\(response.body)")
        let id = try #require(response.json?["data"]?.stringValue)
        let task = try await server.send("GET", "\(world)/api/v1/async-tasks/\(id)")
        try #require(task.json?["data"]?["state"]?.intValue == 2, "\(task.body)")
    }

    private func received(_ server: RunningServer, world: String = "") async throws -> Int {
        let sink = try await server.send("GET", "\(world)/__admin/sinks/quickstart")
        return try #require(sink.json?["received"]?.arrayValue?.count)
    }

    private func freeze(_ server: RunningServer, world: String = "") async throws {
        let body = #"{"mode":"frozen","now":"2026-01-01T00:00:00Z"}"#
        let response = try await server.send("PUT", "\(world)/__admin/clock", body: body)
        try #require(response.status == 200, "\(response.body)")
    }

    @Test func withTheWallClockJobsFireByThemselves() async throws {
        try await withServer { server in
            try await createJob(server, #""spec":"@every 1s""#)
            try await eventually("two deliveries") { try await received(server) >= 2 ? () : nil }
            let totals = try await server.send("GET", "/api/v1/executions/totals")
            #expect(totals.status == 200)
        }
    }

    @Test func aFrozenClockStandsUntilAdvanced() async throws {
        try await withServer { server in
            try await freeze(server)
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await received(server) == 0)
            let advance = try await server.send("POST", "/__admin/clock/advance", body: #"{"by":"PT3H"}"#)
            #expect(advance.status == 200)
            #expect(advance.json?["fired"] == 3)
            #expect(advance.json?["succeeded"] == 3)
            #expect(try await received(server) == 3)
        }
    }

    @Test func anAdvanceWaitsForItsDeliveriesWhileOthersAreAnswered() async throws {
        try await withServer { server in
            try await freeze(server)
            try await server.slowDown(sink: "quickstart", by: "PT1.5S")
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            let advancing = try await RawConnection.open(port: server.port)
            try await advancing.send(
                request("POST", "/__admin/clock/advance", headers: apiHeaders, body: #"{"by":"PT2H"}"#))
            try await eventually("the first delivery") { try await received(server) >= 1 ? () : nil }
            #expect(try await server.send("GET", "/api/v1/projects").status == 200)
            #expect(advancing.text.isEmpty)
            #expect(try await advancing.response().json?["succeeded"] == 2)
        }
    }

    @Test func twoAdvancesFollowEachOther() async throws {
        try await withServer { server in
            try await freeze(server)
            try await server.slowDown(sink: "quickstart", by: "PT0.1S")
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            let answers = try await withThrowingTaskGroup(of: RawResponse.self) { group in
                for _ in 1...2 {
                    group.addTask {
                        try await server.send("POST", "/__admin/clock/advance", body: #"{"by":"PT2H"}"#)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.status) == [200, 200])
            let ends = answers.compactMap { $0.json?["to"]?.stringValue }.sorted()
            #expect(ends == ["2026-01-01T02:00:00Z", "2026-01-01T04:00:00Z"])
            #expect(try await received(server) == 4)
        }
    }

    @Test func anAdvanceGoesOnWhenItsClientHasGone() async throws {
        try await withServer { server in
            try await freeze(server)
            try await server.slowDown(sink: "quickstart", by: "PT0.2S")
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            let advancing = try await RawConnection.open(port: server.port)
            try await advancing.send(
                request("POST", "/__admin/clock/advance", headers: apiHeaders, body: #"{"by":"PT3H"}"#))
            try await eventually("the first delivery") { try await received(server) >= 1 ? () : nil }
            await advancing.close()
            try await eventually("the end of the advance") {
                let clock = try await server.send("GET", "/__admin/clock").json
                return clock?["now"] == "2026-01-01T03:00:00Z" ? () : nil
            }
            #expect(try await received(server) == 3)
        }
    }

    @Test func namedWorldsDeliverToTheirOwnSinks() async throws {
        try await withServer { server in
            try await freeze(server, world: "/worlds/a")
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#, world: "/worlds/a")
            let advance = try await server.send("POST", "/worlds/a/__admin/clock/advance", body: #"{"by":"PT1H"}"#)
            #expect(advance.json?["succeeded"] == 1)
            #expect(try await received(server, world: "/worlds/a") == 1)
            #expect(try await received(server) == 0)
        }
    }

    @Test func manyDeliveriesOfOneInstantAllArrive() async throws {
        try await withServer { server in
            try await freeze(server)
            for _ in 1...80 {
                try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            }
            let advance = try await server.send("POST", "/__admin/clock/advance", body: #"{"by":"PT1H"}"#)
            #expect(advance.json?["fired"] == 80)
            #expect(advance.json?["succeeded"] == 80)
        }
    }

    @Test func aSinkSeesTheWebhooksOfAnInstantInTheirOrder() async throws {
        try await withServer { server in
            try await freeze(server)
            for index in 0..<20 {
                try await createJob(server, #""spec":"0 1 * * *","createdBy":"\#(index)""#)
            }
            _ = try await server.send("POST", "/__admin/clock/advance", body: #"{"by":"PT2H"}"#)
            let sink = try await server.send("GET", "/__admin/sinks/quickstart")
            let bodies = (sink.json?["received"]?.arrayValue ?? []).compactMap { $0["body"]?.stringValue }
            let authors = try bodies.map { try JSON.parse($0)["job"]?["createdBy"]?.stringValue ?? "" }
            #expect(authors == (0..<20).map(String.init))
        }
    }

    @Test func aClockIsSetAfterTheDeliveriesOfItsInstant() async throws {
        try await withServer { server in
            try await freeze(server)
            try await server.slowDown(sink: "quickstart", by: "PT0.3S")
            try await createJob(server, #""startDate":"2025-01-01T00:00:00Z""#)
            try await freeze(server)
            let totals = try await server.send("GET", "/api/v1/executions/totals")
            #expect(totals.json?["data"]?["success"] == 1)
        }
    }

    /// 32 are on the wire at once; the rest has not left and never does.
    @Test func aResetBreaksOffWhatIsOnItsWay() async throws {
        try await withServer { server in
            let other = "/worlds/other"
            let slow = #"{"answers":[{"status":200,"delay":"PT0.5S"}]}"#
            _ = try await server.send("PUT", "\(other)/__admin/sinks/slow", body: slow)
            let url = "http://127.0.0.1:\(server.port)\(other)/__sink/slow"
            let hook =
                #"{"name":"h","type":"webhook_url","webhookUrl":"\#(url)","webhookMethod":"POST","createdBy":"t"}"#
            let executor = try await server.send("POST", "/api/v1/executors", body: hook)
            let id = try #require(executor.json?["data"]?["id"]?.intValue)
            let job = #"{"projectId":123,"timezone":"UTC","startDate":"2025-01-01T00:00:00Z","executorId":\#(id)}"#
            let jobs = Array(repeating: job, count: 100).joined(separator: ",")
            #expect(try await server.send("POST", "/api/v1/jobs", body: "[\(jobs)]").status == 202)
            #expect(try await server.send("POST", "/__admin/reset", body: "").status == 204)
            try await Task.sleep(for: .seconds(1))
            let sink = try await server.send("GET", "\(other)/__admin/sinks/slow")
            #expect(sink.json?["received"]?.arrayValue?.count ?? 100 <= 32)
        }
    }

    @Test func aStopDuringAnAdvanceAnswersIt() async throws {
        let start = ContinuousClock.now
        try await withServer { server in
            try await freeze(server)
            try await server.slowDown(sink: "quickstart", by: "PT20S")
            try await createJob(server, #""spec":"0 * * * *","startDate":"2026-01-01T00:30:00Z""#)
            let advancing = try await RawConnection.open(port: server.port)
            try await advancing.send(
                request("POST", "/__admin/clock/advance", headers: apiHeaders, body: #"{"by":"PT2H"}"#))
            try await eventually("the first delivery") { try await received(server) >= 1 ? () : nil }
            try await server.stop()
            #expect(try await advancing.response().status == 503)
        }
        #expect(ContinuousClock.now - start < .seconds(15))
    }
}
