import Foundation

/// The built program, run as its users run it.
final class Program: Sendable {
    struct Result {
        var exitCode: Int32
        var output: String
        var error: String

        /// What went to standard error, less the newline at its end.
        var errorLines: [Substring] { error.split(separator: "\n") }
    }

    struct TimedOut: Error { let output: String, error: String }

    private let process: Process
    private let output = PrintedFile()
    private let error = PrintedFile()

    /// Starts the program. Of this process's environment only `PATH` and `HOME` are passed on.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        process = Process()
        process.executableURL = Self.url
        process.arguments = arguments
        let own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }
        process.environment = own.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try output.open()
        process.standardError = try error.open()
        try process.run()
    }

    deinit {
        output.remove()
        error.remove()
    }

    /// Runs the program to its end, which has to come within `limit`.
    static func run(
        _ arguments: String..., environment: [String: String] = [:], within limit: Duration = .seconds(30)
    ) async throws -> Result {
        try await Program(arguments, environment: environment).result(within: limit)
    }

    /// Starts a server on a free port; returns it and its base URL once it listens.
    static func serve(
        _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> (program: Program, baseURL: String) {
        let program = try Program(["serve", "--port", "0"] + arguments, environment: environment)
        let start = "scheduler0-mock listening on "
        let line = try await program.lookForOutput { $0.hasPrefix(start) && $0.hasSuffix("\n") }
        return (program, String(line.dropFirst(start.count).dropLast()))
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func result(within limit: Duration = .seconds(30)) async throws -> Result {
        _ = try await look(within: limit) { process.isRunning ? nil : true }
        // A signal ends a process without an exit code; a shell tells 128 more than its number.
        let code = process.terminationStatus + (process.terminationReason == .exit ? 0 : 128)
        return Result(exitCode: code, output: output.text, error: error.text)
    }

    /// Waits until what was printed is as wanted.
    @discardableResult
    func lookForOutput(_ isWanted: (String) -> Bool) async throws -> String {
        try await look(within: .seconds(20)) { isWanted(output.text) ? output.text : nil }
    }

    private func look<Value>(within limit: Duration, _ find: () -> Value?) async throws -> Value {
        let deadline = ContinuousClock.now + limit
        while true {
            if let value = find() { return value }
            if ContinuousClock.now > deadline {
                process.terminate()
                throw TimedOut(output: output.text, error: error.text)
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// The program lies beside the tests.
    private static var url: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("scheduler0-mock")
    }
}

/// A file for what is printed. (A pipe would not end while a program that another test has started meanwhile, and that
/// has inherited it, runs.)
private struct PrintedFile: Sendable {
    let path = temporaryPath("printed")

    func open() throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        return file
    }

    var text: String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A path in the folder for temporary files that nobody else uses.
func temporaryPath(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)").path
}

/// The top of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
