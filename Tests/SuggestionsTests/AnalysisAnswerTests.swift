import CivilTime
import Suggestions
import Testing
import WireJSON

@Suite("The answer of the analyzer")
struct AnalysisAnswerTests {
    /// The sample of the Python SDK 1.2.0's README.
    private static let sample: JSON = [
        "messages": [
            [
                "speaker": "Victor", "timestamp": "2026-07-17T10:00:00-04:00",
                "message": "I'll send the proposal tomorrow.",
            ]
        ], "conversation_id": "conv_123", "options": ["locale": "en", "default_timezone": "America/Toronto"],
    ]

    @Test("the SDK's sample is answered with every key in its place")
    func sample() throws {
        let now = try #require(Instant(rfc3339: "2026-07-17T14:00:05.5Z"))
        let data = try analyze(Self.sample, now: now, requestNumber: 7).get()
        let suggestion = """
            {"id":"sug_001","type":"COMMITMENT","status":"OPEN","actor":{"id":null,"display_name":"Victor"},\
            "requested_by":null,"participants":[{"id":null,"display_name":"Victor"}],\
            "action":{"lemma":"send","surface":"send"},\
            "object":{"text":"proposal","normalized":"proposal","resolved":true},\
            "temporal":{"source_text":"tomorrow","type":"DATE","due_at":"2026-07-18T09:00:00-04:00",\
            "timezone":"America/Toronto","precision":"DAY","is_inferred":false},\
            "recommended_action":{"type":"CREATE_REMINDER","remind_at":"2026-07-18T09:00:00-04:00"},\
            "confidence":0.95,"reason":"Victor committed to sending the proposal tomorrow.",\
            "evidence":[{"message_id":"msg_001","text":"I'll send the proposal tomorrow.","start":0,"end":32}],\
            "rule_ids":["commitment.first_person_future","temporal.explicit_date"],\
            "explanation":{"actor_resolution":"speaker","action_resolution":"verb","object_resolution":"noun_phrase",\
            "temporal_resolution":"explicit","time_inferred":false,\
            "confidence_factors":{"explicit_actor":true,"explicit_action":true,"explicit_object":true,\
            "explicit_temporal":true,"direct_marker":true,"ambiguous_pronoun":false,"uncertain_modal":false,\
            "hypothetical_condition":false,"unresolved_group_actor":false}},\
            "created_at":"2026-07-17T10:00:00-04:00"}
            """
        let id = try #require(data.string("request_id"))
        #expect(
            data.text == """
                {"request_id":"\(id)","conversation_id":"conv_123","analyzed_at":"2026-07-17T14:00:05.5+00:00",\
                "suggestions":[\(suggestion)],\
                "obligations":[{"id":"obl_001","status":"OPEN","suggestion_id":"sug_001","type":"COMMITMENT",\
                "due_at":"2026-07-18T09:00:00-04:00"}],"warnings":[],\
                "engine":{"engine_version":"1.0.0","rule_set_version":"2026-07-01"}}
                """)
    }

    @Test("nothing to suggest is an answer too")
    func empty() throws {
        let answer = try Conversation((speaker: "Victor", text: "Hello there")).analyzed()
        #expect(answer.suggestions == [] && answer.obligations == [] && answer.warnings == [])
        #expect(answer.data["conversation_id"] == "conv_1")
        let body: JSON = ["messages": [["speaker": "V", "timestamp": "2026-07-17T10:00:00Z"]]]
        #expect(try analyze(body, now: Conversation.now, requestNumber: 0).get()["conversation_id"] == .null)
    }

    @Test("a time that nobody said is the next business day at nine, and says so")
    func inferred() throws {
        let found = try suggestion("I will send the report.")
        #expect(
            found["temporal"]?.text == """
                {"source_text":null,"type":"DATE","due_at":"2026-07-16T09:00:00-04:00","timezone":"America/Toronto",\
                "precision":"DAY","is_inferred":true,"inference_policy":"next_business_day"}
                """)
        #expect(found["rule_ids"] == ["commitment.first_person_future", "temporal.inferred"])
        #expect(found.at("explanation", "time_inferred") == true)
        #expect(found.string("explanation", "temporal_resolution") == "next_business_day")
        #expect(found.string("reason") == "Victor committed to sending the report.")
    }

    @Test(
        "from Friday to Sunday the next business day is Monday",
        arguments: [
            ("2026-07-16", "2026-07-17"), ("2026-07-17", "2026-07-20"), ("2026-07-18", "2026-07-20"),
            ("2026-07-19", "2026-07-20"),
        ])
    func nextBusinessDay(day: String, due: String) throws {
        var conversation = Conversation()
        conversation.say("Victor", "I will send the report.", at: "\(day)T22:00:00-04:00")
        #expect(try conversation.analyzed().only().string("temporal", "due_at") == "\(due)T09:00:00-04:00")
    }

    @Test(
        "\"later\" is three hours on, ambiguous, and no explicit time",
        arguments: [("later", "later"), ("later today", "later today"), ("later on", "later on")])
    func later(phrase: String, source: String) throws {
        let found = try suggestion("I will send the report \(phrase).")
        #expect(
            found["temporal"]?.text == """
                {"source_text":"\(source)","type":"TIME","due_at":"2026-07-15T13:00:00-04:00",\
                "timezone":"America/Toronto","precision":"HOUR","is_inferred":true,"inference_policy":"later_today",\
                "ambiguous":true}
                """)
        #expect(found["confidence"]?.doubleValue == 0.8)
        #expect(found["rule_ids"]?[1]?.stringValue == "temporal.inferred")
    }

    @Test(
        "\"later\" with a date is that date",
        arguments: [
            ("later this week", "2026-07-17T09:00:00-04:00"), ("later tomorrow", "2026-07-16T09:00:00-04:00"),
            ("sooner or later on Friday", "2026-07-17T09:00:00-04:00"),
            ("no later than Friday", "2026-07-17T17:00:00-04:00"),
        ])
    func laterWithDate(phrase: String, due: String) throws {
        let temporal = try suggestion("I will send the report \(phrase).")["temporal"]
        #expect(temporal?.string("due_at") == due)
        #expect(temporal?["is_inferred"] == false)
    }

    @Test("the sentence of the match decides the time; others are asked only if it says nothing")
    func otherSentences() throws {
        func source(_ text: String) throws -> String? { try suggestion(text).string("temporal", "source_text") }
        #expect(try source("Friday is a holiday. I will send the report on Monday.") == "on Monday")
        #expect(try source("I will send the report. It will be there on Monday.") == "on Monday")
        #expect(try source("Tomorrow is fine, I will send it at noon") == "at noon")
        #expect(try source("By Friday, I will send it") == "By Friday")
        #expect(try source("I will send it later. Tomorrow is full.") == "Tomorrow")
        #expect(try source("I will send the files from Monday to Tuesday") == "Tuesday")
        #expect(try source("I will send it Friday instead of Thursday") == "Friday")
        #expect(try source("I will not come tomorrow, I will send it instead of tomorrow on Monday") == "on Monday")
    }

    @Test("an object that nobody can know is said so")
    func pronouns() throws {
        let found = try suggestion("I will send It tomorrow")
        #expect(found["object"]?.text == #"{"text":"It","normalized":"it","resolved":false}"#)
        #expect(found.string("explanation", "object_resolution") == "pronoun")
        let none = try suggestion("I will come tomorrow")
        #expect(none["object"]?.text == #"{"text":null,"normalized":null,"resolved":false}"#)
        #expect(none.string("explanation", "object_resolution") == "none")
        let nothing = try suggestion("The report is due Friday")
        #expect(nothing["action"]?.text == #"{"lemma":null,"surface":null}"#)
        #expect(nothing.string("explanation", "action_resolution") == "none")
    }

    @Test("the surface is what was written, the lemma its dictionary form")
    func surfaces() throws {
        #expect(
            try suggestion("Would you mind Sending over the slides")["action"]?.text
                == #"{"lemma":"send","surface":"Sending over"}"#)
        #expect(
            try suggestion("The Draft needs to be finished today")["action"]?.text
                == #"{"lemma":"finish","surface":"finished"}"#)
        #expect(
            try suggestion("Please hand in the Form")["object"]?.text
                == #"{"text":"Form","normalized":"form","resolved":true}"#)
    }

    @Test("evidence counts code points")
    func evidence() throws {
        let text = "\u{1F44B}\u{1F3FD} I'll send the r\u{E9}sum\u{E9}"
        let evidence = try suggestion(text)["evidence"]?[0]
        #expect(evidence?.string("text") == text)
        #expect(evidence?["end"]?.intValue == Int64(text.unicodeScalars.count))
    }

    @Test("the same request gives the same bytes; request ids differ and look like chance")
    func deterministic() throws {
        func answer(_ number: UInt64) throws -> JSON {
            try analyze(Self.sample, now: Conversation.now, requestNumber: number).get()
        }
        #expect(try answer(1).serialized() == answer(1).serialized())
        let ids = try Set((0..<500).map { try answer(UInt64($0)).string("request_id") ?? "" })
        #expect(ids.count == 500)
        for id in ids {
            #expect(id.hasPrefix("req_") && id.utf8.count == 16)
            #expect(id.dropFirst(4).allSatisfy { "0123456789abcdef".contains($0) })
        }
        #expect(try answer(.max).string("request_id")?.utf8.count == 16)
    }
}
