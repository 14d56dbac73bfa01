import Foundation
import Testing

@testable import scheduler0_mock

@Suite("healthcheck, wait, openapi, routes")
struct OtherCommandTests {
    private let nobody = "http://127.0.0.1:1"

    @Test func healthcheckTellsWhatIsWrong() async throws {
        let result = try await Program.run("healthcheck", "--url", nobody)
        #expect(result.exitCode == 1)
        #expect(result.errorLines == ["scheduler0-mock: \(nobody) is not healthy: nothing listens there"])
    }

    @Test func waitGivesUpInTime() async throws {
        let start = ContinuousClock.now
        let result = try await Program.run("wait", "--url", nobody, "--timeout", "0.3")
        #expect(result.exitCode == 1)
        #expect(result.errorLines.count == 1)
        #expect((.milliseconds(300)...(.seconds(20))).contains(ContinuousClock.now - start))
    }

    @Test func waitReturnsWhenTheServerIsThere() async throws {
        let (first, baseURL) = try await Program.serve()
        first.signal(SIGTERM)
        _ = try await first.result()
        let waiting = try Program(["wait", "--url", baseURL, "--timeout", "20"])
        try await Task.sleep(for: .milliseconds(200))
        let port = try #require(baseURL.split(separator: ":").last.map(String.init))
        let (second, _) = try await Program.serve("--port", port)
        #expect(try await waiting.result().exitCode == 0)
        second.signal(SIGTERM)
        _ = try await second.result()
    }

    @Test(arguments: ["nonsense", "ftp://127.0.0.1", "http://", "http://127.0.0.1:65536"])
    func whatIsNoURLIsWrongUse(_ url: String) async throws {
        #expect(try await Program.run("wait", "--url", url).exitCode == 2)
        #expect(try await Program.run("healthcheck", "--url", url).exitCode == 2)
    }

    @Test func openapiPrintsTheDocumentByteForByte() async throws {
        let document = try String(contentsOf: repository.appendingPathComponent("openapi.json"), encoding: .utf8)
        #expect(try await Program.run("openapi").output == document)
    }

    @Test func routesPrintsEveryOperationOnce() async throws {
        let data = try Data(contentsOf: repository.appendingPathComponent("openapi.json"))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let methods = ["get", "post", "put", "delete", "patch"]
        let operations = paths.values.flatMap { path in methods.compactMap { path[$0] as? [String: Any] } }
        let expected = operations.compactMap { $0["operationId"] as? String }.sorted()

        let lines = try await Program.run("routes").output.split(separator: "\n")
        let rows = lines.map { $0.split(separator: " ", omittingEmptySubsequences: true) }
        #expect(rows.allSatisfy { $0.count == 4 })
        #expect(rows.map { String($0[2]) }.sorted() == expected)
        #expect(lines.contains { $0.hasPrefix("POST ") && $0.contains(" /api/v1/jobs ") && $0.hasSuffix(" write") })
    }

    @Test func columnsAreAsWideAsTheirWidestCell() {
        #expect(Routes.aligned([["a", "bbb", "c"], ["aaaa", "b", "c"]]) == ["a     bbb  c", "aaaa  b    c"])
        #expect(Routes.aligned([]) == [])
    }
}
