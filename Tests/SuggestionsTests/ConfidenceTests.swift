import Testing
import WireJSON

@Suite("Confidence")
struct ConfidenceTests {
    /// The factors that apply, in the answer's order.
    private func factors(_ found: JSON) -> [String] {
        (found.at("explanation", "confidence_factors")?.objectValue ?? [:]).filter { $0.value == true }.map(\.key)
    }

    @Test(
        "each factor counts what the reference says",
        arguments: [
            (
                "I'll send the proposal tomorrow.", 0.95,
                ["explicit_actor", "explicit_action", "explicit_object", "explicit_temporal", "direct_marker"]
            ),
            (
                "I'll send the proposal.", 0.8,
                ["explicit_actor", "explicit_action", "explicit_object", "direct_marker"]
            ),
            ("I'll come.", 0.7, ["explicit_actor", "explicit_action", "direct_marker"]),
            (
                "I'll send it.", 0.7,
                ["explicit_actor", "explicit_action", "explicit_object", "direct_marker", "ambiguous_pronoun"]
            ),
            (
                "Maybe I'll send the proposal.", 0.65,
                ["explicit_actor", "explicit_action", "explicit_object", "direct_marker", "uncertain_modal"]
            ),
            (
                "I'll send the proposal. Call me if you need help.", 0.6,
                ["explicit_actor", "explicit_action", "explicit_object", "direct_marker", "hypothetical_condition"]
            ),
            ("The report is due Friday.", 0.75, ["explicit_actor", "explicit_object", "explicit_temporal"]),
            ("Let's revisit the pricing.", 0.65, ["explicit_action", "explicit_object", "direct_marker"]),
            ("Please.", 0.6, ["explicit_actor", "direct_marker"]),
            (
                "I'll do it later.", 0.7,
                ["explicit_actor", "explicit_action", "explicit_object", "direct_marker", "ambiguous_pronoun"]
            ),
        ])
    func factorsAndSum(text: String, confidence: Double, expected: [String]) throws {
        let found = try suggestion(text)
        #expect(found["confidence"]?.doubleValue == confidence)
        #expect(factors(found) == expected)
    }

    @Test("who cannot be found out costs twice: nothing gained, and something lost")
    func unresolvedActor() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "Can someone book the room tomorrow?"), participants: ["Victor", "Anna", "Bob"]
        ).analyzed()
        let found = try answer.only()
        #expect(found["confidence"]?.doubleValue == 0.65)
        #expect(found["actor"] == ["id": .null, "display_name": "UNRESOLVED"])
        #expect(found.at("explanation", "confidence_factors", "unresolved_group_actor") == true)
        #expect(found.string("reason") == "Someone was asked to book the room tomorrow.")
    }

    @Test(
        "every uncertain word counts",
        arguments: ["Maybe", "Perhaps", "Possibly", "I guess", "Potentially", "Not sure, but"])
    func uncertainWords(word: String) throws {
        #expect(try suggestion("\(word) I will send the proposal tomorrow.")["confidence"]?.doubleValue == 0.8)
    }

    @Test(
        "every condition in another sentence counts",
        arguments: [
            "Call if needed.", "Unless it rains.", "Assuming it works.", "Take it in case it rains.",
            "Provided that it works.",
        ])
    func conditions(sentence: String) throws {
        #expect(try suggestion("I will send the proposal tomorrow. \(sentence)")["confidence"]?.doubleValue == 0.75)
    }

    @Test("the threshold is the caller's, and decides to the hundredth")
    func threshold() throws {
        func types(_ minimum: Double) throws -> [String] {
            try Conversation(
                (speaker: "Victor", text: "I'll send the proposal."), options: ["minimum_confidence": .double(minimum)]
            ).analyzed().types
        }
        #expect(try types(0.8) == ["COMMITMENT"])
        #expect(try types(0.801) == [])
        #expect(try types(0) == ["COMMITMENT"])
        #expect(try types(1) == [])
        #expect(try types(0.55) == ["COMMITMENT"])
    }
}
