/// One job of an answer. What is nil or empty is left out of the JSON.
///
/// Documented: schedule-language 1 (job fields). Dates are RFC 3339 with the offset of `timezone` at that date, `Z`
/// only where that is UTC.
public struct JobConfiguration: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case followUp = "FOLLOW_UP"
        case reminder = "REMINDER"
        case digest = "DIGEST"
    }

    public enum Delivery: String, Hashable, Sendable, CaseIterable {
        case email, sms, slack, webhook
    }

    /// The nearest of the values that the real service knows; `cronExpression` is exact.
    public enum Recurrence: String, Hashable, Sendable, CaseIterable {
        case everyMinute = "every minute"
        case everyHour = "every hour"
        case daily, weekly, monthly, yearly, none
    }

    /// A key and a text of `metadata`.
    public struct Entry: Hashable, Sendable {
        public var key: String
        public var value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    public var kind: Kind
    public var purpose: String?
    public var subject: String?
    /// The first run: the first of `cronExpression` within the bounds, or the only one.
    public var nextRunAt: String?
    public var recurrence: Recurrence
    public var event: String?
    public var delivery: Delivery
    /// Five fields, minute first: usable as a job's `spec`. Nil for a single run at a second that is no whole minute;
    /// then `startDate` says when.
    public var cronExpression: String?
    public var channel: String
    public var recipients: [String]
    /// The first run of a repeating job.
    public var startDate: String?
    /// The last run, inclusive; nil when it never ends.
    public var endDate: String?
    public var timezone: String
    /// In order; keys are unique.
    public var metadata: [Entry]
}

/// What a prompt comes to.
public enum ScheduleAnswer: Hashable, Sendable {
    /// One job or more, in the order of their first runs.
    case jobs([JobConfiguration])
    /// Nothing can be scheduled; the decision is `clarify` or `reject`.
    case refused(Refusal)
}
