/// The small closed classes of English words that the rules ask about.
enum EnglishWords {
    /// Adverbs that may stand between the words of a phrase, and between a marker and its verb.
    static let adverbs: Set<String> = [
        "also", "just", "really", "still", "definitely", "probably", "then", "already", "now", "certainly", "surely",
        "maybe", "perhaps", "possibly", "likely", "quickly", "gladly", "happily", "kindly", "please", "personally",
        "actually", "finally", "currently", "recently", "first", "always", "soon", "only", "hopefully", "simply",
        "immediately", "directly", "together", "both", "all", "next", "again", "even", "instead", "ever",
    ]

    /// Words that lead to the verb that matters: "try to send" is about sending.
    static let leadInVerbs: Set<String> = [
        "try", "need", "have", "want", "like", "remember", "plan", "manage", "begin", "start", "continue", "hope",
        "attempt", "able", "forget", "hesitate", "going", "happy", "sure", "be", "make", "love", "trying", "forgetting",
        "remembering", "ready",
    ]

    static let determiners: Set<String> = [
        "the", "a", "an", "my", "your", "our", "his", "her", "their", "its", "some", "any", "all", "both", "each",
        "every", "another",
    ]

    /// Pronouns for a thing, which leave open what is meant, unless a noun follows ("this report").
    static let ambiguousPronouns: Set<String> = ["it", "this", "that", "these", "those", "them"]

    /// Pronouns for a person.
    static let personalPronouns: Set<String> = [
        "me", "you", "him", "her", "us", "them", "someone", "somebody", "everyone", "everybody", "anyone", "folks",
    ]

    static let subjects: Set<String> = ["i", "you", "he", "she", "we", "they", "it", "who", "there"]

    static let prepositions: Set<String> = [
        "to", "with", "about", "on", "at", "into", "for", "from", "through", "of", "regarding", "re", "by", "in",
        "before", "after", "until", "till", "during", "within", "under", "over", "between", "via", "without", "around",
        "towards", "toward", "against", "per", "since", "as", "than", "like", "upon", "off", "near",
    ]

    /// Prepositions whose noun can stand for the object: "talk about pricing", "look into the outage".
    static let objectPrepositions: Set<String> = [
        "about", "with", "to", "on", "at", "into", "for", "from", "through", "of", "regarding", "re", "over", "in",
    ]

    static let conjunctions: Set<String> = [
        "and", "or", "but", "so", "because", "if", "unless", "when", "once", "while", "whether", "though", "although",
        "that", "which", "who", "where", "why", "how", "what", "then", "assuming", "since", "except", "provided",
    ]

    /// Verbs that are a sentence's grammar, not its action.
    static let auxiliaries: Set<String> = [
        "is", "are", "was", "were", "am", "been", "being", "will", "would", "can", "could", "shall", "should", "may",
        "might", "must", "do", "does", "did", "has", "had", "having",
    ]

    static let negations: Set<String> = ["not", "never", "no"]

    /// Particles that belong to the verb before them: "send over", "get back", "fill out".
    static let particles: Set<String> = ["up", "back", "out", "over", "off", "down", "together", "along", "ahead"]

    /// Verbs with which "in" is a particle too.
    static let verbsWithIn: Set<String> = [
        "check", "hand", "turn", "fill", "sign", "log", "weigh", "chime", "send", "bring", "call", "dial", "put",
    ]

    /// Words that stand after an object and are none of it.
    static let objectEnds: Set<String> = [
        "please", "asap", "thanks", "thank", "too", "yet", "anymore", "anyway", "ready", "done", "later", "today",
        "sooner", "myself", "yourself", "ourselves", "themselves", "itself", "eod", "eow", "eom", "cob", "everything",
    ]

    /// Words that can be no verb, so that the search for one stops there.
    static let neverVerbs: Set<String> = determiners.union(ambiguousPronouns).union(subjects).union(prepositions)
        .union(conjunctions).union(negations)
        .union([
            "me", "him", "us", "yes", "no", "ok", "okay", "sure", "thanks", "thank", "sorry", "hi", "hello", "hey",
            "there", "here", "not", "too", "very", "good", "great", "fine", "asap", "someone", "somebody", "anyone",
            "everyone", "who", "later",
        ])
}
