/// A set of ASCII words written as one text.
///
/// Made in one pass over the text, without a string for each word, so that the first prompt of a process does not pay
/// for a thousand of them.
struct WordSet: Sendable {
    private indirect enum Node: Sendable {
        case words(WordTable)
        case union(Node, Node)
        case difference(Node, Node)
    }

    private let node: Node

    private init(node: Node) { self.node = node }

    /// Words between spaces or line breaks.
    init(_ text: StaticString) { node = .words(WordTable(text)) }

    func contains(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { bytes in Self.contains(bytes, WordTable.hash(bytes), node) }
    }

    func union(_ other: WordSet) -> WordSet { WordSet(node: .union(node, other.node)) }

    func subtracting(_ other: WordSet) -> WordSet { WordSet(node: .difference(node, other.node)) }

    private static func contains(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ node: Node) -> Bool {
        switch node {
        case .words(let table): table.contains(word, hash)
        case .union(let left, let right): contains(word, hash, left) || contains(word, hash, right)
        case .difference(let left, let right): contains(word, hash, left) && !contains(word, hash, right)
        }
    }
}

/// The words of a text by their hash, with open addressing.
private struct WordTable: Sendable {
    private let text: StaticString
    /// One more than the place in the text where a word begins; 0 is free.
    private let slots: [UInt16]

    init(_ text: StaticString) {
        self.text = text
        slots = text.withUTF8Buffer { bytes in
            precondition(bytes.count < Int(UInt16.max))
            var starts: [Int] = []
            starts.reserveCapacity(bytes.count / 4 + 1)
            for index in bytes.indices where !Self.separates(bytes[index]) {
                if index == 0 || Self.separates(bytes[index - 1]) { starts.append(index) }
            }
            var size = 8
            while size < starts.count * 2 { size *= 2 }
            var slots = [UInt16](repeating: 0, count: size)
            for start in starts {
                var hash = Self.seed
                var index = start
                while index < bytes.count, !Self.separates(bytes[index]) {
                    hash = Self.hash(bytes[index], after: hash)
                    index += 1
                }
                var slot = Int(hash) & (size - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = UInt16(start + 1)
            }
            return slots
        }
    }

    func contains(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Bool {
        text.withUTF8Buffer { bytes in
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 {
                if Self.stands(word, at: Int(slots[slot]) - 1, in: bytes) { return true }
                slot = (slot + 1) & (slots.count - 1)
            }
            return false
        }
    }

    private static func stands(
        _ word: UnsafeBufferPointer<UInt8>, at start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let end = start + word.count
        guard end <= bytes.count, end == bytes.count || separates(bytes[end]), !word.isEmpty else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    private static func separates(_ byte: UInt8) -> Bool { byte == .space || byte == UInt8(ascii: "\n") }

    // MARK: FNV-1a

    private static let seed: UInt32 = 2_166_136_261

    private static func hash(_ byte: UInt8, after hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var result = seed
        for byte in word { result = hash(byte, after: result) }
        return result
    }
}
