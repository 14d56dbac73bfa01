/// Why a prompt is allowed, asked back or rejected: the eight rows of the decision table, in the order they are tried.
///
/// Documented: schedule-language 2. The raw value is the word on the wire.
public enum ClassificationReason: String, Hashable, Sendable, CaseIterable {
    /// "What is the capital of France?"
    case informationalQuestion = "informational_question_not_schedule_request"
    /// "Can you explain how cron works?"
    case informationalRequest = "informational_request_not_schedule_request"
    /// "Don't email me every Friday"
    case negated = "negated_schedule_like_request_needs_intent_confirmation"
    /// "The meeting is every Monday at 9"
    case declarative = "declarative_schedule_not_request"
    /// "Send the report every Monday at 9"
    case requestWithTime = "request_with_temporal_signal"
    /// "every Monday at 9am"
    case timeWithoutRequest = "temporal_signal_without_clear_request"
    /// "Please send the report"
    case requestWithoutTime = "request_without_temporal_signal"
    /// "I like pizza"
    case notAScheduleRequest = "not_a_schedule_request"

    /// What the reason leads to; every reason has one decision.
    public var decision: Decision {
        switch self {
        case .informationalQuestion, .informationalRequest, .declarative, .notAScheduleRequest: .reject
        case .negated, .timeWithoutRequest, .requestWithoutTime: .clarify
        case .requestWithTime: .allow
        }
    }
}
