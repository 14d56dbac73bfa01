/// What speaks for and against a suggestion.
///
/// Documented: server-behaviour 10.4, "confidence" and "confidence_factors".
struct ConfidenceFactors: Hashable, Sendable {
    var hasActor: Bool
    var hasAction: Bool
    var hasObject: Bool
    var hasExplicitTime: Bool
    var hasDirectMarker: Bool
    var hasAmbiguousPronoun: Bool
    var isUncertain: Bool
    var isHypothetical: Bool
    var isActorUnresolved: Bool

    /// In hundredths, 0 to 100.
    var confidence: Int {
        var sum = 35
        if hasActor { sum += 15 }
        if hasAction { sum += 10 }
        if hasObject { sum += 10 }
        if hasExplicitTime { sum += 15 }
        if hasDirectMarker { sum += 10 }
        if hasAmbiguousPronoun { sum -= 10 }
        if isUncertain { sum -= 15 }
        if isHypothetical { sum -= 20 }
        if isActorUnresolved { sum -= 15 }
        return min(max(sum, 0), 100)
    }

    /// The factors by their names in the answer, in its order.
    var named: [(name: String, applies: Bool)] {
        [
            ("explicit_actor", hasActor), ("explicit_action", hasAction), ("explicit_object", hasObject),
            ("explicit_temporal", hasExplicitTime), ("direct_marker", hasDirectMarker),
            ("ambiguous_pronoun", hasAmbiguousPronoun), ("uncertain_modal", isUncertain),
            ("hypothetical_condition", isHypothetical), ("unresolved_group_actor", isActorUnresolved),
        ]
    }
}

/// The words that make a sentence sure or unsure.
enum ConfidenceMarkers {
    private enum Marker { case direct, uncertain }

    private static let table = PhraseTable<Marker>([
        (
            meaning: .direct,
            phrases: [
                "i will", "we will", "going to", "i can", "let me", "let us", "plan to", "intend to", "about to",
                "should be able to", "can you", "could you", "would you", "will you", "please", "do you mind",
                "can someone", "could someone", "remind me", "remind us", "remind them", "do not let me forget",
            ]
        ),
        (
            meaning: .uncertain,
            phrases: ["might", "maybe", "possibly", "perhaps", "not sure", "not certain", "i guess", "potentially"]
        ),
    ])

    /// Whether the sentence of the match asks or promises directly, and whether it is unsure.
    static func read(_ match: RuleMatch, in message: MessageText) -> (isDirect: Bool, isUncertain: Bool) {
        let sentence = message.sentence(ofWord: match.trigger.lowerBound).words
        let found = table.matches(in: message).filter { sentence.contains($0.words.lowerBound) }
        return (found.contains { $0.meaning == .direct }, found.contains { $0.meaning == .uncertain })
    }
}
