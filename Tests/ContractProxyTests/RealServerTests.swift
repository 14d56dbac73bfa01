import CivilTime
import ContractProxy
import ContractReport
import Logging
import MockCore
import MockServer
import Testing

/// In front of the mock server itself.
struct RealServerTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let login = "X-API-Key: api-key\r\nX-Secret-Key: api-secret\r\nX-Account-ID: 123\r\n"

    private func withMock(_ body: (RunningProxy) async throws -> Void) async throws {
        var options = ServerOptions(world: WorldOptions(), logger: logger)
        options.port = 0
        let server = try await MockServer.start(options)
        let document = try APIDocument.builtIn.get().contract
        try await withProxy(to: server.baseURL, { $0.document = document }, body)
        try await server.stop()
    }

    @Test func anHonestServerIsGreen() async throws {
        try await withMock { proxy in
            for path in ["/jobs?limit=10&offset=0", "/projects?limit=10&offset=0", "/executors?limit=10&offset=0"] {
                let text = try await proxy.exchange("GET /api/v1\(path) HTTP/1.1\r\nHost: h\r\n\(login)\r\n")
                #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.contains("X-Contract-Violations: 0\r\n"))
            }
            let refused = try await proxy.exchange("GET /api/v1/jobs HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(refused.hasPrefix("HTTP/1.1 4"))
            #expect(!proxy.report.isBreach, "\(proxy.report.findings.map(\.violations))")
            #expect(proxy.report.coverage.seenOperationCount == 3)
        }
    }

    @Test func worldsAreReachedThroughTheProxy() async throws {
        try await withMock { proxy in
            let text = try await proxy.exchange(
                "GET /worlds/a/api/v1/projects?limit=10&offset=0 HTTP/1.1\r\nHost: h\r\n\(login)\r\n")
            #expect(text.contains("X-Contract-Violations: 0\r\n"))
            #expect(proxy.report.coverage.seenPairCount == 1)
        }
    }
}
