/// Phrases of several words, found by their first one.
struct PhraseTable: Sendable {
    private let byFirstWord: [String: [[String]]]

    /// One phrase a line or separated by "|".
    init(_ phrases: String) {
        let list = phrases.split(whereSeparator: { $0 == "|" || $0.isNewline })
            .map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
        // The longest comes first: "can you please" before "can you".
        byFirstWord = Dictionary(grouping: list, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// The place behind the longest phrase that stands at that place.
    func end(in reader: Reader, at index: Int) -> Int? {
        guard let candidates = byFirstWord[reader.word(index)] else { return nil }
        return candidates.first { reader.matches(index, $0) }.map { index + $0.count }
    }
}
