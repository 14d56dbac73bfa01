import CivilTime
import Foundation
import Testing

/// A prompt with what is right for it, as a row of `Fixtures/prompts/*.tsv`.
///
/// Columns: id, category, phrase (`\t`, `\n`, `\\` escaped), reference_now, timezone, cron (several with `; `, a zone behind
/// `@`), at (instants), expect (`ok`, `clarify`, `reject`), source, alt (alternatives with ` | `), window (start..end of a
/// bounded schedule, `~1` allows one run more or less), request and fields (JSON), shape, note.
struct PromptCase: Sendable, CustomTestStringConvertible {
    let id: String
    let category: String
    let phrase: String
    let now: Instant
    let zone: Zone
    let crons: [String]
    let instants: [String]
    let expectation: String
    let alternatives: [String]
    let window: String
    let request: String
    let fields: String

    var testDescription: String { "\(id): \(phrase)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Fixtures/prompts")

    /// All cases of a file, in its order.
    static func cases(in file: String) throws -> [PromptCase] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let head = lines.removeFirst().components(separatedBy: "\t")
        return try lines.map { line in
            let values = line.components(separatedBy: "\t")
            try #require(values.count == head.count, "\(file): \(line)")
            return try PromptCase(Dictionary(uniqueKeysWithValues: zip(head, values)))
        }
    }

    static let files = ["intervals", "times", "weeks", "months", "once", "bounds-and-zones", "sentences", "refusals"]
        .map { $0 + ".tsv" }

    static func all() throws -> [PromptCase] { try files.flatMap { try cases(in: $0) } }

    private init(_ row: [String: String]) throws {
        id = row["id"] ?? ""
        category = row["category"] ?? ""
        phrase = Self.unescaped(row["phrase"] ?? "")
        now = try #require(Instant(rfc3339: row["reference_now"] ?? ""))
        zone = try #require(Zone(identifier: row["timezone"] ?? ""))
        crons = Self.list(row["cron"] ?? "")
        instants = Self.list(row["at"] ?? "")
        expectation = row["expect"] ?? ""
        alternatives = (row["alt"] ?? "").components(separatedBy: " | ").filter { !$0.isEmpty }
        window = row["window"] ?? ""
        request = row["request"] ?? ""
        fields = row["fields"] ?? ""
    }

    static func list(_ text: String) -> [String] {
        text.components(separatedBy: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("\\\\", with: "\u{0}").replacing("\\t", with: "\t").replacing("\\n", with: "\n").replacing(
            "\u{0}", with: "\\")
    }
}
