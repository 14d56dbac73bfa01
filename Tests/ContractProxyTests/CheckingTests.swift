import ContractProxy
import ContractReport
import OpenAPIContract
import Testing
import WireJSON

/// What the proxy finds, and what it does about it.
struct CheckingTests {
    @Test func violationsAreCountedAndReported() async throws {
        try await withProxy([[.send(spoiledPage)]]) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.contains("X-Contract-Violations: 1\r\n"))
            #expect(text.hasSuffix(#"{"data":null}"#))
            let finding = try #require(proxy.report.findings.first)
            #expect(finding.operationID == "listJobs")
            #expect(finding.violations.first?.pointer == "/data")
            #expect(proxy.report.isBreach)
        }
    }

    @Test func anUndocumentedStatusPathOrMethodIsAViolation() async throws {
        try await withProxy([[.send(answer("418 Teapot", body: "{}"))]]) { proxy, _ in
            for call in ["GET /api/v1/jobs", "GET /api/v1/teapots", "PATCH /api/v1/jobs"] {
                let text = try await proxy.exchange("\(call) HTTP/1.1\r\nHost: proxy\r\n\r\n")
                #expect(text.contains("X-Contract-Violations: 1\r\n"), "\(call)")
            }
            #expect(proxy.report.counts.breaches == 3)
        }
    }

    @Test func aWrongRequestIsCountedAndNoBreachUnlessAskedFor() async throws {
        let request =
            "POST /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2\r\n\r\n{}"
        for isStrict in [false, true] {
            try await withProxy([[.send(answer("202 Accepted", body: ""))]], { $0.strictRequests = isStrict }) {
                proxy, _ in
                let text = try await proxy.exchange(request, until: "\r\n\r\n")
                #expect(text.contains("X-Contract-Violations: 1\r\n"))
                #expect(proxy.report.isBreach == isStrict)
                #expect(proxy.report.findings.first?.severity == (isStrict ? .breach : .warning))
            }
        }
    }

    @Test func whatBelongsToTheMockIsNotTheAPIs() async throws {
        try await withProxy([[.send(answer("200 OK", body: "{}"))]]) { proxy, _ in
            for path in ["/__admin/health", "/worlds/a/__sink/x", "/openapi.json"] {
                let text = try await proxy.exchange("GET \(path) HTTP/1.1\r\nHost: proxy\r\n\r\n")
                #expect(text.contains("X-Contract-Violations: 0\r\n"))
            }
            #expect(proxy.report.isBreach == false)
        }
    }

    @Test func compressedBodiesPassAndAreSaidToBeUnchecked() async throws {
        let bytes: [UInt8] = [0x1f, 0x8b, 0x08, 0, 0xff, 0x0d, 0x0a]
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
            + "Content-Length: \(bytes.count)\r\n\r\n"
        try await withProxy([[.send(head), .sendBytes(bytes)]]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            try await client.received(
                atLeast: head.utf8.count + "X-Contract-Violations: 0\r\n".utf8.count + bytes.count)
            #expect(client.bytes.suffix(bytes.count).elementsEqual(bytes))
            #expect(client.text.contains("X-Contract-Violations: 0\r\n"))
            #expect(proxy.report.unchecked == ["response body: compressed with gzip": 1])
        }
    }

    @Test func eventStreamsPassAsTheyCome() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        let steps: [ScriptedUpstream.Step] = [
            .send(head + "data: 1\n\n"), .wait(.seconds(2)), .send("data: 2\n\n"), .close,
        ]
        try await withProxy([steps]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send(getJobs)
            let first = try await client.received(until: "data: 1\n\n\r\n")
            #expect(first.contains("X-Contract-Violations: 1\r\n"), "the type is not the documented one")
            #expect(!first.contains("data: 2"), "the first part did not wait for the second")
            let all = try await client.received(until: "0\r\n\r\n")
            #expect(all.contains("data: 2\n\n"))
        }
    }

    @Test(arguments: [true, false])
    func bodiesBeyondTheLimitStream(_ hasLength: Bool) async throws {
        let body = #"{"data":[""# + String(repeating: "x", count: 9 << 20) + #""]}"#
        let framing =
            hasLength ? "Content-Length: \(body.utf8.count)\r\n\r\n" : "Connection: close\r\n\r\n"
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        try await withProxy([[.send(head + framing + body), .close]]) { proxy, _ in
            let client = try await RawClient.open(port: proxy.port)
            try await client.send("GET /api/v1/jobs HTTP/1.0\r\nHost: proxy\r\n\r\n")
            let text = try await client.receivedUntilClose(within: .seconds(30))
            #expect(text.utf8.count > body.utf8.count && text.hasSuffix(String(body.suffix(100))))
            #expect(proxy.report.unchecked == ["response body: longer than 8388608 bytes": 1])
            #expect(proxy.report.isBreach == false)
        }
    }

    @Test func errorsAreAnsweredInPlaceOfABreach() async throws {
        try await withProxy([[.send(spoiledPage)], [.send(soundPage)]], { $0.answersErrors = true }) { proxy, _ in
            let text = try await proxy.exchange(getJobs)
            #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
            #expect(text.contains("X-Contract-Violations: 1\r\n"))
            #expect(text.contains("response body /data"))
            #expect(try await proxy.exchange(getJobs).hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func onlySoManyFindingsAreKept() async throws {
        try await withProxy([[.send(spoiledPage)]], { $0.findingLimit = 2 }) { proxy, _ in
            for _ in 0..<5 { _ = try await proxy.exchange(getJobs) }
            #expect(proxy.report.findings.count == 2)
            #expect(proxy.report.counts.breaches == 5)
        }
    }

    @Test func theReportIsServed() async throws {
        try await withProxy([[.send(spoiledPage)]]) { proxy, upstream in
            _ = try await proxy.exchange(getJobs)
            let text = try await proxy.exchange(
                "GET /__proxy/report HTTP/1.1\r\nHost: proxy\r\nConnection: close\r\n\r\n", until: "}\n")
            let body = try #require(text.firstRange(of: "\r\n\r\n"))
            let json = try JSON.parse(String(text[body.upperBound...]))
            #expect(json["counts"]?["breaches"]?.intValue == 1)
            #expect(json["coverage"]?["statuses"]?["seen"]?.intValue == 1)
            for (format, beginning) in [("junit", "<?xml"), ("html", "<!DOCTYPE html>"), ("text", upstream.url)] {
                let page = try await proxy.exchange(
                    "GET /__proxy/report?format=\(format) HTTP/1.1\r\nHost: proxy\r\n\r\n", until: "\n")
                #expect(page.contains("\r\n\r\n\(beginning)"), "\(format)")
            }
            let wrong = try await proxy.exchange("GET /__proxy/report?format=pdf HTTP/1.1\r\nHost: proxy\r\n\r\n")
            #expect(wrong.hasPrefix("HTTP/1.1 400 Bad Request\r\n") && wrong.contains("junit"))
            #expect(upstream.requests.count == 1)
        }
    }
}
