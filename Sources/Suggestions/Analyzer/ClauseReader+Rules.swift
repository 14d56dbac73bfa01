/// What a match is about.
struct ClauseContent: Hashable, Sendable {
    var action: Action?
    var thing: Thing?
}

extension ClauseReader {
    /// The action and the object of a match; where they stand depends on the rule.
    func content(of match: RuleMatch) -> ClauseContent {
        let sentence = message.sentence(ofWord: match.trigger.lowerBound).words
        switch match.rule {
        case .commitment: return following(match.trigger.upperBound, in: sentence)
        case .request: return request(match.trigger, in: sentence)
        case .reminder: return reminder(match.trigger.upperBound, in: sentence)
        case .checkBack: return checkBack(match.trigger, in: sentence)
        case .followUp: return followUp(match.trigger, in: sentence)
        case .dependency: return dependency(match.trigger, in: sentence)
        case .deadline: return deadline(match.trigger, in: sentence)
        }
    }

    /// The verb after a marker and the object after the verb.
    private func following(_ index: Int, in sentence: Range<Int>, skipping: Set<String> = []) -> ClauseContent {
        guard let action = action(from: index, in: sentence, skipping: skipping) else { return ClauseContent() }
        return ClauseContent(action: action, thing: thing(from: action.index + 1, in: sentence))
    }

    /// "Can you send the report", and with the "please" behind: "send the report, please".
    private func request(_ trigger: Range<Int>, in sentence: Range<Int>) -> ClauseContent {
        let content = following(trigger.upperBound, in: sentence, skipping: ["all", "both"])
        if content.action != nil { return content }
        var start = sentence.lowerBound
        while start < trigger.lowerBound, isAdverb(text(start)) || isName[start] || isTemporal[start] { start += 1 }
        guard start < trigger.lowerBound else { return content }
        if VerbForms.isKnownVerb(text(start)) { return following(start, in: sentence.lowerBound..<trigger.lowerBound) }
        return ClauseContent(thing: phrase(at: start, in: sentence.lowerBound..<trigger.lowerBound, preposition: nil))
    }

    /// "Remind me to call Bob", "remind me that I must call Bob", "remind me about the dentist".
    private func reminder(_ index: Int, in sentence: Range<Int>) -> ClauseContent {
        var start = index
        while start < sentence.upperBound, isTemporal[start] || isAdverb(text(start)) { start += 1 }
        switch text(start) {
        case "to": return following(start + 1, in: sentence)
        case "that":
            return following(start + 1, in: sentence, skipping: ["i", "we", "you", "they", "must", "should", "will"])
        case "about", "of":
            return ClauseContent(thing: phrase(at: start + 1, in: sentence, preposition: "about"))
        default: return ClauseContent(thing: phrase(at: start, in: sentence, preposition: "about"))
        }
    }

    /// The verb is in the phrase itself: "let us revisit the pricing", "pick this up".
    private func checkBack(_ trigger: Range<Int>, in sentence: Range<Int>) -> ClauseContent {
        let verbs: Set<String> = ["revisit", "talk", "discuss", "circle", "come", "pick"]
        guard let verb = trigger.first(where: { verbs.contains(text($0)) }) else { return ClauseContent() }
        let action = action(at: verb)
        return ClauseContent(action: action, thing: thing(from: action.index + 1, in: sentence))
    }

    /// "Waiting for the invoice", "any update on the contract", "have you heard from legal".
    private func followUp(_ trigger: Range<Int>, in sentence: Range<Int>) -> ClauseContent {
        let verbs: Set<String> = ["waiting", "heard", "received", "following", "checking"]
        if let verb = trigger.first(where: { verbs.contains(text($0)) }) {
            let action = action(at: verb)
            let start = max(action.index + 1, trigger.upperBound)
            return ClauseContent(action: action, thing: thing(from: start, in: sentence))
        }
        let noun = trigger.upperBound - 1
        let action = Action(lemma: "update", surface: message.written(noun..<(noun + 1)), particle: nil, index: noun)
        return ClauseContent(action: action, thing: thing(from: noun + 1, in: sentence))
    }

    /// "Once legal approves the contract": the contract; "once the contract is approved": the contract too.
    private func dependency(_ trigger: Range<Int>, in sentence: Range<Int>) -> ClauseContent {
        let rest = trigger.upperBound..<min(sentence.upperBound, trigger.upperBound + RuleMatcher.dependencyReach)
        guard let verb = rest.first(where: { RuleMatcher.isDependencyVerb(text($0)) }) else {
            return ClauseContent()
        }
        let action = action(at: verb)
        let thing =
            thing(from: action.index + 1, in: sentence) ?? phrase(at: trigger.upperBound, in: rest, preposition: nil)
        return ClauseContent(action: action, thing: thing)
    }

    /// "The report is due Friday", "need this by Friday", "the deadline for the proposal", "ship it by the end of May".
    private func deadline(_ trigger: Range<Int>, in sentence: Range<Int>) -> ClauseContent {
        let last = trigger.upperBound - 1
        switch text(trigger.lowerBound) {
        case "need":
            let action = action(at: trigger.lowerBound)
            return ClauseContent(action: action, thing: phrase(at: last, in: sentence, preposition: nil))
        case "needs", "must", "has":
            let verb = action(from: trigger.upperBound, in: sentence)
            return ClauseContent(action: verb, thing: subject(before: trigger.lowerBound, in: sentence))
        case "closes":
            let action = action(at: last)
            return ClauseContent(action: action, thing: subject(before: trigger.lowerBound, in: sentence))
        case "deadline":
            let end = trigger.upperBound
            if text(end) == "for" || text(end) == "on" {
                return ClauseContent(thing: phrase(at: end + 1, in: sentence, preposition: nil))
            }
            return ClauseContent(thing: subject(before: trigger.lowerBound, in: sentence))
        case "by":
            let before = sentence.lowerBound..<trigger.lowerBound
            guard let verb = before.first(where: { VerbForms.isKnownVerb(text($0)) && !isTemporal[$0] }) else {
                return ClauseContent(thing: subject(before: trigger.lowerBound, in: sentence))
            }
            return following(verb, in: before)
        default: return ClauseContent(thing: subject(before: trigger.lowerBound, in: sentence))
        }
    }
}
