import CivilTime
import Suggestions
import Testing
import WireJSON

@Suite("Requests to the analyzer")
struct AnalyzerRequestTests {
    private static let message: JSON = [
        "speaker": "Victor", "timestamp": "2026-07-15T10:00:00-04:00", "message": "I will send the report tomorrow",
    ]

    private func problem(_ body: JSON) throws -> AnalyzerProblem {
        switch analyze(body, now: Conversation.now, requestNumber: 0) {
        case .success(let data):
            Issue.record("answered \(data.text)")
            throw AnalyzerProblem.noMessages
        case .failure(let problem): return problem
        }
    }

    /// The message with one member changed, as the only one of a request.
    private func body(_ key: String, _ value: JSON?) -> JSON {
        var message = Self.message.objectValue ?? [:]
        message[key] = value
        return ["messages": [.object(message)]]
    }

    private func body(options: JSONObject) -> JSON { ["messages": [Self.message], "options": .object(options)] }

    @Test(
        "without messages there is nothing to analyze",
        arguments: [
            [:] as JSON, ["messages": []], ["messages": nil], ["conversation_id": "c", "options": [:]],
        ])
    func noMessages(body: JSON) throws {
        let problem = try problem(body)
        #expect(problem == .noMessages)
        #expect(problem.message == "at least one message is required")
        #expect(problem.stage == .validation)
    }

    @Test("only English is read", arguments: ["fr", "de-DE", "e", "nl-EN"])
    func locales(locale: String) throws {
        let problem = try problem(body(options: ["locale": .string(locale)]))
        #expect(problem.code == "UNSUPPORTED_LOCALE")
        #expect(
            problem.message
                == "unsupported locale \"\(locale)\": suggestions analysis currently only supports English (en*)")
        #expect(problem.stage == .validation)
    }

    @Test("every English is", arguments: ["en", "EN", "en-GB", "en_US", "english", ""])
    func english(locale: String) throws {
        #expect(throws: Never.self) {
            try analyze(body(options: ["locale": .string(locale)]), now: Conversation.now, requestNumber: 0).get()
        }
    }

    @Test(
        "a wrong type is told with the way to it",
        arguments: [
            ([], "the request body must be an object, but is an array"),
            ("text", "the request body must be an object, but is a string"),
            (["messages": "hi"], "messages must be an array, but is a string"),
            (["messages": [1]], "messages[0] must be an object, but is an integer"),
            (["messages": [["speaker": 1]]], "messages[0].speaker must be a name or an object, but is an integer"),
            (["messages": [["speaker": ["id": 1]]]], "messages[0].speaker.id must be a string, but is an integer"),
            (["messages": [["timestamp": 17]]], "messages[0].timestamp must be a string, but is an integer"),
            (["messages": [["message": ["a"]]]], "messages[0].message must be a string, but is an array"),
            (["messages": [["id": 1.5]]], "messages[0].id must be a string, but is a number"),
            (["participants": [true]], "participants[0] must be a name or an object, but is a boolean"),
            (["participants": ["A", ["timezone": []]]], "participants[1].timezone must be a string, but is an array"),
            (["conversation_id": 7], "conversation_id must be a string, but is an integer"),
            (["options": []], "options must be an object, but is an array"),
            (["options": ["locale": 1]], "options.locale must be a string, but is an integer"),
            (["options": ["reference_time": 1]], "options.reference_time must be a string, but is an integer"),
            (["options": ["minimum_confidence": "x"]], "options.minimum_confidence must be a number, but is a string"),
            (
                ["options": ["include_low_confidence": 1]],
                "options.include_low_confidence must be a boolean, but is an integer"
            ),
        ] as [(JSON, String)])
    func wrongTypes(body: JSON, message: String) throws {
        let problem = try problem(body)
        #expect(problem.message == message)
        #expect(problem.code == "INVALID_FIELD_TYPE")
        #expect(problem.stage == .decoding)
    }

    @Test("types come before everything else")
    func order() throws {
        #expect(try problem(["messages": [], "options": ["locale": 1]]).code == "INVALID_FIELD_TYPE")
        #expect(try problem(["messages": [], "options": ["locale": "fr"]]) == .noMessages)
        #expect(try problem(["messages": [["message": "x"]], "options": ["locale": "fr"]]) == .unsupportedLocale("fr"))
    }

    @Test("every message needs a speaker and a time")
    func missing() throws {
        #expect(try problem(body("speaker", nil)).message == "messages[0].speaker is required")
        #expect(try problem(body("speaker", "")).message == "messages[0].speaker.display_name is required")
        #expect(try problem(body("speaker", [:])).message == "messages[0].speaker.display_name is required")
        #expect(try problem(body("timestamp", nil)) == .missingField("messages[0].timestamp"))
        #expect(try problem(body("timestamp", nil)).stage == .analysis)
        #expect(
            try problem(["messages": [Self.message], "participants": [[:]]]).field == "participants[0].display_name")
    }

    @Test(
        "a time that is none is told of, also on a blank message",
        arguments: [
            "", "yesterday", "2026-07-15 25:00:00Z", "2026-02-30T10:00:00Z", "2026-07-15T10:00:00+25:00", "2026-7-15",
            "2026-07-15T10", "2026-07-15T10:00:00Zulu", "2026-07-15T10:00:00.Z", "1752574800", "20260715T100000Z",
        ])
    func badTimestamps(text: String) throws {
        var message = Self.message.objectValue ?? [:]
        message["timestamp"] = .string(text)
        message["message"] = ""
        let problem = try problem(["messages": [Self.message, .object(message)]])
        #expect(problem == .invalidTimestamp(field: "messages[1].timestamp", text: text))
        #expect(problem.stage == .analysis)
    }

    @Test(
        "the forms of ISO 8601 are read",
        arguments: [
            ("2026-07-15T14:00:00Z", "2026-07-15T14:00:00+00:00"),
            ("2026-07-15T10:00:00-04:00", "2026-07-15T10:00:00-04:00"),
            ("2026-07-15T10:00:00-0400", "2026-07-15T10:00:00-04:00"),
            ("2026-07-15T10:00-04", "2026-07-15T10:00:00-04:00"),
            ("2026-07-15T14:00:00.250Z", "2026-07-15T14:00:00.25+00:00"),
            ("2026-07-15 10:00:00", "2026-07-15T10:00:00-04:00"),
            ("2026-07-15T10:00", "2026-07-15T10:00:00-04:00"), ("2026-07-15", "2026-07-15T00:00:00-04:00"),
            ("2026-01-15T10:00:00", "2026-01-15T10:00:00-05:00"), ("2026-07-15t14:00:00z", "2026-07-15T14:00:00+00:00"),
        ])
    func timestamps(text: String, created: String) throws {
        let data = try analyze(body("timestamp", .string(text)), now: Conversation.now, requestNumber: 0).get()
        #expect(AnalysisAnswer(data: data).suggestions.first?.string("created_at") == created)
    }

    @Test("zones, times of day and confidences are checked")
    func options() throws {
        #expect(
            try problem(body(options: ["default_timezone": "Mars/Base"])).message
                == "options.default_timezone must be an IANA time zone such as America/Toronto, but is \"Mars/Base\"")
        #expect(try problem(body("speaker", ["id": "v", "timezone": "EST5"])).field == "messages[0].speaker.timezone")
        #expect(
            try problem(["messages": [Self.message], "participants": [["id": "a", "timezone": "x"]]]).field
                == "participants[0].timezone")
        for text in ["9:00", "24:00", "0900", "09:60", "", "nine"] {
            #expect(
                try problem(body(options: ["default_due_time": .string(text)]))
                    == .invalidTimeOfDay(field: "options.default_due_time", text: text))
        }
        #expect(try problem(body(options: ["default_deadline_time": "5pm"])).code == "INVALID_TIME_OF_DAY")
        for confidence in [-0.01, 1.01, 65] {
            #expect(
                try problem(body(options: ["minimum_confidence": .double(confidence)]))
                    == .confidenceOutOfRange(confidence))
        }
    }

    @Test("due and deadline times can be set")
    func dueTimes() throws {
        func due(_ text: String) throws -> String? {
            try Conversation(
                (speaker: "Victor", text: text),
                options: ["default_due_time": "08:15", "default_deadline_time": "18:30", "reference_time": "whenever"]
            ).analyzed().only().string("temporal", "due_at")
        }
        #expect(try due("I will send the report on Friday") == "2026-07-17T08:15:00-04:00")
        #expect(try due("I will send the report by Friday") == "2026-07-17T18:30:00-04:00")
        #expect(try due("I will send the report") == "2026-07-16T08:15:00-04:00")
        #expect(try due("I will send the report by 4pm") == "2026-07-15T16:00:00-04:00")
    }

    @Test("messages are read in the order of their times, those of one time as they were sent, and keep their ids")
    func messageOrder() throws {
        var conversation = Conversation()
        conversation.say("Victor", "Done", at: "2026-07-15T12:00:00Z")
        conversation.say("Victor", "I'll send the report tomorrow", at: "2026-07-15T07:00:00-04:00")
        conversation.say("Victor", "I'll call Bob tomorrow", at: "2026-07-15T14:00:00+02:00")
        conversation.options = ["include_resolved_obligations": true]
        let answer = try conversation.analyzed()
        #expect(answer.statuses == ["COMPLETED", "OPEN"])
        #expect(answer.suggestions.compactMap { $0["evidence"]?[0]?.string("message_id") } == ["msg_002", "msg_003"])
    }

    @Test("more than the limits is refused, with the limit")
    func limits() throws {
        let many = JSON.array(Array(repeating: Self.message, count: 5_001))
        #expect(try problem(["messages": many]).message == "messages must have at most 5000 messages")
        let names = (0...100).map { JSON.string("P\($0)") }
        #expect(
            try problem(["messages": [Self.message], "participants": .array(names)]).message
                == "participants must have at most 100 participants")
        let speakers = names.map { name in
            ["speaker": name, "timestamp": "2026-07-15T10:00:00Z", "message": "hi"] as JSON
        }
        #expect(
            try problem(["messages": .array(speakers)]).message == "messages must have at most 100 different speakers")
        let long = String(repeating: "x", count: 20_001)
        #expect(
            try problem(body("message", .string(long))).message == "messages[0].message must have at most 20000 bytes")
        let text = String(repeating: "y", count: 20_000)
        let big = JSON.array(Array(repeating: body("message", .string(text))["messages"]?[0] ?? nil, count: 26))
        #expect(try problem(["messages": big]).message == "messages must have at most 500000 bytes of text together")
        let name = String(repeating: "n", count: 201)
        #expect(try problem(body("speaker", .string(name))).field == "messages[0].speaker.display_name")
    }
}
