import Testing

@testable import MockCore
@testable import MockServer

@Suite("Redirects of webhooks")
struct DeliveryRequestTests {
    private var first: DeliveryRequest {
        DeliveryRequest(
            method: "PUT", url: "http://one.test:81/a/b?c=d",
            headers: [("Content-Type", "application/json"), ("Authorization", "x"), ("X-Webhook-Secret", "y")],
            body: Array("{}".utf8))
    }

    @Test(arguments: [301, 302, 303])
    func theseTurnTheRequestIntoAGet(_ status: Int) throws {
        let next = try #require(try first.following(status: status, location: "/other"))
        #expect(next.method == "GET")
        #expect(next.url == "http://one.test:81/other")
        #expect(next.body.isEmpty)
        #expect(next.headers.map(\.name) == ["Authorization", "X-Webhook-Secret"])
    }

    @Test(arguments: [307, 308])
    func theseRepeatTheRequest(_ status: Int) throws {
        let next = try #require(try first.following(status: status, location: "other"))
        #expect(next.method == "PUT")
        #expect(next.url == "http://one.test:81/a/other")
        #expect(next.body == first.body)
        #expect(next.headers.map(\.name) == ["Content-Type", "Authorization", "X-Webhook-Secret"])
    }

    @Test func anotherHostIsNotToldTheAuthorization() throws {
        let next = try #require(try first.following(status: 307, location: "http://two.test/x"))
        #expect(next.headers.map(\.name) == ["Content-Type", "X-Webhook-Secret"])
    }

    @Test func otherAnswersAreTheLast() throws {
        for status in [200, 204, 300, 304, 305, 306, 404, 500] {
            #expect(try first.following(status: status, location: "/other") == nil)
        }
        #expect(try first.following(status: 302, location: nil) == nil)
        #expect(try first.following(status: 302, location: "") == nil)
    }

    @Test func aHeadStaysAHead() throws {
        var head = first
        head.method = "HEAD"
        #expect(try head.following(status: 302, location: "/x")?.method == "HEAD")
    }
}

@Suite("Webhooks over HTTP", .serialized)
struct HTTPDeliveryClientTests {
    private func deliver(to url: String, method: String = "POST") async throws -> DeliveryOutcome {
        let client = HTTPDeliveryClient()
        let outcome = await client.deliver(
            Delivery(
                id: 1, method: method, url: url, headers: [("Content-Type", "application/json")],
                body: Array(#"{"a":1}"#.utf8)))
        try await client.shutdown()
        return outcome
    }

    @Test func theReceiverGetsMethodHeadersAndBody() async throws {
        let receiver = try await ScriptedReceiver.start(["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"])
        #expect(try await deliver(to: receiver.url + "/hook", method: "PUT") == .answered(status: 200))
        let request = try #require(receiver.requests.first)
        #expect(request.hasPrefix("PUT /hook HTTP/1.1\r\n"))
        #expect(request.lowercased().contains("content-type: application/json\r\n"))
        #expect(request.hasSuffix("\r\n\r\n{\"a\":1}"))
        try await receiver.stop()
    }

    /// A port that does not exist is a failure like any other, in the first address and in a redirect.
    @Test func aPortThereCannotBeIsAFailure() async throws {
        let url = "http://127.0.0.1:99999/"
        let expected = DeliveryOutcome.failed(reason: "its URL is not valid")
        #expect(try await deliver(to: url) == expected)
        let receiver = try await ScriptedReceiver.start([
            "HTTP/1.1 307 Again\r\nLocation: \(url)\r\nContent-Length: 0\r\n\r\n"
        ])
        #expect(try await deliver(to: receiver.url) == expected)
        try await receiver.stop()
        #expect(HealthProbe(baseURL: url) == nil)
    }

    @Test func fourHundredAndMoreAreFailures() async throws {
        let receiver = try await ScriptedReceiver.start([
            "HTTP/1.1 399 Odd\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 400 Bad\r\nContent-Length: 3\r\n\r\nno\n",
        ])
        #expect(try await deliver(to: receiver.url).succeeded)
        let outcome = try await deliver(to: receiver.url)
        #expect(outcome == .answered(status: 400))
        #expect(!outcome.succeeded)
        try await receiver.stop()
    }

    @Test func redirectsAreFollowed() async throws {
        let receiver = try await ScriptedReceiver.start([
            "HTTP/1.1 307 Again\r\nLocation: /second\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Elsewhere\r\nLocation: /third\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        ])
        #expect(try await deliver(to: receiver.url + "/first") == .answered(status: 200))
        let lines = receiver.requests.map { $0.prefix { $0 != "\r\n" } }
        #expect(lines == ["POST /first HTTP/1.1", "POST /second HTTP/1.1", "GET /third HTTP/1.1"])
        try await receiver.stop()
    }

    @Test func connectionsAreUsedAgain() async throws {
        let receiver = try await ScriptedReceiver.start(["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"])
        let client = HTTPDeliveryClient()
        for id in 1...5 {
            let delivery = Delivery(id: Int64(id), method: "POST", url: receiver.url, headers: [], body: [])
            #expect(await client.deliver(delivery) == .answered(status: 200))
            // The answer's body is read while the outcome is already told.
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(receiver.connectionCount < 5)
        try await client.shutdown()
        try await receiver.stop()
    }

    @Test func theStatusCountsAlsoWhenTheBodyNeverEnds() async throws {
        let receiver = try await ScriptedReceiver.start(["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"])
        #expect(try await deliver(to: receiver.url) == .answered(status: 200))
        try await receiver.stop()
    }

    @Test func anEndlessRedirectFails() async throws {
        let receiver = try await ScriptedReceiver.start([
            "HTTP/1.1 308 Again\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"
        ])
        #expect(try await deliver(to: receiver.url) == .failed(reason: "stopped after 10 redirects"))
        #expect(receiver.requests.count == 11)
        try await receiver.stop()
    }

    @Test func receiversThatCannotBeReachedAreFailures() async throws {
        let receiver = try await ScriptedReceiver.start([""])
        let url = receiver.url
        try await receiver.stop()
        #expect(try await deliver(to: url) == .failed(reason: "nothing listens there"))
        for bad in ["", "nonsense", "ftp://127.0.0.1/x", "http://", "http://127.0.0.1:65536/", "http://h:99999"] {
            let outcome = try await deliver(to: bad)
            #expect(!outcome.succeeded, "\(bad): \(outcome)")
        }
    }

    @Test func whatIsNoStatusIsAFailure() async throws {
        let receiver = try await ScriptedReceiver.start(["HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n"])
        #expect(
            try await deliver(to: receiver.url) == .failed(reason: "answered with 0, which is no status"))
        try await receiver.stop()
    }

    @Test func aLoginInTheURLIsSent() async throws {
        let receiver = try await ScriptedReceiver.start(["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"])
        let url = receiver.url.replacing("http://", with: "http://me:p%40ss@")
        #expect(try await deliver(to: url).succeeded)
        #expect(receiver.requests.first?.contains("Authorization: Basic bWU6cEBzcw==\r\n") == true)
        try await receiver.stop()
    }

    @Test func aReceiverThatHangsUpIsAFailure() async throws {
        let receiver = try await ScriptedReceiver.start([""])
        #expect(try await !deliver(to: receiver.url).succeeded)
        try await receiver.stop()
    }
}
