import ContractProxy
import ContractReport
import Testing

/// Targets that are not there, are slow, or break off: told, never hung.
struct FaultTests {
    @Test func aTargetThatIsDownIsA502() async throws {
        let closed = try await ScriptedUpstream.start([[.close]])
        let url = closed.url
        try await closed.stop()
        try await withProxy(to: url) { proxy in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
            #expect(text.contains("nothing listens there"))
            #expect(text.contains("Content-Type: application/json\r\n"))
            #expect(proxy.report.findings.first?.expectation?.found == "no connection: nothing listens there")
            #expect(proxy.report.exchangeCount == 1)
        }
    }

    @Test func aSlowTargetIsA504() async throws {
        try await withProxy([[.wait(.seconds(20))]], { $0.timeout = .milliseconds(200) }) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 504 Gateway Timeout\r\n"))
            #expect(text.contains("within 0.2 s"))
            #expect(proxy.report.isBreach)
        }
    }

    @Test func aTargetThatStallsWithinAnAnswerIsA504() async throws {
        let half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"data\""
        try await withProxy([[.send(half), .wait(.seconds(20))]], { $0.timeout = .milliseconds(200) }) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 504 Gateway Timeout\r\n"))
        }
    }

    @Test(arguments: [ScriptedUpstream.Step.close, .reset])
    func anAnswerThatBreaksOffIsA502(_ end: ScriptedUpstream.Step) async throws {
        let half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"data\""
        try await withProxy([[.send(half), .wait(.milliseconds(30)), end]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
            #expect(text.contains("after 7 bytes"))
            #expect(proxy.report.findings.first?.exchange?.status == 200)
        }
    }

    @Test func aConnectionWithoutAnAnswerIsA502() async throws {
        try await withProxy([[.close]]) { proxy, upstream in
            let text = try await proxy.exchange(getJobs)
            #expect(text.contains("without an answer"))
            #expect(upstream.requests.count == 1)
        }
    }

    @Test func whatIsNoHTTPIsA502() async throws {
        try await withProxy([[.send("SSH-2.0-OpenSSH_9.6\r\n")]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
            #expect(text.contains("no HTTP"))
        }
    }

    @Test func aStreamThatBreaksOffIsNotEndedInOrder() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
        try await withProxy([[.send(head), .wait(.milliseconds(50)), .reset]]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            let text = try await client.receivedUntilClose()
            #expect(text.contains("abc") && !text.contains("0\r\n\r\n"))
            let words = proxy.report.findings.compactMap(\.expectation?.found)
            #expect(words.contains { $0.contains("the connection ended within the answer") })
        }
    }

    @Test func theConnectionLivesOnAfterAFault() async throws {
        try await withProxy([[.close], [.send(soundPage)]]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            _ = try await client.received(until: "}")
            try await client.send(getJobs)
            let answer = try await client.received(until: #"{"data":[]}"#)
            #expect(answer.contains("HTTP/1.1 200 OK"))
        }
    }

    @Test func aClientThatSpeaksNoHTTPIsToldSo() async throws {
        try await withProxy([[.close]]) { proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send("\u{16}\u{3}\u{1} hello\r\n\r\n")
            let answer = try await client.receivedUntilClose()
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(upstream.requests.isEmpty)
        }
    }

    @Test func anEarlyRefusalReachesAClientThatStillSends() async throws {
        let refusal = answer("413 Too Large", ["Connection: close"], body: #"{"data":"no"}"#)
        let upstream = try await RefusingUpstream.start(refusal)
        try await withProxy(to: upstream.url) { proxy in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send("POST /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\nContent-Length: 1000000\r\n\r\nabc")
            let text = try await client.receivedUntilClose()
            #expect(text.hasPrefix("HTTP/1.1 413"))
            #expect(text.hasSuffix(#"{"data":"no"}"#))
        }
        try await upstream.stop()
    }

    @Test func aPortInUseIsNamed() async throws {
        try await withProxy([[.close]]) { proxy, _ in
            let error = await #expect(throws: ProxyStartError.self) {
                try await withProxy(to: "http://127.0.0.1:1", { $0.port = proxy.port }) { _ in }
            }
            #expect(error?.description == "cannot listen on 127.0.0.1:\(proxy.port): the address is in use")
        }
    }

    @Test func aStopLetsTheAnswerInFlightFinish() async throws {
        try await withProxy([[.wait(.milliseconds(300)), .send(soundPage)]]) { proxy, upstream in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            while upstream.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await proxy.stop()
            let text = try await client.receivedUntilClose()
            #expect(text.hasSuffix(#"{"data":[]}"#))
            #expect(proxy.report.exchangeCount == 1)
        }
    }

    @Test func aStopDoesNotWaitForEverForAStream() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n"
        try await withProxy([[.send(head)]], { $0.stopLimit = .milliseconds(300) }) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            _ = try await client.received(until: "data: 1\n\n\r\n")
            let started = ContinuousClock.now
            try await proxy.stop()
            #expect(ContinuousClock.now - started < .seconds(4))
        }
    }
}
