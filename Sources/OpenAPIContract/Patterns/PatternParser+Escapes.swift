/// What follows a backslash.
extension PatternParser {
    /// What a backslash stands for outside `[ ]`; `position` is after it.
    mutating func escape() throws(PatternError) -> PatternNode {
        guard let next = peek else { throw wrong("a \\ at the end") }
        switch next {
        case "b", "B":
            position += 1
            return .wordBoundary(isNegated: next == "B")
        case "1"..."9": throw unsupported("a back-reference \\\(next)")
        case "k": throw unsupported("a back-reference \\k")
        default: return .scalars(try classEscape())
        }
    }

    /// An escape that stands for scalars; `position` is after the backslash.
    mutating func classEscape() throws(PatternError) -> ScalarSet {
        guard let next = peek else { throw wrong("a \\ at the end") }
        position += 1
        switch next {
        case "d": return .digits
        case "D": return ScalarSet.digits.inverted
        case "w": return .wordScalars
        case "W": return ScalarSet.wordScalars.inverted
        case "s": return .whiteSpace
        case "S": return ScalarSet.whiteSpace.inverted
        case "p", "P": return try unicodeProperty(isNegated: next == "P")
        default: return ScalarSet(scalar: try scalarEscape(next))
        }
    }

    private mutating func scalarEscape(_ next: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
        switch next {
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "v": return "\u{0B}"
        case "f": return "\u{0C}"
        case "0":
            if let digit = peek, ("0"..."9").contains(digit) { throw wrong("an octal escape") }
            return "\0"
        case "c":
            guard let letter = peek, ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else {
                throw wrong("\\c without a letter")
            }
            position += 1
            return Unicode.Scalar(UInt8(letter.value & 31))
        case "x": return try scalar(hex(digits: 2))
        case "u": return try unicodeEscape()
        case "a"..."z", "A"..."Z", "1"..."9": throw wrong("\\\(next), which is no escape of ECMA-262")
        default: return next
        }
    }

    private mutating func unicodeEscape() throws(PatternError) -> Unicode.Scalar {
        if take("{") {
            var value: UInt32 = 0
            var count = 0
            while let digit = peek?.hexValue, value <= 0x10FFFF {
                value = value << 4 | digit
                count += 1
                position += 1
            }
            guard count > 0, take("}") else { throw wrong("\\u{ without hexadecimal digits and }") }
            return try scalar(value)
        }
        let first = try hex(digits: 4)
        guard (0xD800..<0xDC00).contains(first), position + 1 < scalars.count, scalars[position] == "\\",
            scalars[position + 1] == "u"
        else { return try scalar(first) }
        position += 2
        let second = try hex(digits: 4)
        guard (0xDC00..<0xE000).contains(second) else { throw wrong("half a surrogate pair") }
        return try scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    private func scalar(_ value: UInt32) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw wrong("an escape that is no Unicode scalar") }
        return scalar
    }

    private mutating func hex(digits count: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = peek?.hexValue else { throw wrong("an escape without its \(count) hexadecimal digits") }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private mutating func unicodeProperty(isNegated: Bool) throws(PatternError) -> ScalarSet {
        guard take("{") else { throw wrong("\\p without {") }
        var name = ""
        while let next = peek, next != "}" {
            name.unicodeScalars.append(next)
            position += 1
        }
        guard take("}") else { throw wrong("\\p{ without }") }
        switch name {
        case "ASCII": return isNegated ? ScalarSet(0x80...0x10FFFF) : ScalarSet(0...0x7F)
        case "Any": return isNegated ? ScalarSet() : ScalarSet(0...0x10FFFF)
        default: break
        }
        guard let categories = UnicodeCategories.named(name) else {
            throw unsupported("the Unicode property \\p{\(name)}")
        }
        return ScalarSet(categories: categories, isNegated: isNegated)
    }
}

extension Unicode.Scalar {
    /// The value of a hexadecimal digit.
    fileprivate var hexValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x61 + 10
        case "A"..."F": value - 0x41 + 10
        default: nil
        }
    }
}
