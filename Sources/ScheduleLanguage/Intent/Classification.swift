/// What a prompt was taken for, as the real service's classifier answers.
///
/// Documented: schedule-language 2.
public struct Classification: Hashable, Sendable {
    /// The prompt as it was given.
    public let text: String
    public let decision: Decision
    public let reason: ClassificationReason

    public init(text: String, reason: ClassificationReason) {
        self.text = text
        self.decision = reason.decision
        self.reason = reason
    }
}

/// Tells whether an English prompt asks for something to be scheduled.
///
/// Pure and total: every text has an answer, the same one each time. Only the first 4096 bytes are read; the service's own
/// limit for prompts is 160.
public func classify(_ text: String) -> Classification {
    Classification(text: text, reason: IntentTable(ReadPrompt(text)).reason)
}

/// Classifies a prompt, and answers it when it is allowed, as the real service does; it is read once for both.
public func classifyAndSchedule(_ request: ScheduleRequest) -> (Classification, ScheduleAnswer?) {
    let prompt = ReadPrompt(request.prompt)
    let classification = Classification(text: request.prompt, reason: IntentTable(prompt).reason)
    return (classification, classification.decision == .allow ? schedule(request, prompt) : nil)
}
