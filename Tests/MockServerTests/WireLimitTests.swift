import MockServer
import Testing
import WireJSON

@Suite("What a connection may cost", .serialized)
struct WireLimitTests {
    /// A server with short limits. `idle` is the one that also runs before a test has sent anything.
    private func withImpatientServer(
        idle: Duration = .seconds(20), _ body: (RunningServer) async throws -> Void
    ) async throws {
        try await withServer(
            {
                $0.limits.tick = .milliseconds(20)
                $0.limits.head = .milliseconds(200)
                $0.limits.body = .milliseconds(200)
                $0.limits.idle = idle
                $0.limits.linger = .milliseconds(200)
            }, body)
    }

    /// The refusal in the envelope, and then the end of the connection.
    private func expectRefusal(_ connection: RawConnection, _ status: Int, _ words: String) async throws {
        let response = try await connection.response()
        #expect(response.status == status)
        #expect(response.json?["success"] == false)
        #expect(response.json?["data"]?.stringValue?.contains(words) == true, "\(response.body)")
        #expect(response.header("Connection") == "close")
        try await connection.closedByServer()
    }

    @Test func aBodyOfEightMebibytesIsAccepted() async throws {
        try await withServer { server async throws in
            let body = "\"" + String(repeating: "x", count: (8 << 20) - 2) + "\""
            #expect(try await server.send("POST", "/__sink/big", body: body).status == 200)
        }
    }

    @Test func aLongerBodyIsRefusedBeforeItIsSent() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("POST /__sink/big HTTP/1.1\r\nHost: a\r\nContent-Length: 8388609\r\n\r\n")
            try await expectRefusal(connection, 413, "8388608 bytes")
        }
    }

    @Test func aLongerBodyIsRefusedAlsoForAClientThatSendsItAllFirst() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            let body = String(repeating: "x", count: 9 << 20)
            try await connection.send(request("POST", "/__sink/big", body: body))
            try await expectRefusal(connection, 413, "8388608 bytes")
        }
    }

    @Test func aLongerChunkedBodyIsRefused() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("POST /__sink/big HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "100000\r\n" + String(repeating: "x", count: 1 << 20) + "\r\n"
            for _ in 1...9 { try await connection.send(chunk) }
            try await expectRefusal(connection, 413, "8388608 bytes")
        }
    }

    @Test(arguments: [
        "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "a", count: 40_000))\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "a", count: 40_000)): 1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n"
            + String(repeating: "X-A: \(String(repeating: "b", count: 20_000))\r\n", count: 4),
        "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X-A: b\r\n", count: 300) + "\r\n",
    ])
    func anOverlongHeadIsRefused(_ text: String) async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(text)
            try await expectRefusal(connection, 431, "too long")
        }
    }

    @Test func headsWithinTheLimitsPass() async throws {
        try await withServer { server async throws in
            let long = "X-Long: \(String(repeating: "a", count: 30_000))\r\n"
            let many = String(repeating: "X-A: b\r\n", count: 150)
            #expect(try await server.send("GET", "/api/v1/healthcheck", headers: long).status == 200)
            #expect(try await server.send("GET", "/api/v1/healthcheck", headers: many).status == 200)
            let target = "/api/v1/healthcheck?q=\(String(repeating: "a", count: 30_000))"
            #expect(try await server.send("GET", target).status == 200)
        }
    }

    @Test(arguments: [
        "garbage\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nbroken header\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET  HTTP/1.1\r\nHost: a\r\n\r\n",
        "G\u{0}T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "brew /pot HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func whatIsNoHTTPIsRefused(_ text: String) async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(text)
            try await expectRefusal(connection, 400, "malformed HTTP request")
        }
    }

    @Test func garbageBehindAGoodRequestIsRefusedAfterItsAnswer() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(request("GET", "/api/v1/healthcheck") + "garbage\r\n\r\n")
            #expect(try await connection.response().status == 200)
            try await expectRefusal(connection, 400, "malformed HTTP request")
        }
    }

    @Test func otherVersionsOfHTTPAreRefused() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("GET / HTTP/3.0\r\nHost: a\r\n\r\n")
            let response = try await connection.response()
            #expect([400, 505].contains(response.status))
            try await connection.closedByServer()
        }
    }

    @Test func unknownExpectationsAndCodingsAreRefused() async throws {
        try await withServer { server in
            let expecting = try await RawConnection.open(port: server.port)
            try await expecting.send(request("POST", "/__sink/a", headers: "Expect: miracles\r\n", body: "{}"))
            try await expectRefusal(expecting, 417, "miracles")
        }
    }

    @Test func aDrippedHeadIsCutOff() async throws {
        try await withImpatientServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("GET /api/v1/healthcheck HTTP/1.1\r\nHost: a\r\n")
            let dripping = Task {
                for _ in 1...200 {
                    try await connection.send("X-Drip: 1\r\n")
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            try await expectRefusal(connection, 408, "head did not arrive within 0.2 s")
            dripping.cancel()
        }
    }

    @Test func aDrippedBodyIsCutOff() async throws {
        try await withImpatientServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("POST /__sink/a HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
            let dripping = Task {
                for _ in 1...200 {
                    try await connection.send("x")
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            try await expectRefusal(connection, 408, "body did not arrive within 0.2 s")
            dripping.cancel()
        }
    }

    @Test func anIdleConnectionIsClosedWithoutAWord() async throws {
        try await withImpatientServer(idle: .seconds(2)) { server in
            let fresh = try await RawConnection.open(port: server.port)
            let used = try await RawConnection.open(port: server.port)
            try await used.send(request("GET", "/api/v1/healthcheck"))
            #expect(try await used.response().status == 200)
            try await fresh.closedByServer()
            try await used.closedByServer()
            #expect(fresh.text.isEmpty)
            #expect(used.text.isEmpty)
        }
    }

    @Test func aSlowAnswerDoesNotCountAsIdle() async throws {
        try await withImpatientServer(idle: .seconds(2)) { server in
            try await server.slowDown(sink: "slow", by: "PT3S")
            #expect(try await server.send("POST", "/__sink/slow", body: "{}").status == 200)
        }
    }

    @Test func beyondTheLimitConnectionsWaitForTheirTurn() async throws {
        try await withServer({ $0.limits.connections = 2 }) { server in
            let first = try await RawConnection.open(port: server.port)
            let second = try await RawConnection.open(port: server.port)
            for connection in [first, second] {
                try await connection.send(request("GET", "/api/v1/healthcheck"))
                _ = try await connection.response()
            }
            let third = try await RawConnection.open(port: server.port)
            try await third.send(request("GET", "/api/v1/healthcheck"))
            try await Task.sleep(for: .milliseconds(200))
            #expect(third.text.isEmpty)
            await first.close()
            #expect(try await third.response().status == 200)
        }
    }
}
