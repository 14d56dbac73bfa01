import Scheduler0API
import Scheduler0Client
import Testing

/// Servers that are none, and URLs that lead nowhere: an error in plain words, in time.
struct BadServerTests {
    private func error(_ url: String, timeout: Duration = .seconds(5)) async throws -> Scheduler0Error? {
        let client = try Scheduler0(baseURL: url, authentication: .key("a", secret: "b"), account: 1, timeout: timeout)
        return await #expect(throws: Scheduler0Error.self) { try await client.getHealth() }
    }

    @Test(.timeLimit(.minutes(1))) func anAnswerThatNeverEndsIsGivenUp() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        for ending in [OddServer.Ending.silence, .drip] {
            try await OddServer.with(head, then: ending) { url in
                let limit = Duration.milliseconds(200)
                let error = try await error(url, timeout: limit)
                #expect(error == .timedOut(after: limit))
            }
        }
    }

    @Test(arguments: [
        ("SSH-2.0-OpenSSH_9.2\r\n", "it does not speak HTTP/1.1"),
        ("", "the connection was closed before the answer was complete"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
            "the connection was closed before the answer was complete"
        ),
    ]) func whatIsNoAnswerIsToldInWords(bytes: String, words: String) async throws {
        try await OddServer.with(bytes, then: .close) { url in
            let description = try await error(url)?.description ?? ""
            #expect(description.hasPrefix("no answer: \(words)"), "\(description)")
        }
    }

    @Test func aServerWithoutTLSIsToldInWords() async throws {
        try await OddServer.with("HTTP/1.1 400 Bad Request\r\n\r\n", then: .close) { url in
            let description = try await error("https\(url.dropFirst(4))")?.description
            #expect(description == "no answer: it does not speak TLS")
        }
    }

    @Test(arguments: [
        "", "foo", "ftp://a", "http://", "http:///x", "http://:80", "http://127.0.0.1:65536", "http://127.0.0.1:0",
        "http://[::1", "http://a b", "http://a?x=1", "http://a#b",
    ]) func whatIsNoURLIsRefused(text: String) {
        #expect(throws: Scheduler0Error.invalidBaseURL(text)) { try Scheduler0(baseURL: text) }
    }

    @Test(arguments: [
        "http://127.0.0.1", "https://scheduler0.example:8443/base/", "http://[::1]:7070", "HTTP://a:65535",
    ]) func aURLIsTaken(text: String) throws {
        #expect(try Scheduler0(baseURL: text).baseURL.hasPrefix("http"))
    }

    @Test func aLeaderAtAPortThatCannotBeIsNotFollowed() async throws {
        for place in ["http://a:99999/api/v1/jobs", "http://a:99999/api/v1/jobs?x=1", "/api/v1/jobs?x=1"] {
            let transport = ScriptedTransport([
                .init(status: 302, json: "", headers: [HeaderField("Location", place)])
            ])
            let client = try client(transport)
            await #expect(throws: Scheduler0Error.redirected(to: place)) { try await client.createJobs([]) }
            #expect(transport.requests.count == 1)
        }
    }
}
