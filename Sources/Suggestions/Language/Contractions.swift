/// Takes contractions and chat spellings apart, so that every rule is written once, in full words.
enum Contractions {
    /// The full words of `word` (lower case, straight apostrophe).
    static func expand(_ word: String) -> [String] {
        if let whole = spelledOut[word] { return whole }
        guard word.utf8.contains(UInt8(ascii: "'")) else { return [word] }
        if word.hasSuffix("n't") { return [String(word.dropLast(3)), "not"] }
        for (ending, full) in endings where word.hasSuffix(ending) {
            return [String(word.dropLast(ending.count)), full]
        }
        if word.hasSuffix("'s"), subjects.contains(String(word.dropLast(2))) {
            return [String(word.dropLast(2)), "is"]
        }
        return [word]
    }

    private static let endings = [("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'d", "would"), ("'m", "am")]

    /// Words after which 's means "is"; after a noun it is a genitive and stays.
    private static let subjects: Set<String> = [
        "it", "that", "he", "she", "there", "here", "what", "who", "where", "how", "this",
    ]

    private static let spelledOut: [String: [String]] = [
        "won't": ["will", "not"], "can't": ["can", "not"], "shan't": ["shall", "not"], "ain't": ["is", "not"],
        "let's": ["let", "us"], "cannot": ["can", "not"], "y'all": ["you", "all"],
        "dont": ["do", "not"], "doesnt": ["does", "not"], "didnt": ["did", "not"], "wont": ["will", "not"],
        "cant": ["can", "not"], "havent": ["have", "not"], "hasnt": ["has", "not"], "isnt": ["is", "not"],
        "im": ["i", "am"], "ive": ["i", "have"], "youll": ["you", "will"],
        "gonna": ["going", "to"], "wanna": ["want", "to"], "gotta": ["got", "to"], "lemme": ["let", "me"],
        "nevermind": ["never", "mind"], "pls": ["please"], "plz": ["please"], "u": ["you"],
    ]
}
