/// What is to be done with a prompt, as the real service's classifier says it.
public enum Decision: String, Hashable, Sendable, CaseIterable {
    case allow, clarify, reject
}

/// Why a prompt has no schedule.
///
/// Documented: schedule-language 3: impossible, vague and ambiguous prompts are to be clarified; questions, statements,
/// code and chatter are rejected.
public struct Refusal: Error, Hashable, Sendable {
    /// `clarify` or `reject`.
    public let decision: Decision
    /// One word in snake case, for programs.
    public let reason: String
    /// One sentence for people: what was wrong and what would be right.
    public let explanation: String

    init(_ decision: Decision, _ reason: String, _ explanation: String) {
        self.decision = decision
        self.reason = reason
        self.explanation = explanation
    }

    static func clarify(_ reason: String, _ explanation: String) -> Refusal { Refusal(.clarify, reason, explanation) }
    static func reject(_ reason: String, _ explanation: String) -> Refusal { Refusal(.reject, reason, explanation) }
}

extension Refusal {
    static func impossibleTime(_ text: String) -> Refusal {
        .clarify("impossible_time", "There is no time of day \(text); hours go from 0 to 23 and minutes from 0 to 59.")
    }
    static func impossibleDate(_ text: String) -> Refusal {
        .clarify("impossible_date", "There is no date \(text) in the calendar.")
    }
    static func ambiguousHour(_ hour: Int) -> Refusal {
        .clarify("ambiguous_hour", "Is \(hour) in the morning or in the afternoon? Say \(hour)am or \(hour)pm.")
    }
    static let contradictoryTimes = Refusal.clarify(
        "contradictory_time", "The hour and the part of the day do not go together.")
    static let past = Refusal.clarify("time_in_the_past", "That time has already passed; say a time in the future.")
    static let vague = Refusal.clarify("vague_time", "That is too vague to schedule; say how often or when exactly.")
    static let eventRelative = Refusal.clarify(
        "relative_to_event",
        "When that happens is not known here; give a date and time, or name one of the request's events.")
    static let ambiguousDays = Refusal.clarify(
        "once_or_every_week", "Is that once, or every week? Say 'every' or name a date.")
    static func inexact(_ text: String) -> Refusal {
        .clarify(
            "not_expressible",
            "No cron expression says '\(text)' exactly; choose a schedule that repeats within a day, week, month or year."
        )
    }
}
