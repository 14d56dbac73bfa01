import ContractReport
import ContractSuite
import MockCore
import MockServer
import Scheduler0API
import Scheduler0Client
import Synchronization
import Testing
import WireJSON

/// Runs that do not come to their end.
@Suite(.serialized)
struct BreakingOffTests {
    private let login = Authentication.operator(username: "username", password: "password")

    /// Runs the suite and cancels it after the first check whose name contains `words`.
    private func interrupted(
        _ server: TestServer, _ story: String, at words: String
    ) async throws -> Report {
        var options = SuiteOptions()
        options.only = [story]
        let suite = try Suite(server.target, options)
        let (signals, signal) = AsyncStream.makeStream(of: Void.self)
        let running = Task { try await suite.run { if $0.name.contains(words) { signal.yield() } } }
        for await _ in signals { break }
        running.cancel()
        return try await running.value
    }

    @Test func whatWasMadeIsRemoved() async throws {
        let server = try await TestServer.start()
        let report = try await interrupted(server, "paging", at: "ordered by")
        let client = try Scheduler0(baseURL: server.running.baseURL, authentication: login)
        for account in try #require(report.madeAccounts) {
            #expect(try await client.listProjects(account: account).total == 0)
            #expect(try await client.listJobs(account: account).total == 0)
            #expect(try await client.listExecutors(account: account).total == 0)
            #expect(try await client.listCredentials(account: account).total == 0)
        }
        #expect(report.notes.contains("what was made was removed"))
        #expect(TerminalReport(report).text.hasSuffix("INTERRUPTED: no breach so far\n"))
        try await server.stop()
    }

    @Test func theClusterIsReadyAgain() async throws {
        let server = try await TestServer.start()
        _ = try await interrupted(server, "weather", at: "write_failure")
        let client = try Scheduler0(baseURL: server.running.baseURL, authentication: login)
        _ = try await client.createAccount(name: "the cluster writes again")
        try await server.stop()
    }

    @Test func aServerThatGoesAwayEndsTheRun() async throws {
        let server = try await TestServer.start()
        var target = server.target
        target.transport = VanishingTransport(after: 300)
        let report = try await Suite(target).run()
        #expect(report.isBreach)
        #expect(report.counts.failed <= 6)
        #expect(report.notes.contains("the server stopped answering: not every story was told"))
        #expect(report.notes.contains { $0.hasSuffix("rows that were made could not be removed") })
        try await server.stop()
    }
}

extension Report {
    /// Of the note that names them.
    fileprivate var madeAccounts: [Int64]? {
        notes.first { $0.hasPrefix("accounts ") }.map { note in
            note.split(separator: " ").compactMap { Int64($0) }
        }
    }
}

/// A server that is there for a while.
private final class VanishingTransport: Transport {
    private let left: Mutex<Int>

    init(after count: Int) { left = Mutex(count) }

    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse {
        let isThere = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard isThere else { throw .unreachable("nothing listens there") }
        return try await HTTPTransport.shared.exchange(request, timeout: timeout)
    }
}
