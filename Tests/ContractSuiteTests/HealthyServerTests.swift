import ContractReport
import ContractSuite
import Foundation
import MockCore
import OpenAPIContract
import Scheduler0Client
import Testing

/// The suite is green on a server that keeps the contract, in memory and on a file, at both API levels.
@Suite(.serialized)
struct HealthyServerTests {
    @Test(arguments: APILevel.allCases, [true, false])
    func theWholeSuiteIsGreen(level: APILevel, onFile: Bool) async throws {
        let name = "contract-suite-\(ProcessInfo.processInfo.processIdentifier)-\(level)-\(onFile)"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = onFile ? folder.appendingPathComponent("world.db").path : nil
        let server = try await TestServer.start(apiLevel: level, database: file)
        let report = try await Suite(server.target).run()
        try await server.stop()
        for finding in report.findings { Issue.record("\(Self.words(finding))") }
        #expect(!report.isBreach)
        #expect(report.counts.skipped == 0)
        #expect(report.coverage.provocablePercentage >= 95)
        for pair in report.coverage.unseenPairs { #expect(report.coverage.reasons[pair] != nil, "\(pair)") }
    }

    private static func words(_ finding: Finding) -> String {
        let request = finding.exchange.map { "\($0.method) \($0.url) \($0.status ?? 0)" } ?? ""
        let expectation = finding.expectation.map { "expected \($0.expected), found \($0.found)" } ?? ""
        return "\(finding.checkName ?? ""): \(request) \(expectation) \(finding.violations.map(\.description))"
    }
}
