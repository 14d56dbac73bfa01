public import CivilTime
public struct ScheduleRequest: Sendable {
    public init(prompt: String, purposes: [String], events: [String], recipients: [String], channels: [String], zone: Zone, now: Instant, explain: Bool) {}
}
public enum Decision: String, Sendable { case allow, clarify, reject }
public enum ClassificationReason: String, Sendable { case request_with_temporal_signal }
public struct Classification: Sendable { public let text: String; public let decision: Decision; public let reason: ClassificationReason }
public struct JobConfiguration: Sendable {}
public enum ScheduleAnswer: Sendable { case jobs([JobConfiguration]); case refused(decision: Decision, reason: String) }
public func schedule(_ request: ScheduleRequest) -> ScheduleAnswer { .jobs([]) }
public func classify(_ text: String) -> Classification { Classification(text: text, decision: .allow, reason: .request_with_temporal_signal) }
