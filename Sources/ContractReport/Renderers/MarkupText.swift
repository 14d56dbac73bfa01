/// Text made safe for XML 1.0 and HTML, as content and as an attribute's value.
enum MarkupText {
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // XML 1.0, 2.2: what is no character cannot be written at all, not even as a reference.
            case _ where !isCharacter(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
            // As themselves these would be read back as spaces or line feeds.
            case "\r", "\u{85}", "\u{2028}": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// For attributes, whose line breaks and tabs a parser turns into spaces.
    static func attribute(_ text: String) -> String {
        escaped(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
    }

    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xa, 0xd, 0x20...0x7e, 0x85, 0xa0...0xd7ff, 0xe000...0xfffd: true
        // The last two of each plane are no characters; allowed by XML, refused by some readers.
        case 0x10000...0x10ffff: scalar.value & 0xfffe != 0xfffe
        default: false
        }
    }
}
