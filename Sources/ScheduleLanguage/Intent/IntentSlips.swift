/// Repairs slips in the verbs that requests begin with; words that exist are left alone.
enum IntentSlips {
    static func repaired(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.count >= 4, letters.count <= 12, !IntentVerbs.all.contains(word), !CommonWords.contains(word)
        else { return word }
        let found = verbs.first { verb in
            let candidate = Array(verb.utf8)
            return candidate[0] == letters[0] && candidate.count >= 4
                && SpellingRepair.editDistance(letters, candidate, limit: 1) != nil
        }
        return found ?? word
    }

    private static let verbs = [
        "remind", "send", "email", "notify", "create", "schedule", "follow", "execute", "generate", "update", "check",
        "cancel",
    ]
}
