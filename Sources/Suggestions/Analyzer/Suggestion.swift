internal import CivilTime

/// A suggestion as the analysis goes on.
struct Suggestion: Sendable {
    enum Status: String, Hashable, Sendable {
        case open = "OPEN"
        case completed = "COMPLETED"
        case cancelled = "CANCELLED"
        /// Never made by the analysis, but named by the contract.
        case superseded = "SUPERSEDED"
    }

    struct Evidence: Hashable, Sendable {
        let messageID: String
        let text: String
        /// Length of the text in Unicode scalars.
        let length: Int
    }

    /// Counted from 1 in the order of discovery.
    let number: Int
    let rule: SuggestionRule
    var status = Status.open
    let actor: ActorResolution
    let content: ClauseContent
    var temporal: TemporalReading
    let factors: ConfidenceFactors
    var evidence: [Evidence]
    /// When the message was written.
    let createdAt: ISOTimestamp

    /// What makes two suggestions the same one.
    struct Identity: Hashable {
        let type: SuggestionType
        let actor: ActorResolution.Actor
        let verb: String?
        let object: String?
        let due: Instant
    }

    var identity: Identity {
        Identity(
            type: rule.type, actor: actor.actor, verb: content.action?.lemma,
            object: content.thing?.text.lowercased(), due: temporal.due)
    }
}
