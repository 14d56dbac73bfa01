import Foundation
import Testing

@testable import ScheduleLanguage

/// The decision table over labelled sentences of our own.
@Suite struct IntentTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let decision: String
        let reason: String
        var testDescription: String { "\(text) → \(reason)" }
    }

    static let rows: [Row] = {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(
            path: "../../Fixtures/prompts/intents.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(text: fields[0], decision: fields[1], reason: fields[2])
        }
    }()

    @Test func theFixtureCoversEveryReasonWell() {
        #expect(Self.rows.count >= 300)
        for reason in ClassificationReason.allCases {
            #expect(Self.rows.count { $0.reason == reason.rawValue } >= 25, "too few sentences for \(reason.rawValue)")
        }
    }

    @Test(arguments: rows)
    func decides(_ row: Row) {
        let answer = classify(row.text)
        #expect(answer.text == row.text)
        #expect(answer.reason.rawValue == row.reason)
        #expect(answer.decision.rawValue == row.decision)
    }
}
