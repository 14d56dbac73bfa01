import MockServer
import Testing
import WireJSON

@Suite("HTTP/1.1 over a real socket")
struct WireTests {
    private let health = request("GET", "/api/v1/healthcheck")

    @Test func aConnectionServesOneRequestAfterTheOther() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            for _ in 1...3 {
                try await connection.send(health)
                #expect(try await connection.response().status == 200)
            }
            #expect(!connection.isClosedByServer)
        }
    }

    @Test func pipelinedRequestsAreAnsweredInTheirOrder() async throws {
        try await withServer { server in
            try await server.slowDown(sink: "slow", by: "PT0.2S")
            let connection = try await RawConnection.open(port: server.port)
            let slow = request("POST", "/__sink/slow", body: "{}")
            try await connection.send(slow + health + request("GET", "/nowhere") + health)
            let first = try await connection.response()
            #expect(first.status == 200)
            #expect(first.json?["data"] == nil)
            #expect(try await connection.response().json?["success"] == true)
            #expect(try await connection.response().status == 404)
            #expect(try await connection.response().json?["success"] == true)
        }
    }

    @Test func aThousandPipelinedRequestsAllComeBack() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            let all = (1...1_000).map { request("GET", "/nowhere/\($0)") }.joined()
            try await connection.send(all + health)
            for _ in 1...1_000 { #expect(try await connection.response().status == 404) }
            #expect(try await connection.response().status == 200)
        }
    }

    @Test func aRequestMayArriveInSingleBytes() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            for byte in request("POST", "/__sink/dripped", body: #"{"a":1}"#).utf8 {
                try await connection.send([byte])
            }
            #expect(try await connection.response().status == 200)
        }
    }

    @Test func headAnswersTheHeadersOfGetAndNoBody() async throws {
        try await withServer { server in
            for target in ["/api/v1/healthcheck", "/openapi.json", "/__admin/health", "/nowhere"] {
                let get = try await server.send("GET", target)
                let connection = try await RawConnection.open(port: server.port)
                try await connection.send(request("HEAD", target, headers: apiHeaders) + request("GET", "/nowhere"))
                let head = try await connection.response(hasBody: false)
                #expect(head.head == get.head)
                #expect(head.header("Content-Length") == String(get.body.utf8.count))
                // Had a body followed, the next answer could not be read.
                #expect(try await connection.response().body == "404 page not found\n")
            }
        }
    }

    @Test func unknownPathsGetThePageOfTheRealServer() async throws {
        let targets = [
            "/", "/nowhere", "/api/v2/jobs", "/api/v1/nowhere", "/api/v1", "/worlds", "/worlds/", "/worlds/x",
            "/worlds/a b/api/v1/healthcheck", "/worlds/a%2Fb/api/v1/healthcheck", "/__sink/", "/__sink/a/b",
            "/worlds/\(String(repeating: "n", count: 65))/api/v1/healthcheck", "/openapi.jso", "/__administer",
        ]
        try await withServer { server in
            for target in targets where !target.contains(" ") {
                let response = try await server.send("GET", target)
                #expect(response.status == 404, "\(target)")
                #expect(response.body == "404 page not found\n", "\(target)")
                #expect(response.header("Content-Type") == "text/plain; charset=utf-8")
                #expect(response.header("X-Content-Type-Options") == "nosniff")
            }
        }
    }

    @Test func aWrongMethodNamesTheRightOnes() async throws {
        try await withServer { server in
            let api = try await server.send("DELETE", "/api/v1/healthcheck")
            #expect(api.status == 405)
            #expect(api.header("Allow")?.contains("GET") == true)
            let document = try await server.send("POST", "/openapi.json")
            #expect(document.status == 405)
            #expect(document.header("Allow") == "GET, HEAD")
        }
    }

    @Test func theSameRequestGetsTheSameBytes() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            let list = request("GET", "/api/v1/projects", headers: apiHeaders)
            try await connection.send(list)
            let first = try await connection.response()
            try await Task.sleep(for: .milliseconds(1_100))
            try await connection.send(list)
            #expect(try await connection.response() == first)
            #expect(first.header("Date") == nil)
            #expect(first.header("Server") == nil)
        }
    }

    @Test func connectionCloseIsHonoured() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(request("GET", "/api/v1/healthcheck", headers: "Connection: close\r\n"))
            let response = try await connection.response()
            #expect(response.status == 200)
            #expect(response.header("Connection") == "close")
            try await connection.closedByServer()
        }
    }

    @Test func http10ConnectionsCloseUnlessAskedToStay() async throws {
        try await withServer { server in
            let old = try await RawConnection.open(port: server.port)
            try await old.send("GET /api/v1/healthcheck HTTP/1.0\r\n\r\n")
            #expect(try await old.response().status == 200)
            try await old.closedByServer()

            let kept = try await RawConnection.open(port: server.port)
            for _ in 1...2 {
                try await kept.send("GET /api/v1/healthcheck HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                let response = try await kept.response()
                #expect(response.status == 200)
                #expect(response.header("Connection") == "keep-alive")
            }
        }
    }

    @Test func aRequestForAnotherProtocolIsAnsweredInThisOne() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            let upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
            try await connection.send(request("GET", "/api/v1/healthcheck", headers: upgrade))
            #expect(try await connection.response().status == 200)
            try await connection.closedByServer()
        }
    }

    @Test func theAbsoluteFormOfATargetIsUnderstood() async throws {
        try await withServer { server async throws in
            #expect(try await server.send("GET", "http://example.test/api/v1/healthcheck").status == 200)
            #expect(try await server.send("GET", "http://example.test").status == 404)
        }
    }

    @Test func aClientThatWaitsForContinueIsToldToGoOn() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(
                "POST /__sink/a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
            #expect(try await connection.response().status == 100)
            try await connection.send("{}")
            #expect(try await connection.response().status == 200)
        }
    }

    @Test func aClientThatClosesItsSideStillGetsItsAnswer() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send(health + health)
            try await connection.closeOutput()
            #expect(try await connection.response().status == 200)
            #expect(try await connection.response().status == 200)
            try await connection.closedByServer()
        }
    }

    @Test func chunkedBodiesAreRead() async throws {
        try await withServer { server in
            let connection = try await RawConnection.open(port: server.port)
            try await connection.send("POST /__sink/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            try await connection.send("1\r\n{\r\n")
            try await connection.send("1\r\n}\r\n0\r\n\r\n")
            #expect(try await connection.response().status == 200)
            try await connection.send(health)
            #expect(try await connection.response().status == 200)
        }
    }
}
