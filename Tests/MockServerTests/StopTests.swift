import MockServer
import Testing
import WireJSON

@Suite("Stopping", .serialized)
struct StopTests {
    /// Stops the server, which has to take a few seconds at most, also on a machine that is busy with other tests.
    private func stopInTime(_ server: RunningServer) async throws {
        let start = ContinuousClock.now
        try await server.stop()
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func aRequestInFlightIsAnswered() async throws {
        var answered: RawResponse?
        try await withServer { server in
            try await server.slowDown(sink: "slow", by: "PT2S")
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(request("POST", "/__sink/slow", body: "{}"))
            try await eventually("the request to be taken in") {
                try await server.send("GET", "/__admin/sinks/slow").body.contains("POST") ? () : nil
            }
            try await stopInTime(server)
            answered = try await connection.response()
            try await connection.closedByServer()
        }
        #expect(answered?.status == 200)
        #expect(answered?.header("Connection") == "close")
    }

    @Test func idleConnectionsAreClosedAndNoneAreAccepted() async throws {
        try await withServer { server in
            let idle = try await RawConnection.open(port: server.port)
            try await idle.send(request("GET", "/api/v1/healthcheck"))
            _ = try await idle.response()
            try await stopInTime(server)
            try await idle.closedByServer()
            await #expect(throws: (any Error).self) { try await RawConnection.open(port: server.port) }
        }
    }

    @Test func aConnectionThatNeverEndsItsRequestDoesNotHoldUpTheStop() async throws {
        try await withServer({ $0.stopLimit = .milliseconds(500) }) { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("POST /__sink/a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n123")
            // Stopping before the head has been read would close the connection for another reason.
            try await Task.sleep(for: .milliseconds(100))
            try await stopInTime(server)
            try await connection.closedByServer()
        }
    }

    @Test func aWaitingCallIsAnsweredAtOnce() async throws {
        var answered: RawResponse?
        try await withServer { server in
            let mode = try await server.send("PUT", "/__admin/tasks", body: #"{"mode":"after","delay":"PT20S"}"#)
            #expect((200..<300).contains(mode.status))
            let id = try await server.createJob()
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(request("GET", "/api/v1/async-tasks/\(id)", headers: apiHeaders))
            try await Task.sleep(for: .milliseconds(200))
            #expect(connection.text.isEmpty)
            try await stopInTime(server)
            answered = try await connection.response()
        }
        #expect(answered?.json?["data"]?["state"]?.intValue == 0)
    }
}

extension RunningServer {
    /// Posts one job; answers the id of its async task.
    func createJob(world: String = "") async throws -> String {
        let job = #"[{"projectId":123,"timezone":"UTC","spec":"@every 1h","executorId":456,"data":"x"}]"#
        let response = try await send("POST", "\(world)/api/v1/jobs", body: job)
        try #require(response.status == 202, "\(response.body)")
        return try #require(response.json?["data"]?.stringValue)
    }
}
