/// Phrases of several words, found by their first one; the longest that stands at a place counts.
///
/// Like a `WordSet` it is made in one pass over its text, without strings of its own.
struct PhraseTable: Sendable {
    private struct Phrase: Sendable {
        var range: Range<Int>
        /// The phrase before it in the same bucket; -1 ends the chain.
        var previous: Int
    }

    private let text: StaticString
    private let phrases: [Phrase]
    /// The last phrase of each bucket, by the first byte and the length of the first word.
    private let buckets: [Int]

    private static let bucketCount = 64

    /// One phrase a line or separated by "|".
    init(_ text: StaticString) {
        self.text = text
        var buckets = [Int](repeating: -1, count: Self.bucketCount)
        phrases = text.withUTF8Buffer { bytes in
            var phrases: [Phrase] = []
            var start = 0
            for end in 0...bytes.count {
                guard end == bytes.count || bytes[end] == UInt8(ascii: "|") || bytes[end] == UInt8(ascii: "\n") else {
                    continue
                }
                if end > start {
                    let bucket = Self.bucket(bytes[start], Self.wordEnd(bytes, start, end) - start)
                    phrases.append(Phrase(range: start..<end, previous: buckets[bucket]))
                    buckets[bucket] = phrases.count - 1
                }
                start = end + 1
            }
            return phrases
        }
        self.buckets = buckets
    }

    /// The place behind the longest phrase that stands at that place.
    func end(in reader: Reader, at index: Int) -> Int? {
        let first = reader.word(index)
        guard let initial = first.utf8.first else { return nil }
        var candidate = buckets[Self.bucket(initial, first.utf8.count)]
        guard candidate >= 0 else { return nil }
        return text.withUTF8Buffer { bytes in
            var longest: Int?
            while candidate >= 0 {
                if let end = Self.end(of: phrases[candidate].range, bytes, reader, index), end > longest ?? index {
                    longest = end
                }
                candidate = phrases[candidate].previous
            }
            return longest
        }
    }

    private static func end(
        of phrase: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: Reader, _ index: Int
    ) -> Int? {
        var place = index
        var start = phrase.lowerBound
        while start < phrase.upperBound {
            let end = wordEnd(bytes, start, phrase.upperBound)
            let word = reader.word(place)
            guard word.utf8.count == end - start, word.utf8.elementsEqual(bytes[start..<end]) else { return nil }
            place += 1
            start = end + 1
        }
        return place
    }

    private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, bytes[end] != .space { end += 1 }
        return end
    }

    private static func bucket(_ initial: UInt8, _ length: Int) -> Int {
        (Int(initial) &* 7 &+ length) & (bucketCount - 1)
    }
}
