/// Makes prompts comparable: compatibility forms, quotes, dashes, spaces, accents and emoji become plain ASCII.
///
/// Documented: schedule-language 4, point 1. Works scalar by scalar in one pass; combining marks are dropped.
enum Normaliser {
    /// Longer text is cut: no rule needs more, and every step after this one is linear in it.
    static let maximumBytes = 4096

    static func letters(of text: String) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(min(text.utf8.count, maximumBytes))
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = scalar.utf8.count
            guard offset + width <= maximumBytes else { break }
            append(scalar, from: offset..<offset + width, to: &letters)
            offset += width
        }
        return letters
    }

    private static func append(_ scalar: Unicode.Scalar, from source: Range<Int>, to letters: inout [Letter]) {
        func add(_ byte: UInt8, isUpper: Bool = false) {
            letters.append(Letter(byte: byte, source: source, isUpper: isUpper))
        }
        let value = scalar.value
        if value < 0x80 {
            switch UInt8(value) {
            case 0x41...0x5A: add(UInt8(value) + 0x20, isUpper: true)
            case 0x0A, 0x0D: add(UInt8(ascii: ";"))
            case 0x00..<0x20, 0x7F: add(.space)
            case UInt8(ascii: "`"): add(UInt8(ascii: "'"))
            default: add(UInt8(value))
            }
            return
        }
        if let plain = CompatibilityForms.ascii(of: value) {
            for byte in plain.utf8 {
                let isUpper = (0x41...0x5A).contains(byte)
                add(isUpper ? byte + 0x20 : byte, isUpper: isUpper)
            }
            return
        }
        if CompatibilityForms.isInvisible(value) { return }
        add(scalar.properties.isAlphabetic ? Letter.foreign : .space)
    }
}
