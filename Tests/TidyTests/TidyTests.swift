import Foundation
import Testing

/// The style of the source, kept by a test.
@Suite struct TidyTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Source {
        let path: String
        let lines: [Substring]
    }

    private static func sources(under folder: String) throws -> [Source] {
        let base = root.appendingPathComponent(folder)
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            let path = String(url.path.dropFirst(root.path.count + 1))
            return Source(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    @Test func filesAreShort() throws {
        // Lists of words and of messages are long by nature.
        let tables = ["Problem+Words", "CommonWords", "ZoneNames", "Lexicon", "MessageTests", "UnicodeCategories"]
        for source in try Self.sources(under: "Sources") where !tables.contains(where: source.path.contains) {
            #expect(source.lines.count <= 310, "\(source.path) has \(source.lines.count) lines: split it by subject")
        }
    }

    /// One clock, one source of chance: each of these stands in one file, given here with what to use elsewhere.
    @Test(arguments: [
        (call: "Date()", home: "MockServer/WallClock.swift", instead: "the world's clock, or WallClock at the edge"),
        (call: "UUID()", home: "", instead: "Identifiers"),
        (call: ".random(", home: "", instead: "Identifiers, or a generator with a seed"),
        (call: "try!", home: "", instead: "a thrown error"),
        (call: "fatalError(", home: "", instead: "a thrown error"),
        (call: "TODO", home: "", instead: "an issue"),
        (call: "@unchecked Sendable", home: "Schema/SchemaTable.swift", instead: "a value, an actor, or a Mutex"),
    ])
    func aBannedCallStandsAtMostInItsHome(_ rule: (call: String, home: String, instead: String)) throws {
        for source in try Self.sources(under: "Sources") where rule.home.isEmpty || !source.path.hasSuffix(rule.home) {
            for (index, line) in source.lines.enumerated() where calls(rule.call, line) {
                let isComment = line.drop { $0 == " " }.hasPrefix("//")
                #expect(isComment, "\(source.path):\(index + 1) uses \(rule.call): use \(rule.instead)")
            }
        }
    }

    /// Whether `call` stands in `line` as a word of its own, not as the end of another.
    private func calls(_ call: String, _ line: Substring) -> Bool {
        line.ranges(of: call).contains { range in
            guard range.lowerBound > line.startIndex, call.first?.isLetter == true else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber
        }
    }

    /// Only the pipeline and the problems know the profile's quirks as a set; rules ask for one by name.
    @Test func rulesAskForAQuirkNotForTheProfile() throws {
        let homes = ["World/World.swift", "World/WorldOptions.swift", "Pipeline/Quirk.swift"]
        for source in try Self.sources(under: "Sources/MockCore") where !homes.contains(where: source.path.hasSuffix) {
            for (index, line) in source.lines.enumerated() where line.contains(".profile") {
                Issue.record("\(source.path):\(index + 1) asks for the profile: ask for a quirk")
            }
        }
    }

    /// The pure modules stay pure.
    @Test func theCoreKnowsNoSocketsAndNoConcurrency() throws {
        let folders = [
            "MockCore", "Cron", "CivilTime", "ScheduleLanguage", "Suggestions", "OpenAPIContract", "WireJSON",
        ]
        for source in try folders.flatMap({ try Self.sources(under: "Sources/\($0)") }) {
            for (index, line) in source.lines.enumerated() {
                let bad = ["import NIO", "import Hummingbird", "import AsyncHTTPClient", " async ", "await "]
                let isComment = line.drop { $0 == " " }.hasPrefix("//")
                #expect(isComment || !bad.contains(where: line.contains), "\(source.path):\(index + 1): \(line)")
            }
        }
    }

    @Test func everySourceFileEndsWithANewline() throws {
        for source in try Self.sources(under: "Sources") + Self.sources(under: "Tests") {
            #expect(source.lines.last?.isEmpty == true, "\(source.path) has no newline at its end")
        }
    }
}
