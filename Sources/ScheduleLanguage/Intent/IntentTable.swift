/// The decision table: which of the eight reasons holds for a prompt. The first that does wins.
///
/// Documented: schedule-language 2.
struct IntentTable {
    let reason: ClassificationReason

    init(_ prompt: ReadPrompt) {
        let reader = prompt.reader
        guard !CodeSigns.found(in: reader) else {
            reason = .notAScheduleRequest
            return
        }
        let signal = TemporalSignal(prompt)
        let sentences = Sentence.all(in: reader, signal: signal)
        let moods = sentences.map(\.mood)
        reason = Self.reason(
            moods: moods, isTemporal: signal.isFound, isNegated: signal.isFound && sentences.contains { $0.isNegated })
    }

    /// A request anywhere outweighs the questions and statements around it: "I fly at 6 tomorrow. Wake me at 4."
    private static func reason(moods: [Mood], isTemporal: Bool, isNegated: Bool) -> ClassificationReason {
        let isRequest = moods.contains(.request)
        if !isRequest, moods.contains(.question) { return .informationalQuestion }
        if !isRequest, moods.contains(.informationRequest) { return .informationalRequest }
        if isTemporal, isNegated { return .negated }
        if isTemporal, !isRequest, moods.contains(.statement) { return .declarative }
        switch (isTemporal, isRequest) {
        case (true, true): return .requestWithTime
        case (true, false): return .timeWithoutRequest
        case (false, true): return .requestWithoutTime
        case (false, false): return .notAScheduleRequest
        }
    }
}
