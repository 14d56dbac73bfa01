/// Who is to act.
struct ActorResolution: Hashable, Sendable {
    enum Actor: Hashable, Sendable {
        /// Someone in the roster.
        case person(Int)
        /// Someone, but nobody knows who.
        case unresolved
        /// Nobody in particular: the matter concerns all.
        case nobody
    }

    /// How it was found out, as the answer explains it.
    enum Method: String, Hashable, Sendable {
        case speaker
        case namedParticipant = "named_participant"
        case otherParticipant = "other_participant"
        case unresolved
        case none
    }

    let actor: Actor
    let method: Method
    /// Who asked, for a request.
    var requester: Int?
}

/// Finds who is to act, by the type of a suggestion.
///
/// Documented: server-behaviour 10.4, "actor".
struct ActorResolver: Sendable {
    private struct Name: Sendable {
        let place: Int
        let isCapitalised: Bool
    }

    private let roster: Roster
    /// By the words of a whole name, or of its first part alone.
    private let names: [String: Name]
    /// By the first word of a name: how many words such names have, the most first.
    private let lengths: [String: [Int]]

    /// Longer names than this are not looked for in a text.
    private static let maximumNameWords = 6

    init(_ roster: Roster) {
        self.roster = roster
        var names: [String: Name] = [:]
        var lengths: [String: Set<Int>] = [:]
        var firstNames: [String: Int] = [:]
        let spelled = roster.participants.map { MessageText($0.displayName).words }
        for words in spelled { if let first = words.first { firstNames[first.text, default: 0] += 1 } }
        for (place, words) in spelled.enumerated() {
            guard let first = words.first, words.count <= Self.maximumNameWords else { continue }
            // A first name that two people share names neither.
            for count in firstNames[first.text] == 1 ? [words.count, 1] : [words.count] {
                let name = words.prefix(count).map(\.text).joined(separator: " ")
                guard names[name] == nil else { continue }
                names[name] = Name(place: place, isCapitalised: first.isCapitalised)
                lengths[first.text, default: []].insert(count)
            }
        }
        self.names = names
        self.lengths = lengths.mapValues { $0.sorted(by: >) }
    }

    /// The words of the message that are names of participants, with who is meant.
    func mentions(in message: MessageText) -> [(words: Range<Int>, place: Int)] {
        var found: [(words: Range<Int>, place: Int)] = []
        var index = 0
        while index < message.words.count {
            if let mention = mention(at: index, in: message) {
                found.append(mention)
                index = mention.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func mention(at index: Int, in message: MessageText) -> (words: Range<Int>, place: Int)? {
        guard let lengths = lengths[message.words[index].text], !isGrammar(at: index, in: message) else { return nil }
        for count in lengths where index + count <= message.words.count {
            let words = index..<(index + count)
            let text = message.words[words].map(\.text).joined(separator: " ")
            guard let name = names[text], message.words[index].isCapitalised || !name.isCapitalised else { continue }
            return (words, name.place)
        }
        return nil
    }

    /// "Will you send it?" asks nobody called Will.
    private func isGrammar(at index: Int, in message: MessageText) -> Bool {
        guard EnglishWords.auxiliaries.contains(message.words[index].text), index + 1 < message.words.count else {
            return false
        }
        return EnglishWords.subjects.contains(message.words[index + 1].text)
    }

    func resolve(
        _ type: SuggestionType, speaker: Int, trigger: Range<Int>, mentions: [(words: Range<Int>, place: Int)],
        in message: MessageText
    ) -> ActorResolution {
        switch type {
        case .commitment, .followUp, .reminder, .dependency, .deadline:
            return ActorResolution(actor: .person(speaker), method: .speaker)
        case .checkBack: return ActorResolution(actor: .nobody, method: .none)
        case .request: break
        }
        if let named = addressee(speaker, trigger, mentions, in: message) {
            return ActorResolution(actor: .person(named), method: .namedParticipant, requester: speaker)
        }
        if roster.participantCount == 2, speaker < 2 {
            return ActorResolution(actor: .person(1 - speaker), method: .otherParticipant, requester: speaker)
        }
        return ActorResolution(actor: .unresolved, method: .unresolved, requester: speaker)
    }

    /// The participant whom the text names: the first in the sentence of the request, else the first at all. The
    /// speaker's own name is a signature; a name after "to" or "for" says for whom it is.
    private func addressee(
        _ speaker: Int, _ trigger: Range<Int>, _ mentions: [(words: Range<Int>, place: Int)], in message: MessageText
    ) -> Int? {
        let sentence = message.sentence(ofWord: trigger.lowerBound).words
        let addressed = mentions.filter { mention in
            guard mention.place != speaker else { return false }
            let index = mention.words.lowerBound
            guard index > 0, message.words[index - 1].sentence == message.words[index].sentence else { return true }
            return !["to", "for", "with", "about", "of"].contains(message.words[index - 1].text)
        }
        return (addressed.first { sentence.contains($0.words.lowerBound) } ?? addressed.first)?.place
    }
}
