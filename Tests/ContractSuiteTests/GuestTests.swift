import ContractReport
import ContractSuite
import MockCore
import Scheduler0API
import Scheduler0Client
import Testing

/// Callers who may not do everything: what they cannot try is left out with its reason, and is no breach.
@Suite(.serialized)
struct GuestTests {
    private func report(_ scopes: [Scope], _ options: SuiteOptions = .init()) async throws -> Report {
        let server = try await TestServer.start()
        var target = server.target
        let client = try Scheduler0(
            baseURL: target.baseURL, authentication: .operator(username: "username", password: "password"),
            account: 123)
        let made = try await client.createCredential(CredentialCreate(createdBy: "me", scopes: scopes))
        target.operatorLogin = nil
        target.key = (made.apiKey, made.secret ?? "")
        let report = try await Suite(target, options).run()
        try await server.stop()
        return report
    }

    @Test(arguments: [[.read], [.write], [.execute], [.read, .write], [.read, .write, .execute]] as [[Scope]])
    func aKeyOfFewScopesMakesNoBreach(scopes: [Scope]) async throws {
        let report = try await report(scopes)
        #expect(!report.isBreach, "\(report.findings.map { "\($0.checkName ?? ""): \($0.expectation as Any)" })")
        #expect(report.counts.passed > 100)
        for scope in [Scope.read, .write, .execute] {
            let note = "what needs a key with scope \(scope) was left out"
            #expect(report.notes.contains(note) == !scopes.contains(scope), "\(note)")
        }
    }

    @Test func everyAnswerNotSeenHasATrueReason() async throws {
        let report = try await report([.read, .write, .execute])
        let reasons = Set(report.coverage.unseenPairs.map { report.coverage.reasons[$0] ?? "none" })
        #expect(!reasons.contains("none") && !reasons.contains("no request of this suite provokes it"), "\(reasons)")
    }

    @Test func theLogOfAnAccountInUseIsNotCleanedUp() async throws {
        var options = SuiteOptions()
        options.only = ["executions"]
        options.mayHarm = false
        let report = try await report([.read, .write, .execute], options)
        #expect(report.coverage.rows.first { $0.operationID == "cleanupOldExecutionLogs" }?.seen.isEmpty == true)
    }

    @Test func aKeyThatMayDoNothingCannotCheckAnything() async throws {
        let server = try await TestServer.start()
        var target = server.target
        target.operatorLogin = nil
        target.key = ("api-key", "api-secret")
        target.transport = RefusingTransport()
        let error = await #expect(throws: CouldNotRun.self) { try await Suite(target).run() }
        #expect("\(error as Any)".contains("may neither read nor write nor execute in account 123"))
        try await server.stop()
    }
}

/// A server that finds everybody's scopes wanting.
private struct RefusingTransport: Transport {
    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        let isHealth = request.url.hasSuffix("/healthcheck")
        let body = isHealth ? #"{"data":{},"success":true}"# : #"{"data":"credential missing required scope"}"#
        return TransportResponse(status: isHealth ? 200 : 403, headers: [], body: Array(body.utf8))
    }
}
