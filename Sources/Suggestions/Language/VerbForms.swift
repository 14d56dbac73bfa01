/// Gives the dictionary form of a verb as it was written, and the -ing form of a dictionary form.
enum VerbForms {
    /// The dictionary form of `word` (lower case): "sent" → "send", "submitted" → "submit", "closes" → "close".
    static func lemma(_ word: String) -> String {
        if let lemma = irregularLemmas[word] { return lemma }
        if commonVerbs.contains(word) { return word }
        if word.hasSuffix("ing"), word.count > 4 {
            let stem = word.dropLast(3)
            let verb = restored(String(stem))
            // "using" is a form of "use", but "thing" and "string" are no forms of anything.
            if commonVerbs.contains(verb) || stem.count > 2 && stem.contains(where: "aeiouy".contains) { return verb }
        }
        if word.hasSuffix("ied"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("ed"), !word.hasSuffix("eed"), word.count > 4 { return restored(String(word.dropLast(2))) }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        // An s may belong to the word ("focus"), so only a verb that is known loses it.
        if word.hasSuffix("s"), let verb = withoutThirdPersonS(word) { return verb }
        return word
    }

    /// "send" → "sending", "make" → "making", "submit" → "submitting".
    static func gerund(_ lemma: String) -> String {
        if let gerund = irregularGerunds[lemma] { return gerund }
        if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
        if lemma.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: lemma.hasSuffix) {
            return lemma.dropLast() + "ing"
        }
        guard doublesLastLetter(lemma), let last = lemma.last else { return lemma + "ing" }
        return "\(lemma)\(last)ing"
    }

    /// Whether `word` is a verb this table knows in one of its forms; a guess by its ending is not enough.
    static func isKnownVerb(_ word: String) -> Bool { commonVerbs.contains(lemma(word)) }

    /// The dictionary form that lost its ending: "mak" → "make", "runn" → "run", "send" → "send".
    private static func restored(_ stem: String) -> String {
        let letters = Array(stem)
        let withoutDouble =
            letters.count > 2 && letters[letters.count - 1] == letters[letters.count - 2]
            ? String(stem.dropLast()) : nil
        for candidate in [stem, stem + "e", withoutDouble ?? stem] where commonVerbs.contains(candidate) {
            return candidate
        }
        if let withoutDouble, !["ll", "ss", "zz", "ff"].contains(where: stem.hasSuffix) { return withoutDouble }
        let wantsE =
            ["at", "iz", "uc", "ur", "ir", "rs", "rg", "dg", "nc", "ns", "lv", "rv"].contains(where: stem.hasSuffix)
            || ["c", "g", "u", "v"].contains(where: stem.hasSuffix) && !stem.hasSuffix("ng")
        return wantsE ? stem + "e" : stem
    }

    private static func withoutThirdPersonS(_ word: String) -> String? {
        for ending in [1, 2] where word.count > ending + 1 {
            let stem = String(word.dropLast(ending))
            if commonVerbs.contains(stem), ending == 1 || word.hasSuffix("es") { return stem }
        }
        return nil
    }

    /// One vowel between consonants in a word of one syllable, or a word stressed at its end.
    private static func doublesLastLetter(_ lemma: String) -> Bool {
        if stressedAtEnd.contains(lemma) { return true }
        let letters = Array(lemma)
        guard letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last) else { return false }
        let vowelCount = letters.count { "aeiou".contains($0) }
        return vowelCount == 1 && "aeiou".contains(letters[letters.count - 2])
    }

    private static let stressedAtEnd: Set<String> = [
        "submit", "commit", "permit", "admit", "refer", "prefer", "begin", "forget", "transfer", "control", "occur",
        "defer", "equip", "regret", "format", "unplug", "debug", "program",
    ]

    private static let irregularGerunds = ["be": "being", "have": "having", "follow up": "following up"]

    private static let irregularLemmas: [String: String] = [
        "sent": "send", "did": "do", "done": "do", "does": "do", "made": "make", "wrote": "write", "written": "write",
        "gave": "give", "given": "give", "took": "take", "taken": "take", "got": "get", "gotten": "get", "paid": "pay",
        "met": "meet", "spoke": "speak", "spoken": "speak", "told": "tell", "bought": "buy", "brought": "bring",
        "built": "build", "found": "find", "fixed": "fix", "left": "leave", "held": "hold", "kept": "keep",
        "ran": "run", "saw": "see", "seen": "see", "set": "set", "put": "put", "shipped": "ship", "thought": "think",
        "went": "go", "gone": "go", "goes": "go", "drew": "draw", "drawn": "draw", "chose": "choose",
        "chosen": "choose", "came": "come", "drove": "drive", "heard": "hear", "said": "say", "sold": "sell",
        "shown": "show", "taught": "teach", "understood": "understand", "began": "begin", "begun": "begin",
        "forgot": "forget", "forgotten": "forget", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be",
        "being": "be", "am": "be", "has": "have", "had": "have", "having": "have", "redid": "redo", "redone": "redo",
        "caught": "catch", "broke": "break", "broken": "break", "lent": "lend", "spent": "spend", "led": "lead",
        "rewrote": "rewrite", "rewritten": "rewrite", "dying": "die", "lying": "lie", "tying": "tie",
    ]

    private static let commonVerbs = Set(
        """
        accept access add address adjust agree analyze announce answer apply approve archive arrange ask assign attach \
        attend back backfill backup be begin book break bring build buy call cancel capture catch change charge chase \
        check choose clean clear close collect come comment commit compare compile complete configure confirm connect \
        consider contact continue coordinate copy cover create deal debug decide define delete deliver deploy describe \
        design develop discuss distribute do document double download draft draw drive drop edit email embed escalate exceed \
        estimate evaluate examine exchange execute expand explain explore export extend feed fetch figure file fill \
        finalise finalize find finish fix focus follow forget format forward gather generate get give go grab handle have \
        hear help hire hold host implement import improve include inform inspect install integrate introduce \
        investigate invite invoice join keep know launch lead learn leave lend let list listen load log look mail make \
        manage mark measure meet merge message migrate monitor move need negotiate note notify open order organise \
        organize outline package pass pay phone pick ping plan post practice prep prepare present prioritize print \
        proceed process produce propose provide publish pull purchase push put raise reach read receive recommend record redo \
        refactor refer refresh register reject release remember remind remove rename renew replace reply report \
        request research reschedule reserve reset resolve respond restart restore return revert review revise revisit \
        rewrite rotate run save say scan schedule search see select sell send set share ship shred show sign sort speak \
        spend split start stop store submit succeed suggest summarise summarize support sync take talk teach tell test text \
        think tidy touch track train transfer translate trigger try turn type understand update upgrade upload use \
        validate verify visit wait walk want watch work wrap write
        """.split(separator: " ").map(String.init))
}
