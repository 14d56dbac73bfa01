/// Where in a message a rule was triggered.
struct RuleMatch: Hashable, Sendable {
    let rule: SuggestionRule
    /// The words of the phrase.
    let trigger: Range<Int>
}

/// Finds the one rule that a message is read by.
enum RuleMatcher {
    /// The match of the highest score; one in a quotation or an example only if there is no other.
    static func bestMatch(in message: MessageText) -> RuleMatch? {
        var matches: [RuleMatch] = []
        for found in SuggestionRule.triggers.matches(in: message)
        where isTrigger(found.meaning, found.words, in: message) {
            matches.append(RuleMatch(rule: found.meaning, trigger: found.words))
        }
        // A deadline is only looked at when nothing else was said.
        if matches.contains(where: { $0.rule != .deadline }) { matches.removeAll { $0.rule == .deadline } }
        let asides = Suppression.exampleSentences(in: message)
        return matches.map { (match: $0, rank: rank($0, asides, in: message)) }.min { $0.rank < $1.rank }?.match
    }

    /// Whether a phrase, where it stands, says what the rule is about.
    private static func isTrigger(_ rule: SuggestionRule, _ trigger: Range<Int>, in message: MessageText) -> Bool {
        let sentence = message.sentence(ofWord: trigger.lowerBound).words
        let first = message.words[trigger.lowerBound].text
        let before = trigger.lowerBound > sentence.lowerBound ? message.words[trigger.lowerBound - 1].text : ""
        let after = trigger.upperBound < sentence.upperBound ? message.words[trigger.upperBound].text : ""
        switch rule {
        case .commitment:
            // "Let me know" asks; "as soon as I can" and "what I can" promise nothing.
            if first == "let", after == "know" || before == "not" { return false }
            if message.words[trigger.upperBound - 1].text == "can", openers.contains(before) { return false }
            return !Negation.isNegated(trigger, in: message)
        case .deadline:
            // "Due to the weather" names a cause.
            return first != "due" || after != "to"
        case .dependency:
            return message.words[trigger.upperBound..<sentence.upperBound].prefix(dependencyReach).contains {
                isDependencyVerb($0.text)
            }
        case .request, .reminder, .checkBack, .followUp: return true
        }
    }

    /// Whether it is a form of a verb whose end something can wait for.
    static func isDependencyVerb(_ word: String) -> Bool {
        guard ["approv", "finish", "complet", "review"].contains(where: word.hasPrefix) else { return false }
        return ["approve", "finish", "complete", "review"].contains(VerbForms.lemma(word))
    }

    /// How many words after "once" or "when" the verb may stand.
    static let dependencyReach = 30

    private static let openers: Set<String> = [
        "as", "if", "when", "what", "that", "than", "whatever", "whenever", "where", "whether",
    ]

    /// Smaller is better.
    private static func rank(
        _ match: RuleMatch, _ asides: Set<Int>, in message: MessageText
    ) -> (Int, Int, Int, Int) {
        let first = match.trigger.lowerBound
        let isAside = message.isQuoted(word: first) || asides.contains(message.words[first].sentence)
        return (isAside ? 1 : 0, -match.rule.score, match.rule.rawValue, first)
    }
}

/// Whether something is said not to happen.
enum Negation {
    /// Whether "not", "never" or "no longer" stands in the three words before the phrase, in the same clause, or right
    /// after it.
    static func isNegated(_ phrase: Range<Int>, in message: MessageText) -> Bool {
        isNegatedBefore(phrase, in: message) || isNegatedAfter(phrase, verb: nil, in: message)
    }

    static func isNegatedBefore(_ phrase: Range<Int>, in message: MessageText) -> Bool {
        let sentence = message.sentence(ofWord: phrase.lowerBound).words
        var index = phrase.lowerBound
        for _ in 0..<3 where index > sentence.lowerBound && !message.words[index].followsBreak {
            index -= 1
            if isNegation(at: index, in: message) { return true }
        }
        return false
    }

    /// Whether a negation stands between the phrase and its verb, or right after the phrase when it has none.
    static func isNegatedAfter(_ phrase: Range<Int>, verb: Int?, in message: MessageText) -> Bool {
        let sentence = message.sentence(ofWord: phrase.lowerBound).words
        var index = phrase.upperBound
        let end = min(verb ?? sentence.upperBound, sentence.upperBound)
        while index < end {
            if isNegation(at: index, in: message) { return true }
            let word = message.words[index].text
            if verb == nil, !EnglishWords.adverbs.contains(word), !["do", "to", "be"].contains(word) { return false }
            index += 1
        }
        return false
    }

    /// "Do not forget to send it" and "do not hesitate" ask for the very thing.
    private static func isNegation(at index: Int, in message: MessageText) -> Bool {
        let word = message.words[index].text
        let next = index + 1 < message.words.count ? message.words[index + 1].text : ""
        if word == "no" { return next == "longer" }
        return (word == "not" || word == "never") && !["forget", "hesitate", "let", "only", "miss"].contains(next)
    }
}
