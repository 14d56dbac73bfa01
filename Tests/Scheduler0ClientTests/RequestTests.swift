import Scheduler0API
import Scheduler0Client
import Testing
import WireJSON

/// What goes out.
struct RequestTests {
    private static let done = ScriptedTransport.Step(status: 200, json: #"{"data":{},"success":true}"#)

    private func request(
        _ authentication: Authentication = .key("api-key", secret: "api-secret"),
        _ call: (Scheduler0) async throws -> Void
    ) async throws -> TransportRequest {
        let transport = ScriptedTransport([Self.done])
        try await call(try client(transport, authentication: authentication))
        return try #require(transport.requests.first)
    }

    private func value(_ name: String, _ request: TransportRequest) -> String? {
        request.headers.first { $0.name == name }?.value
    }

    @Test func aKeyGoesOutWithItsSecretAndAccount() async throws {
        let request = try await request { _ = try await $0.getProject(7) }
        #expect(request.url == "http://127.0.0.1:7070/api/v1/projects/7")
        #expect(value("X-API-Key", request) == "api-key")
        #expect(value("X-Secret-Key", request) == "api-secret")
        #expect(value("X-Account-ID", request) == "123")
        #expect(value("Content-Type", request) == "application/json")
    }

    @Test func theOperatorSaysThatHeIsOne() async throws {
        let request = try await request(.operator(username: "username", password: "pass:wörd")) {
            _ = try await $0.getProject(7)
        }
        #expect(value("Authorization", request) == "Basic dXNlcm5hbWU6cGFzczp3w7ZyZA==")
        #expect(value("X-Peer", request) == "cmd")
        #expect(value("X-API-Key", request) == nil)
    }

    @Test func theOperatorActsAsACredential() async throws {
        let request = try await request(.operatorActing(as: "other-key", username: "u", password: "p")) {
            _ = try await $0.getProject(7)
        }
        #expect(value("X-Act-As-API-Key", request) == "other-key")
        #expect(value("Authorization", request) == "Basic dTpw")
    }

    @Test func theAccountOfACallBeatsThatOfTheClient() async throws {
        let request = try await request { _ = try await $0.getProject(7, account: 9) }
        #expect(value("X-Account-ID", request) == "9")
    }

    @Test func anAccountInThePathIsAlsoInTheHeader() async throws {
        let request = try await request { _ = try await $0.getAccount(8) }
        #expect(value("X-Account-ID", request) == "8")
    }

    @Test func theHealthCheckCarriesNoCredential() async throws {
        let request = try await request { _ = try await $0.getHealth() }
        #expect(value("X-API-Key", request) == nil)
        #expect(value("X-Account-ID", request) == nil)
    }

    @Test func onlyWhatIsSetIsSent() async throws {
        let request = try await request { _ = try await $0.updateJob(1, JobUpdate(modifiedBy: "me", retryMax: 0)) }
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"modifiedBy":"me","retryMax":0}"#)
    }

    @Test func queriesAreEscaped() async throws {
        let request = try await request {
            _ = try await $0.listPromptRequests(PromptLogQuery(limit: 5, search: "a&b=c d/ü"))
        }
        #expect(request.url.hasSuffix("/ai/prompt-requests?limit=5&search=a%26b%3Dc%20d%2F%C3%BC"))
    }

    @Test func idsThatAreTextAreEscapedInPaths() async throws {
        let request = try await request { _ = try await $0.getAsyncTask("../jobs?x") }
        #expect(request.url.hasSuffix("/async-tasks/..%2Fjobs%3Fx"))
    }

    @Test(arguments: ["", "ftp://host", "http://", "http://host?x=1", "http://ho st", "host:7070", "http:///path"])
    func whatIsNoURLIsRefused(text: String) {
        #expect(throws: Scheduler0Error.invalidBaseURL(text)) { try Scheduler0(baseURL: text) }
    }

    @Test func aBaseURLMayHaveAPath() throws {
        #expect(try Scheduler0(baseURL: "http://host:1/worlds/a//").baseURL == "http://host:1/worlds/a")
    }
}
