import Testing

@testable import ScheduleLanguage

/// The rows of the decision table and their order.
@Suite struct IntentTableTests {
    @Test func theReasonsAreTheWordsOfTheWire() {
        #expect(
            ClassificationReason.allCases.map(\.rawValue) == [
                "informational_question_not_schedule_request", "informational_request_not_schedule_request",
                "negated_schedule_like_request_needs_intent_confirmation", "declarative_schedule_not_request",
                "request_with_temporal_signal", "temporal_signal_without_clear_request",
                "request_without_temporal_signal",
                "not_a_schedule_request",
            ])
        #expect(
            ClassificationReason.allCases.map(\.decision) == [
                .reject, .reject, .clarify, .reject, .allow, .clarify, .clarify, .reject,
            ])
    }

    /// Sentences that hold for two rows get the earlier one.
    @Test(arguments: [
        ("What did I not do yesterday?", ClassificationReason.informationalQuestion),
        ("Can you explain why you don't run at 9am?", .informationalRequest),
        ("Please don't send it on Friday", .negated),
        ("We don't ship on Fridays", .negated),
        ("Please note that the office is closed on Monday", .declarative),
    ])
    func theEarlierRowWins(_ text: String, _ reason: ClassificationReason) {
        #expect(classify(text).reason == reason)
    }

    @Test(arguments: [
        "don't forget to call Bob tomorrow", "don't let me miss the call at 9", "never mind, remind me at noon",
        "no, send it at noon",
    ])
    func harmlessNegationsAreRequests(_ text: String) {
        #expect(classify(text).reason == .requestWithTime)
    }

    @Test(arguments: ["stop", "cancel", "skip", "pause", "hold off on"])
    func endingIsANegation(_ verb: String) {
        #expect(classify("\(verb) the report every Monday").reason == .negated)
        #expect(classify("Please \(verb) the report every Monday").reason == .negated)
        #expect(classify("Remind me to \(verb) the report on Monday").reason == .requestWithTime)
    }

    @Test(arguments: [
        "the second floor", "version 2.5", "3 glasses", "last minute", "Will", "May", "April", "5 percent",
        "every user", "1530 units",
    ])
    func whatOnlySoundsLikeATimeIsNone(_ object: String) {
        #expect(classify("Remind me about \(object)").reason == .requestWithoutTime)
    }

    @Test(arguments: [
        "every 4 minutes", "each single day", "every other Tuesday", "hourly", "fortnightly", "annually",
        "for half an hour", "at 9", "by 17:30", "tomorrow", "in May",
        "on March 5", "on the 3rd", "next week", "within 2 business days", "this evening", "on Christmas", "at noon",
        "every half hour", "2026-02-20T06:30:00Z",
    ])
    func timesAndDurationsAreSignals(_ time: String) {
        #expect(classify("Run the backup job \(time)").reason == .requestWithTime)
        #expect(classify(time).reason == .timeWithoutRequest)
    }

    @Test func theTextComesBackAsItWas() {
        #expect(classify("  Every “Monday”  ").text == "  Every “Monday”  ")
    }
}
