/// Finds the verb and the object of a clause. A reader of word classes, not of grammar: it knows the closed classes and
/// takes any other word after a marker for a verb, and any words after a verb for its object.
struct ClauseReader {
    let message: MessageText
    /// For each word whether it says when and so is neither verb nor object.
    let isTemporal: [Bool]
    /// For each word whether it is the name of a participant.
    let isName: [Bool]

    /// How far the verb may stand from its marker, and the longest object.
    private static let reach = 12
    private static let longestThing = 8

    func text(_ index: Int) -> String { message.words.indices.contains(index) ? message.words[index].text : "" }

    private func endOfSentence(_ index: Int) -> Int {
        message.words.indices.contains(index) ? message.sentence(ofWord: index).words.upperBound : message.words.count
    }

    // MARK: Verbs

    /// The verb of the clause that goes on at `index`, adverbs, names and "be able to" left aside.
    func action(from index: Int, in sentence: Range<Int>, skipping passed: Set<String> = []) -> Action? {
        var index = index
        let end = min(sentence.upperBound, index + Self.reach)
        while index < end {
            let word = text(index)
            if let next = placeAfterLeadIn(index) {
                index = next
            } else if isPassedOver(index) || passed.contains(word) {
                index += 1
            } else if EnglishWords.neverVerbs.contains(word) || message.words[index].isNumeric {
                return nil
            } else {
                return action(at: index)
            }
        }
        return nil
    }

    /// Whether the word at `index` may stand between a marker and its verb.
    private func isPassedOver(_ index: Int) -> Bool {
        let word = text(index)
        if isTemporal[index] || isName[index] || isAdverb(word) { return true }
        if word == "do" { return text(index + 1) == "not" }
        // A name: "please Sarah send it", "I am going to Paris".
        let startsSentence = index == message.sentence(ofWord: index).words.lowerBound
        if message.words[index].isCapitalised, !startsSentence, !VerbForms.isKnownVerb(word) { return true }
        return ["to", "not", "never", "guys", "folks", "team"].contains(word)
    }

    /// The verb at `index` with what belongs to it.
    func action(at index: Int) -> Action {
        let word = text(index)
        let lemma = VerbForms.lemma(word)
        var last = index
        if lemma == "let", EnglishWords.personalPronouns.contains(text(index + 1)), text(index + 2) == "know" {
            last = index + 2
        } else if lemma == "take", text(index + 1) == "care", text(index + 2) == "of" {
            last = index + 2
        } else if lemma == "make", text(index + 1) == "sure" {
            last = text(index + 2) == "that" ? index + 2 : index + 1
        } else if EnglishWords.particles.contains(text(index + 1)), endOfSentence(index) > index + 1 {
            last = index + 1
        } else if text(index + 1) == "in", EnglishWords.verbsWithIn.contains(lemma), !isTemporal[index + 1] {
            last = index + 1
        }
        let particle = last > index ? (index + 1...last).map(text).joined(separator: " ") : nil
        return Action(lemma: lemma, surface: message.written(index..<(last + 1)), particle: particle, index: last)
    }

    /// The place after words that only lead to the verb: "be able to", "try to", "make sure to", "go ahead and".
    private func placeAfterLeadIn(_ index: Int) -> Int? {
        let word = text(index)
        if word == "go", text(index + 1) == "ahead" { return text(index + 2) == "and" ? index + 3 : index + 2 }
        if word == "make", text(index + 1) == "sure" {
            let leadsOn = ["to", "you", "that", "we"].contains(text(index + 2))
            return leadsOn && !EnglishWords.neverVerbs.contains(text(index + 3)) ? index + 3 : nil
        }
        if Self.phaseVerbs.contains(word), text(index + 1).hasSuffix("ing"), VerbForms.isKnownVerb(text(index + 1)) {
            return index + 1
        }
        guard EnglishWords.leadInVerbs.contains(word) else { return nil }
        if text(index + 1) == "to" {
            let next = text(index + 2)
            return next.isEmpty || EnglishWords.neverVerbs.contains(next) ? nil : index + 2
        }
        return word == "be" && EnglishWords.leadInVerbs.contains(text(index + 1)) ? index + 1 : nil
    }

    /// "Finish reviewing it" and "would you mind reviewing it" are about the review.
    private static let phaseVerbs: Set<String> = ["finish", "start", "begin", "continue", "keep", "mind"]

    func isAdverb(_ word: String) -> Bool {
        if EnglishWords.adverbs.contains(word) { return true }
        return word.hasSuffix("ly") && word.utf8.count > 4 && !Self.otherWordsInLy.contains(word)
    }

    /// Verbs, adjectives and nouns that end as adverbs do.
    private static let otherWordsInLy: Set<String> = [
        "apply", "reply", "supply", "rely", "comply", "imply", "multiply", "daily", "weekly", "biweekly", "monthly",
        "quarterly", "yearly", "hourly", "nightly", "early", "friendly", "family", "assembly", "anomaly", "italy",
        "july", "butterfly", "lively", "costly", "elderly", "likely", "timely", "orderly",
    ]

    // MARK: Objects

    /// The object that follows at `index`, a person it goes to left aside: "send Anna the report".
    func thing(from index: Int, in sentence: Range<Int>) -> Thing? {
        var index = index
        while index < sentence.upperBound, isTemporal[index] || isAdverb(text(index)) { index += 1 }
        guard index < sentence.upperBound, !message.words[index].followsBreak else { return nil }
        if isRecipient(index), let thing = phrase(at: index + 1, in: sentence, preposition: nil) { return thing }
        if EnglishWords.objectPrepositions.contains(text(index)) {
            // "To" before a verb leads on to another action.
            if text(index) == "to", VerbForms.isKnownVerb(text(index + 1)) { return nil }
            return phrase(at: index + 1, in: sentence, preposition: text(index))
        }
        return phrase(at: index, in: sentence, preposition: nil)
    }

    /// Whether a person stands here before a thing with an article or a number: "me the", "Anna 3".
    private func isRecipient(_ index: Int) -> Bool {
        let isPerson = EnglishWords.personalPronouns.contains(text(index)) || isName[index]
        guard isPerson, index + 1 < message.words.count, !message.words[index + 1].followsBreak else { return false }
        let next = text(index + 1)
        return EnglishWords.determiners.contains(next) || EnglishWords.ambiguousPronouns.contains(next)
            || message.words[index + 1].isNumeric && !isTemporal[index + 1]
    }

    /// The noun phrase at `index`: article, then words up to a preposition, conjunction, time or mark.
    func phrase(at index: Int, in sentence: Range<Int>, preposition: String?) -> Thing? {
        var start = index
        // "The", also where none was written; but "check with legal" stays as it is.
        var article: String? = preposition == nil ? "the" : nil
        while start < sentence.upperBound, isDeterminer(start, in: sentence) {
            article = ["a", "an"].contains(text(start)) ? text(start) : "the"
            start += 1
        }
        guard start < sentence.upperBound, !isTemporal[start] else { return nil }
        if start == index, let pronoun = pronoun(start, preposition) { return pronoun }
        var end = start
        while end < sentence.upperBound, end - start < Self.longestThing, isPartOfThing(end, first: start) { end += 1 }
        if text(end - 1) == "of" { end -= 1 }
        guard end > start else { return nil }
        // A capital at the beginning of a sentence names nothing.
        let hasCapital = message.words[start].isCapitalised && start > message.sentence(ofWord: start).words.lowerBound
        let isNumber = message.words[start].isNumeric && end == start + 1
        let isProper = start == index && (isName[start] || hasCapital || isNumber)
        return Thing(
            text: message.written(start..<end), article: isProper ? nil : article, preposition: preposition,
            isAmbiguous: false, end: end)
    }

    private func pronoun(_ index: Int, _ preposition: String?) -> Thing? {
        let word = text(index)
        let isAmbiguous = EnglishWords.ambiguousPronouns.contains(word)
        guard isAmbiguous || EnglishWords.personalPronouns.contains(word) else { return nil }
        return Thing(
            text: message.written(index..<(index + 1)), article: nil, preposition: preposition,
            isAmbiguous: isAmbiguous, end: index + 1)
    }

    /// Articles and possessives, and "this" before a noun.
    private func isDeterminer(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = text(index)
        let next = index + 1
        let hasNoun =
            next < sentence.upperBound && !message.words[next].followsBreak && isPartOfThing(next, first: next)
        if EnglishWords.determiners.contains(word) {
            return word != "her" && word != "all" && word != "both" || hasNoun
        }
        return ["this", "that", "these", "those"].contains(word) && hasNoun
    }

    private func isPartOfThing(_ index: Int, first: Int) -> Bool {
        let word = text(index)
        if isTemporal[index] || index > first && message.words[index].followsBreak { return false }
        if word == "of" { return index > first }
        if EnglishWords.determiners.contains(word) { return index > first && text(index - 1) == "of" }
        return !EnglishWords.prepositions.contains(word) && !EnglishWords.conjunctions.contains(word)
            && !EnglishWords.subjects.contains(word) && !EnglishWords.auxiliaries.contains(word)
            && !EnglishWords.ambiguousPronouns.contains(word) && !EnglishWords.personalPronouns.contains(word)
            && !EnglishWords.objectEnds.contains(word) && !EnglishWords.particles.contains(word)
            && !EnglishWords.negations.contains(word) && !isAdverb(word)
    }

    // MARK: Subjects

    /// The noun phrase that ends right before `index`: "the final report" of "the final report is due".
    func subject(before index: Int, in sentence: Range<Int>) -> Thing? {
        var end = index
        while end > sentence.lowerBound, EnglishWords.auxiliaries.contains(text(end - 1)) || isAdverb(text(end - 1)) {
            end -= 1
        }
        var start = end
        while start > sentence.lowerBound, end - start < Self.longestThing {
            let word = text(start - 1)
            let isArticle = EnglishWords.determiners.contains(word)
            let isPronoun = EnglishWords.ambiguousPronouns.contains(word)
            guard isArticle || isPronoun || isPartOfThing(start - 1, first: start - 1) || word == "of" || word == "for"
            else { break }
            start -= 1
            if message.words[start].followsBreak || isPronoun { break }
        }
        return start < end ? phrase(at: start, in: start..<end, preposition: nil) : nil
    }
}
