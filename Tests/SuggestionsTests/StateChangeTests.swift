import Testing
import WireJSON

@Suite("What was agreed gets done, called off or moved")
struct StateChangeTests {
    private static let resolved: JSONObject = ["include_resolved_obligations": true]

    @Test(
        "a completion ends the only open obligation",
        arguments: [
            "I sent it", "I have sent it.", "I've already sent the thing", "Just sent it!", "It has been sent.",
            "I submitted it this morning", "I finished!", "I completed it", "Done.", "All done", "Handled it.",
            "I took care of it", "It's taken care of",
        ])
    func completions(text: String) throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: text),
            options: Self.resolved
        ).analyzed()
        #expect(answer.statuses == ["COMPLETED"])
        #expect(answer.obligations.map { $0.string("status") } == ["COMPLETED"])
    }

    @Test(
        "a cancellation does too",
        arguments: [
            "Never mind", "nevermind.", "Don't worry about it", "We no longer need it", "Cancel that.", "Skip it",
            "Forget it", "Drop it.", "Forget about it", "No longer needed",
        ])
    func cancellations(text: String) throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "Can you send the report tomorrow?"), (speaker: "Victor", text: text),
            options: Self.resolved
        ).analyzed()
        #expect(answer.statuses == ["CANCELLED"])
    }

    @Test(
        "a plan, a question, a denial, a condition and a quotation end nothing",
        arguments: [
            "Are you done?", "Not done yet", "I'll have it done by Friday", "It needs to be done by Friday",
            "I have not sent it", "I never sent it", "If I finished early, great", "Once I finished it, I slept",
            "> done", "Don't cancel that", "Don't drop it", "Let's get this done", "Has it been sent?", "Well done!",
            "Almost done",
        ])
    func noEndings(text: String) throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: text),
            options: Self.resolved
        ).analyzed()
        #expect(answer.statuses.first == "OPEN")
    }

    @Test("an ended obligation is hidden, with its suggestion, unless it is asked for")
    func hidden() throws {
        var conversation = Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: "Done"),
            (speaker: "Victor", text: "I'll call Bob on Friday."))
        let shown = try conversation.analyzed()
        #expect(shown.suggestions.map { $0.string("id") } == ["sug_002"])
        #expect(shown.obligations.map { $0.string("suggestion_id") } == ["sug_002"])
        conversation.options = Self.resolved
        let all = try conversation.analyzed()
        #expect(all.suggestions.map { $0.string("id") } == ["sug_001", "sug_002"])
        #expect(all.obligations.map { $0.string("id") } == ["obl_001", "obl_002"])
    }

    /// Two commitments of Victor and one request to Anna are open.
    private func ended(_ speaker: String, _ text: String) throws -> [String] {
        try Conversation(
            (speaker: "Victor", text: "I'll send the quarterly report tomorrow."),
            (speaker: "Victor", text: "I'll call the bank on Friday."),
            (speaker: "Victor", text: "Anna, can you review the budget slides by Monday?"),
            (speaker: speaker, text: text), options: Self.resolved
        ).analyzed().statuses
    }

    @Test("of several, the one with the same actor and verb is meant")
    func sameActorAndVerb() throws {
        #expect(try ended("Victor", "I sent it") == ["COMPLETED", "OPEN", "OPEN"])
        #expect(try ended("Anna", "I sent it") == ["OPEN", "OPEN", "OPEN"])
        #expect(try ended("Victor", "Done") == ["OPEN", "OPEN", "OPEN"])
    }

    @Test("half of the object's words are enough, whoever says so")
    func objectOverlap() throws {
        #expect(try ended("Anna", "The budget slides? Done with the budget slides.") == ["OPEN", "OPEN", "COMPLETED"])
        #expect(try ended("Victor", "We no longer need the slides") == ["OPEN", "OPEN", "CANCELLED"])
        #expect(try ended("Anna", "The report has been sent.") == ["COMPLETED", "OPEN", "OPEN"])
        #expect(try ended("Anna", "I finished the tax forms") == ["OPEN", "OPEN", "OPEN"])
    }

    @Test("of equals the latest is meant")
    func latest() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."),
            (speaker: "Victor", text: "I'll send the report on Friday."),
            (speaker: "Victor", text: "I sent the report."),
            options: Self.resolved
        ).analyzed()
        #expect(answer.statuses == ["OPEN", "COMPLETED"])
    }

    @Test("a completion that ends nothing leaves the message to the rules")
    func completionOfNothing() throws {
        let answer = try Conversation((speaker: "Victor", text: "I sent the invoice. I'll send the report tomorrow."))
            .analyzed()
        #expect(answer.types == ["COMMITMENT"])
        let ended = try Conversation(
            (speaker: "Victor", text: "I'll send the invoice today."),
            (speaker: "Victor", text: "I sent the invoice. I'll send the report tomorrow."), options: Self.resolved
        ).analyzed()
        #expect(ended.statuses == ["COMPLETED"])
    }

    @Test(
        "a new time moves the obligation and adds to its evidence",
        arguments: [
            "Actually, I will send it on Friday.", "I'll send it on Friday instead.",
            "Not tomorrow, I will send it on Friday.", "I will send it Friday, not tomorrow.",
            "I need to reschedule: I'll send the report Friday", "Make that Friday, I'll send it Friday",
        ])
    func rescheduling(text: String) throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: text)
        ).analyzed()
        let found = try answer.only()
        #expect(found.string("temporal", "due_at") == "2026-07-17T09:00:00-04:00")
        #expect(found.string("recommended_action", "remind_at") == "2026-07-17T09:00:00-04:00")
        #expect(found["evidence"]?.arrayValue?.map { $0.string("message_id") } == ["msg_001", "msg_002"])
        #expect(found.string("created_at") == "2026-07-15T10:00:00-04:00")
        #expect(found.string("reason")?.contains("tomorrow") == false)
        #expect(answer.obligations.map { $0.string("due_at") } == ["2026-07-17T09:00:00-04:00"])
        #expect(answer.warnings == [])
    }

    @Test("a request can move what was asked")
    func requestMoves() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "Anna, can you book the room for Tuesday?"),
            (speaker: "Victor", text: "Could you move it to Thursday instead?"), participants: ["Victor", "Anna"]
        ).analyzed()
        #expect(try answer.only().string("temporal", "due_at") == "2026-07-16T09:00:00-04:00")
    }

    @Test("nothing moves without a rule or without a time, and another thing is another suggestion")
    func noMove() throws {
        func due(_ text: String) throws -> [String?] {
            try Conversation(
                (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: text)
            ).analyzed().suggestions.map { $0.string("temporal", "due_at") }
        }
        #expect(try due("Move it to Friday.") == ["2026-07-16T09:00:00-04:00"])
        #expect(
            try due("Actually I can call Bob on Friday") == ["2026-07-16T09:00:00-04:00", "2026-07-17T09:00:00-04:00"])
        #expect(try due("If it rains, I will send it Friday instead") == ["2026-07-16T09:00:00-04:00"])
    }

    @Test("a moved obligation is a duplicate at its new time, no more at its old one")
    func duplicatesAfterMove() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."),
            (speaker: "Victor", text: "Actually, I will send the report on Friday."),
            (speaker: "Victor", text: "I will send the report on Friday"),
            (speaker: "Victor", text: "I will send the report tomorrow")
        ).analyzed()
        #expect(answer.warningTexts == ["DUPLICATE_SUPPRESSED"])
        #expect(
            answer.suggestions.map { $0.string("temporal", "due_at") }
                == ["2026-07-17T09:00:00-04:00", "2026-07-16T09:00:00-04:00"])
    }
}
