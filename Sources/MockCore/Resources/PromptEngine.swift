import CivilTime
import ScheduleLanguage
import WireJSON

/// The stand-in for the language model: the schedule language of this project, and the classifier before it.
struct PromptEngine {
    /// What came of a prompt.
    enum Outcome {
        case jobs([JSON], Classified)
        case refused(Classified)
    }

    /// A decision with its reason, as answers carry it.
    struct Classified {
        let text: String
        let decision: String
        let reason: String

        var json: JSON { ["text": .string(text), "decision": .string(decision), "reason": .string(reason)] }
    }

    /// At level 1.2 the classifier speaks first, as the real server does; at 1.0 a bare schedule is answered.
    let classifiesFirst: Bool

    func answer(_ body: PromptBody, now: Instant, explain: Bool) -> Outcome {
        let seen = Self.classified(body.prompt)
        if classifiesFirst, body.isEnglish, seen.decision != "allow" { return .refused(seen) }
        let request = ScheduleRequest(
            prompt: body.prompt, purposes: body.purposes, events: body.events, recipients: body.recipients,
            channels: body.channels, zone: body.zone, now: now, explain: explain)
        switch schedule(request) {
        case .jobs(let configurations):
            let allowed = Classified(text: body.prompt, decision: "allow", reason: "request_with_temporal_signal")
            return .jobs(configurations.map(\.json), seen.decision == "allow" ? seen : allowed)
        case .refused(let refusal):
            return .refused(
                Classified(text: body.prompt, decision: refusal.decision.rawValue, reason: refusal.reason))
        }
    }

    static func classified(_ text: String) -> Classified {
        let classification = classify(text)
        return Classified(
            text: text, decision: classification.decision.rawValue, reason: classification.reason.rawValue)
    }
}
