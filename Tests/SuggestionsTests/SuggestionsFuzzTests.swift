import CivilTime
import Suggestions
import Testing
import WireJSON

/// A small generator of numbers that are the same in every run.
private struct FixedNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Anything at all as input")
struct SuggestionsFuzzTests {
    private static let pieces = [
        "I", "will", "I'll", "can you", "please", "not", "never", "remind me", "let's", "revisit", "talk", "later",
        "due",
        "by", "on", "at", "in", "the", "a", "end of", "next", "this", "last", "week", "month", "year", "Friday",
        "monday",
        "May", "march 31", "Feb 30", "5", "31st", "99999", "3pm", "25:00", "12:60", "0", "half past", "quarter to",
        "two", "business days", "ago", "from now", "tomorrow", "today", "tonight", "EOD", "and", "if", "once",
        "approved", "it", "this report", "send", "sent it", "done", "never mind", "actually", "instead", "for example",
        "Anna", "Victor", ",", ".", "?", "!", "\n", "\n>", "\"", "'", "\u{2019}s", "-", "/", ":", "1/2", "3/4/5",
        "2026-02-31", "\u{1F600}", "\u{0}", "\u{200D}", "e\u{301}", "\u{FEFF}", "n't", "o'clock", "9999-12-31",
    ]

    @Test("random sentences are analyzed, always the same way, and the answer is whole")
    func sentences() throws {
        var numbers = FixedNumbers(state: 1)
        for round in 0..<400 {
            var messages: [JSON] = []
            for index in 0..<Int.random(in: 1...6, using: &numbers) {
                let words = (0..<Int.random(in: 0...25, using: &numbers)).map { _ in
                    Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
                }
                messages.append([
                    "speaker": ["Victor", "Anna", "Bob"][index % 3],
                    "timestamp": ["2026-07-15T10:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"][
                        round % 3],
                    "message": .string(words.joined(separator: round % 2 == 0 ? " " : "")),
                ])
            }
            let body: JSON = [
                "messages": .array(messages),
                "options": ["include_low_confidence": true, "include_resolved_obligations": true],
            ]
            let answer = AnalysisAnswer(data: try analyze(body, now: Conversation.now, requestNumber: 9).get())
            #expect(answer.suggestions.count + answer.warnings.count <= 2 * messages.count)
            #expect(answer.obligations.count == answer.suggestions.count)
            for found in answer.suggestions {
                let confidence = found["confidence"]?.doubleValue ?? -1
                #expect((0...1).contains(confidence))
                #expect(found.string("reason")?.hasSuffix(".") == true)
                #expect(found.string("temporal", "due_at") != nil)
            }
            #expect(try JSON.parse(answer.data.serialized()) == answer.data)
        }
    }

    /// A random value, mostly of the right kind for a request.
    private func value(_ depth: Int, _ numbers: inout FixedNumbers) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 11 : 8), using: &numbers) {
        case 0: return nil
        case 1: return .bool(.random(using: &numbers))
        case 2: return .int([0, 1, 30, -1, .max, .min][Int.random(in: 0..<6, using: &numbers)])
        case 3: return .double([0.5, -1e300, 1e300, .leastNonzeroMagnitude][Int.random(in: 0..<4, using: &numbers)])
        case 4: return .string(["UTC", "Europe/Berlin", "x", ""][Int.random(in: 0..<4, using: &numbers)])
        case 5:
            return .string(
                ["2026-07-15T10:00:00Z", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "09:00"][
                    Int.random(in: 0..<4, using: &numbers)])
        case 6:
            return .string(
                ["22:00", "24:00", "MON", "urgent", "majority", "2026-12-25"][Int.random(in: 0..<6, using: &numbers)])
        case 7: return .bigNumber("123456789012345678901234567890")
        case 8: return .array((0..<Int.random(in: 0...3, using: &numbers)).map { _ in value(depth - 1, &numbers) })
        default:
            let keys = [
                "recipients", "sender", "timezone", "reference_time", "earliest_send_at", "latest_send_at", "options",
                "start", "end", "days", "working_hours", "quiet_hours", "preferred_windows", "busy_intervals",
                "holidays",
                "messages", "speaker", "timestamp", "message", "participants", "id", "priority", "recipient_coverage",
                "strategy", "minimum_ratio", "metadata", "minimum_confidence", "suggestion_count",
                "minimum_delay_minutes",
            ]
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...5, using: &numbers) {
                object[keys[Int.random(in: 0..<keys.count, using: &numbers)]] = value(depth - 1, &numbers)
            }
            return .object(object)
        }
    }

    @Test("random bodies are answered or refused with a reason, and never crash")
    func bodies() {
        var numbers = FixedNumbers(state: 2)
        for _ in 0..<4_000 {
            let body = value(4, &numbers)
            if case .failure(let problem) = analyze(body, now: Conversation.now, requestNumber: 0) {
                #expect(!problem.message.isEmpty && !problem.code.isEmpty)
            }
            if case .failure(let problem) = suggestSendTimes(body, now: Conversation.now, requestID: "r") {
                #expect(!problem.message.isEmpty && !problem.code.isEmpty)
            }
        }
    }

    @Test("random searches keep their promises")
    func searches() throws {
        var numbers = FixedNumbers(state: 3)
        let zones = [
            "UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        ]
        let clocks = ["00:00", "05:30", "09:00", "12:00", "17:00", "22:15"]
        for _ in 0..<60 {
            func window() -> JSON {
                let start = Int.random(in: 0..<6, using: &numbers)
                let end = (start + Int.random(in: 1..<6, using: &numbers)) % 6
                return ["start": .string(clocks[start]), "end": .string(clocks[end])]
            }
            let recipients: [JSON] = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
                [
                    "timezone": .string(zones[Int.random(in: 0..<6, using: &numbers)]), "working_hours": window(),
                    "quiet_hours": window(), "preferred_windows": [window()], "avoid_windows": [window()],
                ]
            }
            let count = Int64.random(in: 1...10, using: &numbers)
            let spacing = Int64.random(in: 0...300, using: &numbers)
            let answer = try SendTimeAnswer(
                recipients: recipients,
                [
                    "suggestion_count": .int(count), "minimum_spacing_minutes": .int(spacing), "search_horizon_days": 2,
                    "reference_time": .string("2026-0\(Int.random(in: 1...9, using: &numbers))-28T07:03:00Z"),
                    "recipient_coverage": ["all_recipients", "majority", "best_effort"][
                        Int.random(in: 0..<3, using: &numbers)],
                    "diversify": .bool(.random(using: &numbers)),
                ])
            #expect(answer.suggestions.count <= Int(count))
            #expect(answer.suggestions.isEmpty == (answer.count("candidates_scored") == 0))
            #expect(answer.scores == answer.scores.sorted(by: >))
            #expect(answer.scores.allSatisfy { (0...1).contains($0) })
            let summed = answer.data["rejected_summary"]?.objectValue?.reduce(0) { $0 + ($1.value.intValue ?? 0) } ?? 0
            #expect(summed == answer.count("candidates_rejected"))
            let instants = answer.times.compactMap(Instant.init(rfc3339:)).sorted()
            for (one, next) in zip(instants, instants.dropFirst()) { #expect(next - one >= .minutes(spacing)) }
        }
    }

    @Test(
        "hostile texts as long as a message may be take no longer than their length",
        .timeLimit(.minutes(1)),
        arguments: [
            "when ", "once ", "a ", "in 2 ", "by the end of ", "please ", "i can just ", "from monday to ", "\n>",
            "e.g. ", "due ",
        ])
    func longTexts(piece: String) throws {
        let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
        let answer = try Conversation((speaker: "Victor", text: text), (speaker: "Anna", text: text)).analyzed()
        #expect(answer.suggestions.count + answer.warnings.count <= 4)
    }

    @Test("thousands of messages about thousands of things take no longer than their number", .timeLimit(.minutes(1)))
    func longConversation() throws {
        var conversation = Conversation()
        for number in 0..<2_500 {
            conversation.say(
                "Victor", "I will send the report \(number) of client \(number) tomorrow", at: "2026-07-15T10:00:00Z")
        }
        for number in 0..<2_500 {
            conversation.say("Anna", "The memo \(number) has been sent", at: "2026-07-15T11:00:00Z")
        }
        #expect(try conversation.analyzed().suggestions.count == 2_500)
    }
}
