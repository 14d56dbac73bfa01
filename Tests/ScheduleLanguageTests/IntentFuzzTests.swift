import Foundation
import Testing

@testable import ScheduleLanguage

/// Whatever is written gets an answer, the same one, and soon.
@Suite struct IntentFuzzTests {
    /// A small generator with a fixed seed, so that a failure can be repeated.
    struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let pieces = [
        "remind", "me", "every", "Monday", "at", "9am", "9", "the", "second", "May", "march", "don't", "stop", "please",
        "can you", "what", "is", "why don't we", "and", ",", ".", "?",
        "never mind", "to", "that", "first", "of", "month", "1/2", "12:99", "2026-13-45", "'", "\"", "{", "🎉", "é",
        "\u{0}", "\n", "half past", "in", "99999999999999999999", "-", ":", "Will",
    ]

    @Test func randomTextHasOneAnswer() {
        var generator = SeededGenerator(state: 0x5EED_0004)
        for _ in 0..<4000 {
            let count = Int.random(in: 0...24, using: &generator)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined(
                separator: Bool.random(using: &generator) ? " " : "")
            let answer = classify(text)
            #expect(answer == classify(text))
            #expect(answer.text == text)
            #expect(answer.decision == answer.reason.decision)
        }
    }

    @Test func randomBytesHaveAnAnswer() {
        var generator = SeededGenerator(state: 0x5EED_0005)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(classify(text).text == text)
        }
    }

    /// Twenty times the text may take twenty times as long; the square of it would be 400 times.
    @Test(arguments: [
        "may ", "a second ", "remind and ", "the report that ", ", don't ", "1 to ", "every first ",
        "when the x is y, ", "how? ", "call ", "x ",
    ])
    func timeGrowsWithLength(_ piece: String) {
        let short = String(repeating: piece, count: max(1, 160 / piece.utf8.count))
        let long = String(repeating: piece, count: max(1, 3200 / piece.utf8.count))
        let shortSeconds = Self.fastestSeconds(short)
        let longSeconds = Self.fastestSeconds(long)
        #expect(
            longSeconds < max(shortSeconds, 0.0001) * 120,
            "\(piece): \(shortSeconds) s for 160 bytes, \(longSeconds) s for 3200")
    }

    private static func fastestSeconds(_ text: String) -> Double {
        (0..<3).map { _ in
            let start = clock()
            _ = classify(text)
            return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }.min() ?? 0
    }
}
