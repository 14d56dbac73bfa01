/// One byte of normalised text and where it came from.
///
/// Rules read only ASCII: everything else has become ASCII, a space, or `Letter.foreign`.
struct Letter: Hashable, Sendable {
    /// Lower-case ASCII, a space, or `foreign`.
    var byte: UInt8
    /// The range of the prompt's UTF-8 bytes it stands for.
    var source: Range<Int>
    /// Whether it was written as a capital.
    var isUpper: Bool

    /// Stands for a letter of another script: part of a word that no rule knows.
    static let foreign: UInt8 = 0x01
}

extension UInt8 {
    static let space = UInt8(ascii: " ")

    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// A lower-case ASCII letter or a letter of another script.
    var isWordLetter: Bool { (0x61...0x7A).contains(self) || self == Letter.foreign }
    var digitValue: Int { Int(self) - 0x30 }
}
