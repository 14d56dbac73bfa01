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

        init(text: String, decision: String, reason: String) {
            self.text = text
            self.decision = decision
            self.reason = reason
        }

        init(_ classification: Classification) {
            self.init(
                text: classification.text, decision: classification.decision.rawValue,
                reason: classification.reason.rawValue)
        }

        var json: JSON { ["text": .string(text), "decision": .string(decision), "reason": .string(reason)] }
    }

    /// At level 1.2 the classifier speaks first, as the real server does; at 1.0 a bare schedule is answered.
    let classifiesFirst: Bool

    func answer(_ body: PromptBody, now: Instant, explain: Bool) -> Outcome {
        let request = ScheduleRequest(
            prompt: body.prompt, purposes: body.purposes, events: body.events, recipients: body.recipients,
            channels: body.channels, zone: body.zone, now: now, explain: explain)
        guard classifiesFirst, body.isEnglish else { return outcome(schedule(request), body) }
        let (classification, answer) = classifyAndSchedule(request)
        return answer.map { outcome($0, body) } ?? .refused(Classified(classification))
    }

    private func outcome(_ answer: ScheduleAnswer, _ body: PromptBody) -> Outcome {
        switch answer {
        case .jobs(let configurations):
            let allowed = Classification(text: body.prompt, reason: .requestWithTime)
            return .jobs(configurations.map(\.json), Classified(allowed))
        case .refused(let refusal):
            return .refused(
                Classified(text: body.prompt, decision: refusal.decision.rawValue, reason: refusal.reason))
        }
    }

    static func classified(_ text: String) -> Classified { Classified(classify(text)) }
}
