/// One word of a message, as it is compared and as it was written.
struct Word: Hashable, Sendable {
    /// Lower case, contractions taken apart: "I'll" is the two words "i" and "will".
    let text: String
    /// Where it was written, counted in Unicode scalars of the message; the words of a contraction share one place.
    let range: Range<Int>
    let isCapitalised: Bool
    /// The sentence of the message it stands in, from 0.
    let sentence: Int
    /// The line of the message it stands in, from 0.
    let line: Int
    /// Whether punctuation stands between this word and the one before in the sentence.
    let followsBreak: Bool

    /// Whether it begins with a digit.
    var isNumeric: Bool { text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
}
