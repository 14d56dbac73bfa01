import Foundation
import Testing

@Suite("exec", .serialized)
struct ExecTests {
    /// The summary line on standard error.
    private func summary(_ requests: Int) -> Substring {
        "scheduler0-mock exec: \(requests) requests served, 0 contract violations"
    }

    @Test func theCommandFindsTheServerAndItsLogin() async throws {
        let script = """
            echo "$SCHEDULER0_API_KEY $SCHEDULER0_API_SECRET $SCHEDULER0_ACCOUNT_ID"
            echo "$SCHEDULER0_USERNAME $SCHEDULER0_PASSWORD $KEPT"
            "$0" healthcheck --url "$SCHEDULER0_BASE_URL" && echo healthy
            """
        let program = CommandLine.arguments[0].split(separator: "/").dropLast().joined(separator: "/")
        let result = try await Program.run(
            "exec", "--password", "other", "--", "sh", "-c", script, "/\(program)/scheduler0-mock",
            environment: ["KEPT": "kept"])
        #expect(result.output == "api-key api-secret 123\nusername other kept\nhealthy\n")
        #expect(result.errorLines == [summary(1)])
        #expect(result.exitCode == 0)
    }

    @Test func otherSeedsHaveOtherLogins() async throws {
        let script = #"echo "${SCHEDULER0_API_KEY-none} ${SCHEDULER0_ACCOUNT_ID-none}""#
        let empty = try await Program.run("exec", "--empty", "--", "sh", "-c", script)
        #expect(empty.output == "none 1\n")

        let file = temporaryPath("seed.json")
        try #"""
        {"accounts": [{"id": 7, "name": "Seven"}],
         "credentials": [{"id": 1, "accountId": 7, "apiKey": "k", "apiSecret": "s", "scopes": ["read"]}]}
        """#.write(toFile: file, atomically: true, encoding: .utf8)
        let own = try await Program.run("exec", "--seed-file", file, "--", "sh", "-c", script)
        #expect(own.output == "k 7\n", "\(own.error)")
        try FileManager.default.removeItem(atPath: file)
    }

    @Test func theExitCodeIsTheCommands() async throws {
        #expect(try await Program.run("exec", "--", "sh", "-c", "exit 7").exitCode == 7)
        #expect(try await Program.run("exec", "--", "sh", "-c", "kill -9 $$").exitCode == 137)
        #expect(try await Program.run("exec", "--", "sh", "-c", "kill -TERM $$").exitCode == 143)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func signalsReachTheCommand(_ signal: Int32) async throws {
        let script = "trap 'echo trapped; exit 5' INT TERM; echo ready; while :; do sleep 0.05; done"
        let program = try Program(["exec", "--", "sh", "-c", script])
        try await program.lookForOutput { $0 == "ready\n" }
        program.signal(signal)
        let result = try await program.result()
        #expect(result.output == "ready\ntrapped\n")
        #expect(result.exitCode == 5)
        #expect(result.errorLines == [summary(0)])
    }

    @Test func theCommandHasItsSignalsAsUsual() async throws {
        // A command that inherited a blocked or ignored signal could not be ended by it. (The two signals beyond 31 that
        // glibc ignores are its own.)
        let result = try await Program.run("exec", "--", "sh", "-c", "grep -E '^Sig(Blk|Ign)' /proc/self/status")
        let masks = result.output.split(separator: "\n").compactMap { UInt64($0.split(separator: "\t")[1], radix: 16) }
        #expect(masks.map { $0 & 0x7fff_ffff } == [0, 0], "\(result.output)")
    }

    @Test func whatCannotBeRunIsTold() async throws {
        let nothing = try await Program.run("exec")
        #expect(nothing.exitCode == 2)
        #expect(nothing.errorLines.count == 1)
        let absent = try await Program.run("exec", "--", "no-such-program")
        #expect(absent.exitCode == 2)
        #expect(absent.errorLines == ["scheduler0-mock: cannot run no-such-program: No such file or directory"])
    }
}
