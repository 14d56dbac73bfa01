import ContractProxy
import Testing

/// What goes in comes out, both ways.
struct PassingTests {
    @Test func anAnswerComesBackAsItWasSent() async throws {
        let sent = answer("200 OK", ["X-Two: a", "x-two: b", "ETag: \"é\""], body: #"{ "data" : [ ] }"#)
        try await withProxy([[.send(sent)]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text == sent.replacing("\r\n\r\n", with: "\r\nX-Contract-Violations: 0\r\n\r\n"))
        }
    }

    @Test func aRequestArrivesAsItWasSent() async throws {
        try await withProxy([[.send(answer("202 Accepted", body: ""))]]) { proxy, upstream in
            let body = #"{"spec": "@daily"}"#
            _ = try await proxy.exchange(
                "POST /api/v1/jobs?x=%zz&[a]=|b HTTP/1.1\r\nHost: proxy\r\nX-Two: a\r\nx-two: b\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
                until: "\r\n\r\n")
            let host = upstream.url.dropFirst("http://".count)
            #expect(
                upstream.requests == [
                    "POST /api/v1/jobs?x=%zz&[a]=|b HTTP/1.1\r\nHost: \(host)\r\nX-Two: a\r\nx-two: b\r\n"
                        + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                ])
        }
    }

    @Test func headersOfTheConnectionStayOnIt() async throws {
        let sent = answer("200 OK", ["Connection: X-Own, keep-alive", "X-Own: 1", "Keep-Alive: timeout=5"], body: "{}")
        try await withProxy([[.send(sent)]]) { proxy, upstream in
            let text = try await proxy.exchange(
                "GET /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\nConnection: X-Mine\r\nX-Mine: 1\r\nTE: trailers\r\n\r\n")
            #expect(!text.contains("X-Own") && !text.contains("Keep-Alive"))
            #expect(upstream.requests.first?.contains("X-Mine") == false)
            #expect(upstream.requests.first?.contains("TE:") == false)
        }
    }

    @Test func aTargetMayHaveABasePath() async throws {
        try await withProxy([[.send(soundPage)]]) { _, upstream in
            try await withProxy(to: upstream.url + "/worlds/a/") { proxy in
                _ = try await proxy.exchange(getJobs)
                #expect(upstream.requests.first?.hasPrefix("GET /worlds/a/api/v1/jobs HTTP/1.1") == true)
                #expect(proxy.report.coverage.seenPairCount == 1)
            }
        }
    }

    @Test func chunkedBodiesKeepTheirFramingAndTrailers() async throws {
        let sent =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "6\r\n{\"data\r\n5\r\n\":[]}\r\n0\r\nX-Sum: 1\r\n\r\n"
        try await withProxy([[.send(sent)]]) { proxy, upstream in
            let text = try await proxy.exchange(
                "GET /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                until: "0\r\nX-Sum: 1\r\n\r\n")
            #expect(text.contains("Transfer-Encoding: chunked"))
            #expect(text.contains("X-Contract-Violations: 1\r\n"), "a body that is not documented: \(text)")
            #expect(text.contains("b\r\n{\"data\":[]}\r\n"))
            #expect(upstream.requests.first?.contains("3\r\nabc\r\n0\r\n\r\n") == true)
        }
    }

    @Test func clientsOfHTTP10GetNoChunks() async throws {
        let sent =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "b\r\n{\"data\":[]}\r\n0\r\n\r\n"
        try await withProxy([[.send(sent)]]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send("GET /api/v1/jobs HTTP/1.0\r\n\r\n")
            let text = try await client.receivedUntilClose()
            #expect(text.hasSuffix("\r\n\r\n{\"data\":[]}"))
            #expect(!text.contains("chunked"))
        }
    }

    @Test func anAnswerThatEndsWithItsConnectionIsWhole() async throws {
        let sent = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":[]}"
        try await withProxy([[.send(sent), .close]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs, until: "0\r\n\r\n")
            #expect(text.contains("X-Contract-Violations: 0\r\n"))
            #expect(text.contains("b\r\n{\"data\":[]}\r\n"))
        }
    }

    @Test func aHeadHasALengthAndNoBody() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"
        try await withProxy([[.send(head)], [.send(soundPage)]]) { proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send("HEAD /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\n\r\n\(getJobs)")
            let text = try await client.received(until: "{\"data\":[]}")
            #expect(text.hasPrefix(head.replacing("\r\n\r\n", with: "\r\nX-Contract-Violations: 0\r\n\r\n")))
            #expect(upstream.requests.count == 2)
        }
    }

    @Test func noContentHasNoBodyAndNoFraming() async throws {
        try await withProxy([[.send("HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n")]]) { proxy, _ in
            let text = try await proxy.exchange(
                "DELETE /api/v1/jobs/7 HTTP/1.1\r\nHost: proxy\r\n\r\n", until: "\r\n\r\n")
            #expect(text == "HTTP/1.1 204 No Content\r\nX-A: 1\r\nX-Contract-Violations: 0\r\n\r\n")
        }
    }

    @Test func interimAnswersAreWaitedThroughAndPassedOn() async throws {
        let early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        try await withProxy([[.send(early), .wait(.milliseconds(20)), .send(soundPage)]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix(early + "HTTP/1.1 200 OK"))
        }
    }

    @Test func pipelinedRequestsAreAnsweredInOrderOnOneConnection() async throws {
        let answers = (1...3).map { answer("200 OK", body: #"{"data":[\#($0)]}"#) }
        try await withProxy(answers.map { [.wait(.milliseconds(10)), .send($0)] }) { proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs + getJobs + getJobs)
            let text = try await client.received(until: #"{"data":[3]}"#)
            let first = try #require(text.firstRange(of: "[1]"))
            let second = try #require(text.firstRange(of: "[2]"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(upstream.connectionCount == 1)
            #expect(proxy.report.exchangeCount == 3)
        }
    }

    @Test func aTargetThatClosesAfterEachAnswerIsNoTrouble() async throws {
        try await withProxy([[.send(answer("200 OK", ["Connection: close"], body: #"{"data":[]}"#)), .close]]) {
            proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            for count in 1...3 {
                try await client.send(getJobs)
                try await client.received(atLeast: count * 100)
                _ = try await client.received(until: "}")
            }
            #expect(proxy.report.isBreach == false)
            #expect(upstream.connectionCount == 3)
        }
    }

    @Test func aRequestThatMeetsAClosedConnectionIsRepeated() async throws {
        try await withProxy([[.send(soundPage)], [.close], [.send(soundPage)]]) { proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            _ = try await client.received(until: "}")
            try await client.send(getJobs)
            try await client.received(atLeast: 250)
            #expect(upstream.requests.count == 3)
            #expect(!client.text.contains("502"))
        }
    }
}
