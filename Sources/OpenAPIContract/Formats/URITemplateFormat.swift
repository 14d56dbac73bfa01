/// RFC 6570.
enum URITemplateFormat {
    static func accepts(_ text: String) -> Bool {
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", isLiteral(rest[..<brace]),
                let end = rest[brace...].firstIndex(of: "}"), isExpression(rest[rest.index(after: brace)..<end])
            else { return false }
            rest = rest[rest.index(after: end)...]
        }
        return isLiteral(rest)
    }

    private static func isLiteral(_ text: Substring) -> Bool {
        !text.unicodeScalars.contains {
            $0.value <= 0x20 || $0.value == 0x7F || "\"'<>\\^`|".unicodeScalars.contains($0)
        }
            && hasCorrectEscapes(text)
    }

    private static func hasCorrectEscapes(_ text: Substring) -> Bool {
        var rest = text.utf8[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            rest = rest[percent...].dropFirst()
            guard rest.count >= 2, rest.prefix(2).allSatisfy(\.isHexDigit) else { return false }
        }
        return true
    }

    private static func isExpression(_ text: Substring) -> Bool {
        var body = text
        if let first = body.first, "+#./;?&".contains(first) { body = body.dropFirst() }
        return body.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isVariable)
    }

    private static func isVariable(_ text: Substring) -> Bool {
        var name = text
        if name.hasSuffix("*") {
            name = name.dropLast()
        } else if let colon = name.firstIndex(of: ":") {
            let length = name[name.index(after: colon)...]
            guard (1...4).contains(length.utf8.count), length.utf8.allSatisfy(\.isDigit), !length.hasPrefix("0") else {
                return false
            }
            name = name[..<colon]
        }
        guard !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix("."), hasCorrectEscapes(name) else { return false }
        return name.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_.%".utf8.contains($0) }
    }
}
