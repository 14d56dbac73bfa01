import Foundation
import Testing

@Suite("contract", .serialized)
struct ContractTests {
    private static let login = ["--username", "username", "--password", "password"]

    /// Runs `contract`; what stands in the way is told in one line, with exit code 2.
    private func obstacle(_ arguments: [String]) async throws -> String {
        let result = try await Program(["contract"] + arguments).result()
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(result.errorLines.count == 1, "\(result.error)")
        return result.error.hasPrefix("scheduler0-mock: ")
            ? String(result.errorLines.first?.dropFirst(17) ?? "") : result.error
    }

    @Test(arguments: [
        ([], "--base-url is missing: the URL of the server, such as http://127.0.0.1:7070"),
        (
            ["--base-url", "http://127.0.0.1:1"],
            "contract: no credentials: give --api-key, --api-secret and --account-id, or --username and --password"
        ),
        (["--base-url", "http://127.0.0.1:1", "--api-key", "a"], "--api-key needs --api-secret"),
        (["--base-url", "http://127.0.0.1:1", "--password", "a"], "--password needs --username"),
        (
            ["--base-url", "http://127.0.0.1:1"] + login,
            "contract: http://127.0.0.1:1 cannot be reached: nothing listens there"
        ),
        (
            ["--base-url", "http://127.0.0.1:65536"] + login,
            #"contract: "http://127.0.0.1:65536" is not an http or https URL"#
        ),
        (
            ["--base-url", "http://127.0.0.1:1", "--only", "nonsense"] + login,
            #"contract: no story is called "nonsense"; --list names them all"#
        ),
        (["--har", "/nonsense"], "--har: /nonsense cannot be read"),
        (
            ["--base-url", "http://127.0.0.1:1", "--openapi", "/nonsense"] + login,
            "--openapi: /nonsense cannot be read"
        ),
        (
            ["--base-url", "http://127.0.0.1:1", "--report", "pdf=a"] + login,
            "--report: 'pdf=a' is no report: write junit=FILE, json=FILE, html=FILE, text=FILE or github"
        ),
        (
            ["--base-url", "http://127.0.0.1:1", "--report", "json=/nonsense/a"] + login,
            "--report: /nonsense/a cannot be written: there is no folder /nonsense"
        ),
    ])
    func whatCannotRunIsToldInOneLine(arguments: [String], line: String) async throws {
        #expect(try await obstacle(arguments) == line)
    }

    @Test func aDocumentInYAMLIsToldApart() async throws {
        let path = temporaryPath("document.yaml")
        try "# mine\nopenapi: 3.1.0\ninfo: {title: a, version: b}\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let line = try await obstacle(["--base-url", "http://127.0.0.1:1", "--openapi", path] + Self.login)
        #expect(line == "--openapi: \(path) is YAML, and only JSON is read: yq -o json \(path) makes it so")
    }

    @Test func wrongCredentialsCannotCheckAnything() async throws {
        let (server, url) = try await Program.serve()
        let line = try await obstacle(["--base-url", url, "--username", "username", "--password", "wrong"])
        #expect(line.hasPrefix("contract: \(url) refuses the credentials: "))
        server.signal(SIGTERM)
        _ = try await server.result()
    }

    @Test func oneStoryIsToldAndReportedEverywhere() async throws {
        let folder = temporaryPath("reports")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (server, url) = try await Program.serve()
        let formats = ["junit", "json", "html", "text"]
        let reports = formats.flatMap { ["--report", "\($0)=\(folder)/report.\($0)"] }
        let result = try await Program(
            ["contract", "--base-url", url, "--only", "projects"] + reports + Self.login
        ).result()
        #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
        #expect(result.output.hasSuffix("GREEN: the contract is kept\n"))
        for format in formats { #expect(FileManager.default.fileExists(atPath: "\(folder)/report.\(format)")) }
        let uncovered = try await Program(
            ["contract", "--base-url", url, "--only", "projects", "--min-coverage", "50"] + Self.login
        ).result()
        #expect(uncovered.exitCode == 1)
        server.signal(SIGTERM)
        _ = try await server.result()
    }

    @Test func interruptedItCleansUpAndSaysSo() async throws {
        let (server, url) = try await Program.serve()
        let program = try Program(["contract", "--base-url", url, "--report", "json=-"] + Self.login)
        try await Task.sleep(for: .seconds(1))
        program.signal(SIGINT)
        let result = try await program.result()
        #expect(result.exitCode == 130)
        #expect(
            result.errorLines == [
                "scheduler0-mock: interrupted: removing what was made (once more ends it at once)"
            ])
        let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(report?["interrupted"] as? Bool == true && report?["passed"] as? Bool == false)
        server.signal(SIGTERM)
        _ = try await server.result()
    }
}
