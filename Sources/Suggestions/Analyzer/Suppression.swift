/// Why a match is told of as a warning and not suggested.
///
/// Documented: server-behaviour 10.4, in this order.
enum Suppression: String, Hashable, Sendable {
    case exampleText = "example_text"
    case quotedText = "quoted_text"
    case hypothetical
    case negatedAction = "negated_action"
    case belowConfidenceThreshold = "below_confidence_threshold"

    /// The sentences, by number, that give an example.
    static func exampleSentences(in message: MessageText) -> Set<Int> {
        Set(exampleMarkers.matches(in: message).map { message.words[$0.words.lowerBound].sentence })
    }

    /// Whether the sentence hangs on a condition.
    static func isHypothetical(_ sentence: MessageText.Sentence, in message: MessageText) -> Bool {
        sentence.words.contains { isCondition(at: $0, in: message) }
    }

    /// Whether a condition is named at this word. The "if" of "check if it works" asks and sets no condition.
    static func isCondition(at index: Int, in message: MessageText) -> Bool {
        let word = message.words[index].text
        let before = index > 0 ? message.words[index - 1].text : ""
        if word == "case" { return before == "in" }
        if word == "that" { return before == "provided" }
        guard conditions.contains(word) else { return false }
        return word != "if" || !askingVerbs.contains(VerbForms.lemma(before))
    }

    private static let conditions: Set<String> = [
        "if", "unless", "assuming", "hypothetically", "suppose", "supposing",
    ]

    private static let askingVerbs: Set<String> = [
        "check", "see", "know", "ask", "confirm", "wonder", "verify", "tell", "decide", "test", "clarify",
    ]

    private static let exampleMarkers = PhraseTable([
        (meaning: true, phrases: ["for example", "for instance", "such as", "e.g", "as an example"])
    ])
}
