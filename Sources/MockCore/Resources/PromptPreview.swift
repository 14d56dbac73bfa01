public import CivilTime
import ScheduleLanguage
public import WireJSON

/// The schedule generator alone, without account, quota or log: what the command `prompt` prints.
public struct PromptPreview: Sendable {
    /// The job configurations as `POST /prompt` has them, or the object of its 422.
    public let json: JSON
    public let isRefused: Bool

    public init(text: String, zone: Zone, now: Instant, explain: Bool) {
        let request = ScheduleRequest(
            prompt: text, purposes: [], events: [], recipients: [], channels: [], zone: zone, now: now,
            explain: explain)
        switch schedule(request) {
        case .jobs(let jobs):
            json = .array(jobs.map(\.json))
            isRefused = false
        case .refused(let refusal):
            json = [
                "message": .string(refusal.explanation),
                "classification": [
                    "text": .string(text), "decision": .string(refusal.decision.rawValue),
                    "reason": .string(refusal.reason),
                ],
            ]
            isRefused = true
        }
    }
}
