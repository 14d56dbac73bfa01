/// What the intent classifier says of a text.
public struct Classification: Hashable, Sendable {
    /// The text as it was given.
    public let text: String
    public let decision: Decision
    public let reason: Reason

    /// The eight reasons, in the order in which they are tried.
    ///
    /// Documented: schedule-language 2.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case informationalQuestion = "informational_question_not_schedule_request"
        case informationalRequest = "informational_request_not_schedule_request"
        case negatedRequest = "negated_schedule_like_request_needs_intent_confirmation"
        case declarativeSchedule = "declarative_schedule_not_request"
        case requestWithTime = "request_with_temporal_signal"
        case timeWithoutRequest = "temporal_signal_without_clear_request"
        case requestWithoutTime = "request_without_temporal_signal"
        case notASchedule = "not_a_schedule_request"

        public var decision: Decision {
            switch self {
            case .informationalQuestion, .informationalRequest, .declarativeSchedule, .notASchedule: .reject
            case .negatedRequest, .timeWithoutRequest, .requestWithoutTime: .clarify
            case .requestWithTime: .allow
            }
        }
    }
}

/// Tells whether an English text asks for a schedule: the decision table of the real service's guard.
///
/// Pure and bounded: text beyond 4096 bytes is not looked at.
public func classify(_ text: String) -> Classification {
    let reason = Classifier(text: text).reason
    return Classification(text: text, decision: reason.decision, reason: reason)
}
