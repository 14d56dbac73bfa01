import Suggestions
import Testing
import WireJSON

@Suite("Who is to act")
struct ActorTests {
    private static let three: [JSON] = [
        ["id": "u1", "display_name": "Victor Hugo"], ["id": "u2", "display_name": "Anna Karenina"],
        ["id": "u3", "name": "Will", "timezone": "Europe/London"],
    ]

    private func found(_ text: String, speaker: String = "Victor Hugo", participants: [JSON] = three) throws -> JSON {
        try Conversation((speaker: speaker, text: text), participants: participants).analyzed().only()
    }

    @Test("promises, waiting and reminders are the speaker's, with the id of the participant of that name")
    func speaker() throws {
        let victor: JSON = ["id": "u1", "display_name": "Victor Hugo"]
        for text in [
            "I will send the report", "Still waiting for the report", "Remind me to call Bob",
            "The report is due Friday",
        ] {
            let found = try found(text)
            #expect(found["actor"] == victor)
            #expect(found["requested_by"] == .null)
            #expect(found.string("explanation", "actor_resolution") == "speaker")
        }
        #expect(try self.found("I will send it today", speaker: "victor hugo")["actor"] == victor)
    }

    @Test(
        "a request is for the participant whom it names",
        arguments: [
            "Anna, can you send the report today?", "Can you send the report today, Anna Karenina?",
            "Could Anna or you please send the report?", "Hi Anna! Please send the report today.",
            "Victor here. Anna, please send the report to Will",
        ])
    func named(text: String) throws {
        let found = try found(text)
        #expect(found["actor"] == ["id": "u2", "display_name": "Anna Karenina"])
        #expect(found["requested_by"] == ["id": "u1", "display_name": "Victor Hugo"])
        #expect(found.string("explanation", "actor_resolution") == "named_participant")
    }

    @Test(
        "nobody is named by a word of grammar, by the speaker's own name or by where something goes",
        arguments: [
            "Will you send the report today?", "Please send the report today. Victor",
            "Can you send the report to Anna today?", "please send the report today, anna",
        ])
    func unresolved(text: String) throws {
        let found = try found(text)
        #expect(found["actor"] == ["id": .null, "display_name": "UNRESOLVED"])
        #expect(found["requested_by"] == ["id": "u1", "display_name": "Victor Hugo"])
        #expect(found.string("explanation", "actor_resolution") == "unresolved")
    }

    @Test("one called Will can be asked all the same")
    func grammaticalName() throws {
        #expect(try found("Will, can you send the report today?")["actor"] == ["id": "u3", "display_name": "Will"])
    }

    @Test("a first name that two people share names neither")
    func sharedFirstName() throws {
        let people: [JSON] = ["Victor", "Anna Karenina", "Anna Pavlova"]
        #expect(
            try found("Anna, please send the report today", speaker: "Victor", participants: people)
                .string("actor", "display_name") == "UNRESOLVED")
        #expect(
            try found("Anna Pavlova, please send the report today", speaker: "Victor", participants: people)
                .string("actor", "display_name") == "Anna Pavlova")
    }

    @Test("of two people the other is asked")
    func other() throws {
        for (speaker, other) in [("Victor", "Anna"), ("Anna", "Victor")] {
            let found = try found("Can you send the report?", speaker: speaker, participants: ["Victor", "Anna"])
            #expect(found.string("actor", "display_name") == other)
            #expect(found.string("explanation", "actor_resolution") == "other_participant")
        }
        let outsider = try found("Can you send the report today?", speaker: "Zoe", participants: ["Victor", "Anna"])
        #expect(outsider.string("actor", "display_name") == "UNRESOLVED")
    }

    @Test("a discussion to come back to is nobody's own")
    func checkBack() throws {
        let found = try found("Let's revisit the pricing tomorrow")
        #expect(found["actor"] == .null)
        #expect(found["requested_by"] == .null)
        #expect(found.string("explanation", "actor_resolution") == "none")
    }

    @Test("without participants the speakers are, each once, in the order in which they first speak")
    func inferred() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I will send the report"), (speaker: "Anna", text: "ok"),
            (speaker: "victor", text: "good")
        ).analyzed()
        #expect(
            try answer.only()["participants"]
                == [["id": .null, "display_name": "Victor"], ["id": .null, "display_name": "Anna"]])
    }

    @Test("a speaker given as an object is known by id, whatever the name")
    func speakerObjects() throws {
        let body: JSON = [
            "messages": [
                [
                    "speaker": ["id": "u2", "display_name": "Annie"], "timestamp": "2026-07-15T10:00:00Z",
                    "message": "I will send the report",
                ]
            ],
            "participants": .array(Self.three),
        ]
        let found = try AnalysisAnswer(data: analyze(body, now: Conversation.now, requestNumber: 0).get()).only()
        #expect(found["actor"] == ["id": "u2", "display_name": "Anna Karenina"])
    }

    @Test("times are read on the speaker's clocks: the message's zone, else the participant's, else the default")
    func zones() throws {
        func temporal(_ speaker: JSON, options: JSONObject = [:]) throws -> JSON? {
            let body: JSON = [
                "messages": [
                    [
                        "speaker": speaker, "timestamp": "2026-07-15T23:30:00Z",
                        "message": "I will send the report today",
                    ]
                ],
                "participants": .array(Self.three), "options": .object(options),
            ]
            return try AnalysisAnswer(data: analyze(body, now: Conversation.now, requestNumber: 0).get()).only()[
                "temporal"]
        }
        let london = try temporal("Will")
        #expect(london?.string("timezone") == "Europe/London")
        #expect(london?.string("due_at") == "2026-07-16T09:00:00+01:00")
        let tokyo = try temporal(["id": "u3", "timezone": "Asia/Tokyo"])
        #expect(tokyo?.string("due_at") == "2026-07-16T09:00:00+09:00")
        #expect(try temporal("Anna Karenina")?.string("due_at") == "2026-07-15T09:00:00-04:00")
        #expect(
            try temporal("Anna Karenina", options: ["default_timezone": "UTC"])?.string("due_at")
                == "2026-07-15T09:00:00+00:00")
    }
}
