import ContractReport
import ContractSuite
import MockCore
import OpenAPIContract
import Scheduler0Client
import OpenAPIContract
import Testing

/// The suite is green on a server that keeps the contract.
@Suite(.serialized)
struct HealthyServerTests {
    @Test(arguments: APILevel.allCases)
    func theWholeSuiteIsGreen(level: APILevel) async throws {
        let server = try await TestServer.start(apiLevel: level)
        let report = try await Suite(server.target).run()
        try await server.stop()
        for finding in report.findings { print(finding.checkName ?? "-", finding.operationID ?? "-", finding.exchange?.method ?? "", finding.exchange?.url ?? "", finding.exchange?.status ?? 0, finding.expectation.map { "expected \($0.expected); found \($0.found)" } ?? "", finding.violations.map(\.description).joined(separator: "; ")) }
        print(report.counts, report.coverage.percentage, report.durationMilliseconds)
        for pair in report.coverage.unseenPairs { print("unseen", pair.operationID, pair.status, report.coverage.reasons[pair] ?? "-") }
        #expect(!report.isBreach)
    }
}
