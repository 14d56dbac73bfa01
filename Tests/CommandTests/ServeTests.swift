import Foundation
import Testing

@Suite("serve", .serialized)
struct ServeTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func itTellsWhereItListensAndStopsOnASignal(_ signal: Int32) async throws {
        let file = temporaryPath("ready")
        let (program, baseURL) = try await Program.serve("--ready-file", file)
        #expect(baseURL.wholeMatch(of: /http:\/\/127\.0\.0\.1:[1-9][0-9]+/) != nil)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == baseURL)
        #expect(try await Program.run("healthcheck", "--url", baseURL).exitCode == 0)

        program.signal(signal)
        let result = try await program.result(within: .seconds(10))
        #expect(result.exitCode == 0)
        #expect(result.output == "scheduler0-mock listening on \(baseURL)\n")
        #expect(result.error == "")
        try FileManager.default.removeItem(atPath: file)
    }

    /// Whoever names a folder loses nothing in it.
    @Test func aReadyFileIsNoFolder() async throws {
        let folder = temporaryPath("folder")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data("precious".utf8).write(to: URL(fileURLWithPath: "\(folder)/file"))
        let result = try await Program.run("serve", "--port", "0", "--ready-file", folder)
        #expect(result.exitCode == 2)
        #expect(result.errorLines == ["scheduler0-mock: the ready file \(folder) cannot be replaced"])
        #expect(FileManager.default.fileExists(atPath: "\(folder)/file"))
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func itIsTheDefaultSubcommand() async throws {
        let program = try Program(["--port", "0"])
        try await program.lookForOutput { $0.hasPrefix("scheduler0-mock listening on http://127.0.0.1:") }
        program.signal(SIGTERM)
        #expect(try await program.result().exitCode == 0)
    }

    @Test func aPortInUseIsToldInOneLine() async throws {
        let (program, baseURL) = try await Program.serve()
        let port = try #require(baseURL.split(separator: ":").last.map(String.init))
        let second = try await Program.run("serve", "--port", port)
        #expect(second.exitCode == 2)
        #expect(second.output == "")
        #expect(
            second.errorLines == ["scheduler0-mock: cannot listen on 127.0.0.1:\(port): the address is in use"])
        program.signal(SIGTERM)
        _ = try await program.result()
    }

    @Test func aWrongSeedFileIsToldInOneLine() async throws {
        let file = temporaryPath("seed.json")
        defer { try? FileManager.default.removeItem(atPath: file) }
        for (content, words) in [
            (#"{"accounts": [{"id": "one"}]}"#, "/accounts/0/id"), (#"{"accounts": ["#, "is not JSON"),
            (#"{"acounts": []}"#, "acounts"),
        ] {
            try content.write(toFile: file, atomically: true, encoding: .utf8)
            let result = try await Program.run("serve", "--port", "0", "--seed-file", file)
            #expect(result.exitCode == 2, "\(content)")
            #expect(result.errorLines.count == 1, "\(result.error)")
            #expect(result.error.contains(file))
            #expect(result.error.contains(words), "\(result.error)")
        }
        let absent = try await Program.run("serve", "--port", "0", "--seed-file", file + ".absent")
        #expect(absent.exitCode == 2)
        #expect(absent.error.contains("there is no such file"))
    }

    @Test func aDatabaseThatCannotBeReadIsToldInOneLine() async throws {
        let file = temporaryPath("no.database")
        try String(repeating: "no database at all\n", count: 500).write(toFile: file, atomically: true, encoding: .utf8)
        for path in [file, "/no/such/folder/mock.db"] {
            let result = try await Program.run("serve", "--port", "0", "--database", path)
            #expect(result.exitCode == 2)
            #expect(result.output == "")
            #expect(result.errorLines.count == 1, "\(result.error)")
            #expect(result.error.contains(path), "\(result.error)")
        }
        try FileManager.default.removeItem(atPath: file)
    }

    @Test func whatWasAcknowledgedSurvivesAKill() async throws {
        let file = temporaryPath("mock.db")
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
        var (program, baseURL) = try await Program.serve("--database", file)
        let created = try await HTTP.send(
            "POST", "\(baseURL)/api/v1/projects", #"{"name":"kept","description":"d","createdBy":"t"}"#)
        #expect(created.status == 201)
        program.signal(SIGKILL)
        #expect(try await program.result().exitCode == 128 + SIGKILL)

        (program, baseURL) = try await Program.serve("--database", file)
        #expect(try await HTTP.send("GET", "\(baseURL)/api/v1/projects").body.contains(#""name":"kept""#))
        program.signal(SIGTERM)
        #expect(try await program.result().exitCode == 0)
    }

    @Test(arguments: [
        ["serve", "--port", "70000"], ["serve", "--port", "-1"], ["serve", "--api-level", "2.0"], ["--nonsense"],
        ["serve", "--seed-file", "a", "--empty"], ["serve", "--now", "2026-01-01T00:00:00Z", "--clock", "real"],
        ["serve", "--now", "yesterday"], ["serve", "--lease-ttl", "soon"], ["serve", "--max-events", "0"],
        ["serve", "--log-level", "loud"], ["no-such-command"], ["serve", "--admin-token", ""],
    ])
    func wrongUseEndsWithTwo(_ arguments: [String]) async throws {
        let result = try await Program(arguments).result()
        #expect(result.exitCode == 2)
        #expect(result.output == "")
        #expect(!result.error.isEmpty)
    }

    @Test func helpAndVersionAreNoErrors() async throws {
        for arguments in [["--help"], ["serve", "--help"], ["--version"]] {
            let result = try await Program(arguments).result()
            #expect(result.exitCode == 0)
            #expect(!result.output.isEmpty)
            #expect(result.error == "")
        }
    }

    @Test func theEnvironmentSetsWhatNoFlagSets() async throws {
        let environment = [
            "SCHEDULER0_MOCK_HOST": "no.such.host.invalid", "SCHEDULER0_MOCK_NO_ADMIN": "yes",
            "SCHEDULER0_MOCK_USERNAME": "someone",
        ]
        let (program, baseURL) = try await Program.serve("--host", "127.0.0.1", environment: environment)
        #expect(try await HTTP.send("GET", "\(baseURL)/__admin/health").status == 404)
        let operatorHeaders = [
            "Authorization": "Basic \(Data("someone:password".utf8).base64EncodedString())", "X-Peer": "cmd",
        ]
        let accounts = try await HTTP.send("GET", "\(baseURL)/api/v1/accounts/123", headers: operatorHeaders)
        #expect(accounts.status == 200)
        program.signal(SIGTERM)
        _ = try await program.result()

        let wrong = try await Program.run("serve", "--port", "0", environment: ["SCHEDULER0_MOCK_EMPTY": "perhaps"])
        #expect(wrong.exitCode == 2)
        #expect(wrong.error.contains("SCHEDULER0_MOCK_EMPTY"))
    }

    @Test func theLogGoesToStandardErrorAndKeepsSecrets() async throws {
        let (program, baseURL) = try await Program.serve("--log-level", "trace", "--log-format", "json")
        #expect(try await HTTP.send("GET", "\(baseURL)/api/v1/projects?limit=5").status == 200)
        program.signal(SIGTERM)
        let result = try await program.result()
        #expect(result.exitCode == 0)
        #expect(result.output == "scheduler0-mock listening on \(baseURL)\n")
        #expect(result.error.contains("GET /api/v1/projects 200"))
        #expect(!result.error.contains("api-secret"))
        for line in result.errorLines {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }
}
