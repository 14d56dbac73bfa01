/// Fixed phrases, each with a meaning, found in a message in one pass.
///
/// Between two words of a phrase one adverb may stand: "I have already sent" is "I have sent".
struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
    struct Match: Hashable, Sendable {
        let meaning: Meaning
        /// The words of the message, an adverb in between included.
        let words: Range<Int>
    }

    private struct Entry: Sendable {
        let words: [String]
        let meaning: Meaning
    }

    private let entriesByFirstWord: [String: [Entry]]

    init(_ phrases: [(meaning: Meaning, phrases: [String])]) {
        var entries: [String: [Entry]] = [:]
        for (meaning, texts) in phrases {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                guard let first = words.first else { continue }
                entries[first, default: []].append(Entry(words: words, meaning: meaning))
            }
        }
        // The longest first, so that "waiting for" never hides "still waiting for".
        entriesByFirstWord = entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// Every phrase found, in the order of the text; at one word and for one meaning, only the longest.
    func matches(in message: MessageText) -> [Match] {
        var found: [Match] = []
        for start in message.words.indices {
            guard let entries = entriesByFirstWord[message.words[start].text] else { continue }
            var meanings: Set<Meaning> = []
            for entry in entries where !meanings.contains(entry.meaning) {
                guard let end = end(of: entry, from: start, in: message.words) else { continue }
                meanings.insert(entry.meaning)
                found.append(Match(meaning: entry.meaning, words: start..<end))
            }
        }
        return found
    }

    private func end(of entry: Entry, from start: Int, in words: [Word]) -> Int? {
        let sentence = words[start].sentence
        var index = start + 1
        for expected in entry.words.dropFirst() {
            if index < words.count, words[index].text != expected, EnglishWords.adverbs.contains(words[index].text) {
                index += 1
            }
            guard index < words.count, words[index].text == expected, words[index].sentence == sentence else {
                return nil
            }
            index += 1
        }
        return index
    }
}
