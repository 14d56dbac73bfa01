import ScheduleLanguage
import Testing

/// The decision table, row by row, and the edges between its rows.
@Suite struct ClassifierTests {
    static let table: [(Classification.Reason, [String])] = [
        (
            .informationalQuestion,
            [
                "What time is it in Berlin?", "When is the next run?", "How do I create a job?", "who is on call on Friday?", "Why does it run every Monday?",
                "where do the logs go every night", "Which jobs run tomorrow?", "what's on my calendar today?", "How often does the backup run?",
            ]
        ),
        (
            .informationalRequest,
            [
                "Can you tell me when the job runs?", "could you explain how cron works", "Would you show me tomorrow's jobs?", "please explain weekly jobs",
                "tell me what runs on Monday", "Can you please describe the daily report?",
            ]
        ),
        (
            .negatedRequest,
            [
                "Don't remind me tomorrow", "do not send the report every Monday", "stop emailing me every day", "cancel the 9am reminder", "never run it on Sundays",
                "skip tomorrow's standup at 10", "pause the backup until Friday", "hold off on the weekly report", "I don't want a reminder every morning",
            ]
        ),
        (
            .declarativeSchedule,
            [
                "Our standup is every day at 10am", "I wake up at 7am every day", "The store opens at 9", "We met on Monday", "The report was sent yesterday",
                "My flight leaves tomorrow at 6pm", "Is the meeting tomorrow at 3pm?",
            ]
        ),
        (
            .requestWithTime,
            [
                "Remind me tomorrow at 9am", "Please send the report every Monday", "Can you remind me in 10 minutes?", "Let's meet on Friday at 3",
                "I need a reminder tomorrow", "schedule a call for next week", "email Bob daily", "Don't forget to call mom tomorrow", "don't let me miss the 3pm call",
                "never mind, remind me at 5pm", "every Monday at 9am send the report", "could you ping me every hour", "run the backup job nightly",
                "follow up with Ann in two weeks",
            ]
        ),
        (
            .timeWithoutRequest,
            ["every Monday at 9am", "tomorrow at noon", "in 10 minutes", "weekly", "daily standup", "Mondays and Fridays", "every other Tuesday", "what about Friday at 3?"]
        ),
        (.requestWithoutTime, ["Remind me about the invoice", "send the report", "please help", "Can you ping Bob", "book a room", "let's talk"]),
        (.notASchedule, ["hello", "asdf qwerty", "", "42", "thanks a lot", "the quick brown fox", "🎉"]),
    ]

    @Test(arguments: table) func rowDecides(reason: Classification.Reason, texts: [String]) {
        for text in texts {
            let classification = classify(text)
            #expect(classification.reason == reason, "\(text)")
            #expect(classification.decision == reason.decision)
            #expect(classification.text == text)
        }
    }

    @Test func reasonsAreTheServersWords() {
        #expect(Classification.Reason.allCases.count == 8)
        #expect(classify("every Monday at 9am").reason.rawValue == "temporal_signal_without_clear_request")
        #expect(classify("every Monday at 9am").decision.rawValue == "clarify")
        #expect(classify("Remind me tomorrow at 9am").decision == .allow)
    }
}
