/// What the job is about: the prompt without its schedule and without the words that ask for it.
extension Wording {
    var subject: String? {
        let bytes = Array(request.prompt.utf8)
        if let quoted = reader.tokens.first(where: { $0.kind == .opaque && $0.text.hasPrefix("\"") }) {
            return Self.trimmed(String(decoding: bytes[quoted.source], as: UTF8.self))
        }
        let taken = Utterance.taken(fragments, count: reader.count)
        let start = objectStart
        var pieces: [String] = []
        var piece: Range<Int>?
        for index in start..<max(reader.count, start) {
            if index < taken.count, taken[index] || isDeliveryPhrase(index) {
                if let piece { pieces.append(String(decoding: bytes[piece], as: UTF8.self)) }
                piece = nil
            } else {
                let source = reader.tokens[index].source
                piece = (piece?.lowerBound ?? source.lowerBound)..<source.upperBound
            }
        }
        if let piece { pieces.append(String(decoding: bytes[piece], as: UTF8.self)) }
        let text = Self.trimmed(pieces.map(Self.trimmed).filter { !$0.isEmpty }.joined(separator: " "))
        return text.isEmpty ? nil : Self.capitalised(text)
    }

    /// Behind "remind me to", "remind the team about", "don't forget to"; other verbs belong to the subject.
    private var objectStart: Int {
        guard let verb = utterance.verbIndex else { return 0 }
        guard utterance.verb == .reminder, !reader.isWord(verb, "call wake phone") else { return verb }
        let taken = Utterance.taken(fragments, count: reader.count)
        for index in verb..<reader.count
        where !taken[index] && reader.isWord(index, "to about that of regarding") { return index + 1 }
        return reader.skipping(verb + 1, "me us him her them everyone")
    }

    /// "by email", "via SMS", "on Slack", "in #general".
    private func isDeliveryPhrase(_ index: Int) -> Bool {
        let means: StaticString = "email mail sms text slack webhook"
        if reader.isWord(index, "by via on over through"), reader.isWord(index + 1, means) {
            return true
        }
        return reader.isWord(index, means) && reader.isWord(index - 1, "by via on over through")
    }

    private static func trimmed(_ text: String) -> String {
        let edge: (Character) -> Bool = { $0.isWhitespace || ",.;:!?-\"'“”".contains($0) }
        var result = Substring(text)
        while let first = result.first, edge(first) { result.removeFirst() }
        while let last = result.last, edge(last) { result.removeLast() }
        for word in ["and", "then", "please", "at", "on"] where result.lowercased().hasSuffix(" " + word) {
            result = result.dropLast(word.count + 1)
        }
        for word in ["and ", "then ", "please "] where result.lowercased().hasPrefix(word) {
            result = result.dropFirst(word.count)
        }
        if ["and", "then", "please", "at", "on", "the", "a", "to", "in", "of"].contains(result.lowercased()) {
            return ""
        }
        return String(result)
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
