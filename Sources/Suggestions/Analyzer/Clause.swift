/// What is to be done, as a clause says it.
struct Action: Hashable, Sendable {
    /// The dictionary form: "send".
    let lemma: String
    /// As it was written: "send over".
    let surface: String
    /// What belongs to the verb: "over", "back", "you know".
    let particle: String?
    /// The place of the verb among the words.
    let index: Int

    /// "sending over".
    var gerund: String { [VerbForms.gerund(lemma), particle].compactMap(\.self).joined(separator: " ") }

    /// "send over".
    var infinitive: String { [lemma, particle].compactMap(\.self).joined(separator: " ") }
}

/// What it is to be done to.
struct Thing: Hashable, Sendable {
    /// As it was written, without its article: "quarterly report".
    let text: String
    /// The article it takes in a sentence of ours: "the", "a", or none for a person or a name.
    let article: String?
    /// The preposition between the verb and it: "about".
    let preposition: String?
    /// A pronoun that leaves open what is meant: "it".
    let isAmbiguous: Bool
    /// The place after its last word.
    let end: Int

    /// " the quarterly report", to follow a verb.
    var phrase: String { " " + [article, text].compactMap(\.self).joined(separator: " ") }

    /// Its words as they are compared: lower case, no plural s, no small words.
    var comparedWords: Set<String> {
        guard !isAmbiguous else { return [] }
        var words: Set<String> = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.count > 2 {
            let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
            words.insert(String(isPlural ? word.dropLast() : word))
        }
        return words.subtracting(["the", "and", "for", "our", "your"])
    }
}
