import CivilTime
import ScheduleLanguage
import Testing

/// Why there is no schedule: one reason each, with a sentence for people.
@Suite struct RefusalTests {
    @Test(arguments: [
        ("", "empty_prompt", Decision.reject), ("   ", "empty_prompt", .reject),
        ("What time is it?", "question", .reject),
        ("Our standup is every day at 10am", "statement", .reject),
        ("SELECT * FROM jobs WHERE id = 5;", "code", .reject), ("hello there", "chatter", .reject),
        ("don't remind me tomorrow at 9am", "negated_request", .clarify),
        ("remind me about the invoice", "request_without_time", .clarify),
        ("remind me soon", "vague_time", .clarify), ("follow up 2 days after the demo", "relative_to_event", .clarify),
        ("every day at 25:00", "impossible_time", .clarify), ("remind me on February 30", "impossible_date", .clarify),
        ("remind me today at 8am", "time_in_the_past", .clarify), ("remind me at 4", "ambiguous_hour", .clarify),
        ("every other Tuesday at 9am", "every_other_week", .clarify),
        ("every 7 minutes", "not_expressible", .clarify), ("every 20 seconds", "below_the_minute", .clarify),
        ("twice a day", "times_not_said", .clarify),
        ("every Monday at 9am except holidays", "holidays_unknown", .clarify),
        ("remind me on 2/3/2026", "ambiguous_date", .clarify),
        ("remind me Monday or Tuesday at 9am", "once_or_every_week", .clarify),
        ("every morning at 3pm", "contradictory_time", .clarify),
        ("every day between 9 and 5", "interval_not_said", .clarify),
        ("monthly on Mondays at 9am", "which_week", .clarify),
    ])
    func refusalsNameTheirReason(prompt: String, reason: String, decision: Decision) throws {
        let now = try #require(Instant(rfc3339: "2026-01-14T10:30:00-05:00"))
        let zone = try #require(Zone(identifier: "America/New_York"))
        guard case .refused(let refusal) = schedule(ScheduleRequest(prompt: prompt, zone: zone, now: now)) else {
            Issue.record("'\(prompt)' was answered")
            return
        }
        #expect(refusal.reason == reason && refusal.decision == decision, "'\(prompt)': \(refusal)")
        #expect(refusal.explanation.count > 10)
    }

    /// Observed: server-behaviour 10.1, check 9: 160 bytes, not characters.
    @Test func promptsEndAtTheirLimit() throws {
        let now = try #require(Instant(rfc3339: "2026-01-14T10:30:00Z"))
        let schedulePart = "every day at 9am "
        let fits = schedulePart + String(repeating: "x", count: 160 - schedulePart.utf8.count)
        guard case .jobs = schedule(ScheduleRequest(prompt: fits, now: now)) else {
            Issue.record("160 bytes were refused")
            return
        }
        guard case .refused(let refusal) = schedule(ScheduleRequest(prompt: fits + "é", now: now)) else {
            Issue.record("162 bytes were answered")
            return
        }
        #expect(refusal.reason == "prompt_too_long")
    }
}
