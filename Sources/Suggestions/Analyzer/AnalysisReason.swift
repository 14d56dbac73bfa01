/// The sentence that says why something was suggested.
///
/// Documented: server-behaviour 10.4, "reason wording patterns".
enum AnalysisReason {
    static func text(for suggestion: Suggestion, _ roster: Roster) -> String {
        let who: String
        switch suggestion.actor.actor {
        case .person(let place): who = roster.people[place].displayName
        case .unresolved, .nobody: who = "Someone"
        }
        let thing = suggestion.content.thing
        let when = suggestion.temporal.sourceText.map { " " + $0 } ?? ""
        let object = thing.map { ($0.preposition.map { " " + $0 } ?? "") + $0.phrase } ?? ""
        let action = suggestion.content.action
        switch suggestion.rule {
        case .commitment:
            guard let action else { return "\(who) made a commitment\(when)." }
            return "\(who) committed to \(action.gerund)\(object)\(when)."
        case .request:
            guard let action else { return "\(who) was asked for\(thing?.phrase ?? " something")\(when)." }
            return "\(who) was asked to \(action.infinitive)\(object)\(when)."
        case .reminder:
            guard let action else { return "\(who) asked to be reminded\(object)\(when)." }
            return "\(who) asked to be reminded to \(action.infinitive)\(object)\(when)."
        case .checkBack: return "The conversation should revisit\(thing?.phrase ?? " this topic")\(when)."
        case .followUp: return "\(who) is waiting for\(thing?.phrase ?? " a reply") and should follow up."
        case .deadline: return "There is a deadline for\(thing?.phrase ?? " this")\(when)."
        case .dependency:
            return
                "An action is blocked until a dependency is resolved\(thing.map { " for" + $0.phrase } ?? "")\(when)."
        }
    }
}
