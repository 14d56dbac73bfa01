import MockServer
import Testing
import WireJSON

@Suite("Calls that wait for an async task", .serialized)
struct WaitTests {
    @Test func theCallReturnsWhenTheTaskHasEnded() async throws {
        try await withServer { server in
            _ = try await server.send("PUT", "/__admin/tasks", body: #"{"mode":"after","delay":"PT0.2S"}"#)
            let id = try await server.createJob()
            let response = try await server.send("GET", "/api/v1/async-tasks/\(id)")
            #expect(response.status == 200)
            #expect(response.json?["data"]?["state"]?.intValue == 2)
        }
    }

    @Test func otherCallsAreAnsweredMeanwhile() async throws {
        try await withServer { server in
            _ = try await server.send("PUT", "/__admin/tasks", body: #"{"mode":"after","delay":"PT1.5S"}"#)
            let id = try await server.createJob()
            let waiting = try await RawConnection.open(port: server.port)
            try await waiting.send(request("GET", "/api/v1/async-tasks/\(id)", headers: apiHeaders))
            #expect(try await server.send("GET", "/api/v1/projects").status == 200)
            #expect(waiting.text.isEmpty)
            #expect(try await waiting.response().json?["data"]?["state"]?.intValue == 2)
        }
    }

    @Test func movingTheTaskByHandEndsTheWait() async throws {
        try await withServer { server in
            _ = try await server.send("PUT", "/__admin/tasks", body: #"{"mode":"manual"}"#)
            let id = try await server.createJob()
            let waiting = try await RawConnection.open(port: server.port)
            try await waiting.send(request("GET", "/api/v1/async-tasks/\(id)", headers: apiHeaders))
            for state in 1...2 {
                let moved = try await server.send("POST", "/__admin/tasks/\(id)", body: #"{"state":\#(state)}"#)
                #expect((200..<300).contains(moved.status), "\(moved.body)")
            }
            // The first answer may be that of the wait's end; the task has ended by the second.
            _ = try await waiting.response()
            let after = try await server.send("GET", "/api/v1/async-tasks/\(id)")
            #expect(after.json?["data"]?["state"]?.intValue == 2)
        }
    }

    @Test func aClientThatOnlyClosesItsSideIsAnsweredAtOnce() async throws {
        try await withServer { server in
            _ = try await server.send("PUT", "/__admin/tasks", body: #"{"mode":"after","delay":"PT20S"}"#)
            let id = try await server.createJob()
            let waiting = try await RawConnection.open(port: server.port)
            try await waiting.send(request("GET", "/api/v1/async-tasks/\(id)", headers: apiHeaders))
            try await Task.sleep(for: .milliseconds(100))
            try await waiting.closeOutput()
            #expect(try await waiting.response().json?["data"]?["state"]?.intValue == 0)
            try await waiting.closedByServer()
        }
    }
}
