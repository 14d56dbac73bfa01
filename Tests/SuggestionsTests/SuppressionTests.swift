import Testing
import WireJSON

@Suite("Suppression")
struct SuppressionTests {
    private func reason(_ text: String, options: JSONObject = [:]) throws -> [String] {
        let answer = try Conversation((speaker: "Victor", text: text), options: options).analyzed()
        #expect(answer.suggestions == [] && answer.obligations == [])
        return answer.warningTexts
    }

    @Test(
        "each ground is named",
        arguments: [
            ("For example, I will send the report by Friday.", "example_text"),
            ("For instance I can book the room tomorrow", "example_text"),
            ("I will send documents such as the contract tomorrow", "example_text"),
            ("\"I will send the report tomorrow\"", "quoted_text"),
            ("> Can you send the report tomorrow?", "quoted_text"),
            ("  > I will send the report tomorrow", "quoted_text"),
            ("\u{201C}I will send the report tomorrow\u{201D}", "quoted_text"),
            ("If they sign, I will send the contract tomorrow.", "hypothetical"),
            ("I will send the contract tomorrow unless you object.", "hypothetical"),
            ("Assuming it works, I will send the contract tomorrow.", "hypothetical"),
            ("Please bring the charger tomorrow in case we need it.", "hypothetical"),
            ("Please do not send the draft before Friday.", "negated_action"),
            ("Please never send the draft on Fridays", "negated_action"),
            ("We are not waiting for the invoice", "negated_action"),
            ("The report is no longer due Friday.", "negated_action"),
            ("Please.", "below_confidence_threshold"),
            ("talk later", "below_confidence_threshold"),
        ])
    func grounds(text: String, expected: String) throws {
        #expect(try reason(text) == ["SUGGESTION_SUPPRESSED:\(expected)"])
    }

    @Test("the first ground in the documented order is named")
    func order() throws {
        #expect(try reason("> For example, if you can, please don't.") == ["SUGGESTION_SUPPRESSED:example_text"])
        #expect(try reason("> If you can, please don't.") == ["SUGGESTION_SUPPRESSED:quoted_text"])
        #expect(try reason("If you can, please don't.") == ["SUGGESTION_SUPPRESSED:hypothetical"])
        #expect(try reason("Please don't.") == ["SUGGESTION_SUPPRESSED:negated_action"])
    }

    @Test("low confidence is kept on request, the other grounds are not")
    func lowConfidence() throws {
        let kept = try suggestion("talk later")
        #expect(kept["confidence"]?.doubleValue == 0.55)
        #expect(
            try reason("If you can, please send it.", options: ["include_low_confidence": true])
                == ["SUGGESTION_SUPPRESSED:hypothetical"])
    }

    @Test("what stands beside a quotation or an example counts")
    func besideQuotations() throws {
        let reply = try suggestion("> Remind me to send the report\nI'll send it tomorrow.")
        #expect(reply.string("type") == "COMMITMENT")
        #expect(reply.string("temporal", "source_text") == "tomorrow")
        let other = try suggestion("We need tools such as a crane. Please order the crane tomorrow.")
        #expect(other.string("type") == "REQUEST")
    }

    @Test("a quotation's dates are not taken")
    func quotedDates() throws {
        let reply = try suggestion("> Is Friday fine?\nI'll send the report.")
        #expect(reply.string("temporal", "inference_policy") == "next_business_day")
    }

    @Test("to ask whether is no condition")
    func asking() throws {
        #expect(try suggestion("Can you check if the server is up?").string("type") == "REQUEST")
        #expect(try suggestion("Please see if Bob has time tomorrow").string("type") == "REQUEST")
    }

    @Test("\"do not forget\" and \"do not hesitate\" ask for the very thing")
    func doubleNegatives() throws {
        #expect(try suggestion("Please don't forget to send the report").string("action", "lemma") == "send")
        #expect(try suggestion("Please do not hesitate to call me").string("action", "lemma") == "call")
    }

    @Test("the same promise twice is told of once")
    func duplicates() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."),
            (speaker: "Victor", text: "As I said, I will send the report tomorrow."),
            (speaker: "Victor", text: "I will send the report on Friday."),
            (speaker: "Anna", text: "I will send the report tomorrow.")
        ).analyzed()
        #expect(answer.types == ["COMMITMENT", "COMMITMENT", "COMMITMENT"])
        #expect(answer.warnings == [["message_id": "msg_002", "code": "DUPLICATE_SUPPRESSED"]])
    }

    @Test("a promise made again after it was kept is a new one")
    func repeatedAfterDone() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I'll send the report tomorrow."), (speaker: "Victor", text: "Done!"),
            (speaker: "Victor", text: "I'll send the report tomorrow."),
            options: ["include_resolved_obligations": true]
        ).analyzed()
        #expect(answer.statuses == ["COMPLETED", "OPEN"])
    }
}
