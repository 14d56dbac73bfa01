/// What an analysis suggests to keep in mind.
enum SuggestionType: String, Hashable, Sendable {
    case commitment = "COMMITMENT"
    case request = "REQUEST"
    case reminder = "REMINDER"
    case checkBack = "CHECK_BACK"
    case followUp = "FOLLOW_UP"
    case dependency = "DEPENDENCY"
    case deadline = "DEADLINE"
}

/// The seven rules by which a message becomes a suggestion.
///
/// Documented: server-behaviour 10.4, "rules" and "trigger phrases". Where two rules have the same score, the one named
/// first there wins.
enum SuggestionRule: Int, CaseIterable, Hashable, Sendable {
    case commitment, request, reminder, checkBack, followUp, dependency, deadline

    /// The name of the rule in the answer.
    var id: String {
        switch self {
        case .commitment: "commitment.first_person_future"
        case .request: "request.second_person"
        case .reminder: "reminder.explicit"
        case .checkBack: "check_back.deferred_discussion"
        case .followUp: "follow_up.waiting_state"
        case .dependency: "dependency.blocked_action"
        case .deadline: "deadline.explicit"
        }
    }

    var type: SuggestionType {
        switch self {
        case .commitment: .commitment
        case .request: .request
        case .reminder: .reminder
        case .checkBack: .checkBack
        case .followUp: .followUp
        case .dependency: .dependency
        case .deadline: .deadline
        }
    }

    /// How strong a match is against the other rules, in hundredths.
    var score: Int {
        switch self {
        case .reminder: 50
        case .commitment, .request: 45
        case .checkBack, .followUp, .deadline: 40
        case .dependency: 35
        }
    }

    /// The phrases that trigger the rule; those of a dependency need a verb after them too.
    private var phrases: [String] {
        switch self {
        case .commitment:
            [
                "i will", "i am going to", "i can", "let me", "i plan to", "i should be able to", "i am about to",
                "i intend to",
            ]
        case .request:
            [
                "can you", "could you", "would you", "will you", "please", "do you mind", "can someone",
                "could someone",
            ]
        case .reminder: ["remind me", "remind us", "remind them", "do not let me forget"]
        case .checkBack:
            [
                "let us revisit", "let us talk", "let us discuss", "let us circle back", "let us come back", "revisit",
                "circle back", "talk later", "discuss tomorrow", "come back to this", "pick this up", "talk about it",
            ]
        case .followUp:
            [
                "still waiting", "still waiting for", "still waiting on", "waiting for", "waiting on",
                "have you heard", "have not received", "has not received", "any update", "any updates",
                "following up", "checking in",
            ]
        case .dependency: ["once", "after", "as soon as", "when"]
        case .deadline:
            [
                "due", "need this", "needs to be", "must be", "has to be", "by the end of", "closes", "deadline",
            ]
        }
    }

    static let triggers = PhraseTable(allCases.map { (meaning: $0, phrases: $0.phrases) })
}
