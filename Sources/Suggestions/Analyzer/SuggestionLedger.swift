/// The suggestions of a conversation so far, and which of them are still open.
struct SuggestionLedger: Sendable {
    private(set) var suggestions: [Suggestion] = []
    /// Places in `suggestions`, in their order.
    private var open: [Int] = []
    private var comparedWords: [Set<String>] = []
    private var places: [Suggestion.Identity: Int] = [:]

    /// At and above this two are about the same, in hundredths.
    private static let threshold = 75

    var nextNumber: Int { suggestions.count + 1 }

    /// Adds a suggestion unless an open one is the same; whether it was added.
    mutating func add(_ suggestion: Suggestion) -> Bool {
        let identity = suggestion.identity
        if let place = places[identity], suggestions[place].status == .open,
            suggestions[place].identity == identity
        {
            return false
        }
        places[identity] = suggestions.count
        open.append(suggestions.count)
        suggestions.append(suggestion)
        comparedWords.append(suggestion.content.thing?.comparedWords ?? [])
        return true
    }

    /// Ends what a message says is done or off; whether there was such a thing.
    mutating func end(_ change: StateChange, by speaker: Int, as status: Suggestion.Status) -> Bool {
        let target =
            bestMatch(actor: .person(speaker), verb: change.verb, words: change.objectWords)
            ?? (open.count == 1 ? open.last : nil)
        guard let target else { return false }
        suggestions[target].status = status
        open.removeAll { $0 == target }
        return true
    }

    /// Moves what `suggestion` is about to its time; whether there was such a thing.
    ///
    /// The only open one is meant too, unless the message names a thing of its own.
    mutating func reschedule(to suggestion: Suggestion) -> Bool {
        let words = suggestion.content.thing?.comparedWords ?? []
        let target =
            bestMatch(actor: suggestion.actor.actor, verb: suggestion.content.action?.lemma, words: words)
            ?? (open.count == 1 && words.isEmpty ? open.last : nil)
        guard let target else { return false }
        suggestions[target].temporal = suggestion.temporal
        suggestions[target].evidence += suggestion.evidence
        places[suggestions[target].identity] = target
        return true
    }

    /// The open suggestion most like what was said, the latest of equals; nil when none is like it enough.
    ///
    /// Only the latest are looked at, so that a long conversation takes time linear in its length.
    private func bestMatch(actor: ActorResolution.Actor, verb: String?, words: Set<String>) -> Int? {
        var best: (place: Int, similarity: Int)?
        for place in open.suffix(AnalyzerLimits.comparedObligations).reversed() {
            let similarity = similarity(of: place, actor: actor, verb: verb, words: words)
            if similarity >= Self.threshold, similarity > best?.similarity ?? 0 { best = (place, similarity) }
        }
        return best?.place
    }

    /// Documented: server-behaviour 10.4, "similarity". The overlap of objects is the share of words in both among the
    /// words in either.
    private func similarity(of place: Int, actor: ActorResolution.Actor, verb: String?, words: Set<String>) -> Int {
        let suggestion = suggestions[place]
        var sum = 0
        if suggestion.actor.actor == actor, actor != .unresolved { sum += 30 + 20 }
        if let verb, suggestion.content.action?.lemma == verb { sum += 25 }
        let common = words.intersection(comparedWords[place]).count
        guard common > 0 else { return sum }
        let all = words.count + comparedWords[place].count - common
        sum += 25 * common / all
        return common * 2 >= all ? max(sum, Self.threshold) : sum
    }
}
