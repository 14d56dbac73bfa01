extension JSONParser {
    /// Reads a string literal; `position` stands on its opening quote.
    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw unexpected("in string literal")
            default: position += 1
            }
        }
        throw endOfInput()
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &text)
            case 0..<0x20: throw unexpected("in string literal")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw endOfInput()
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard position < bytes.count else { throw endOfInput() }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position])
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            position += 1
            text.append(contentsOf: Array(Character(try unicodeEscape()).utf8))
            return
        default: throw unexpected("in string escape code")
        }
        position += 1
    }

    /// Reads the digits after `\u`, and a second escape when the first is half of a surrogate pair.
    private mutating func unicodeEscape() throws(JSONError) -> UnicodeScalar {
        let replacement: UnicodeScalar = "\u{FFFD}"
        let first = try hexDigits()
        guard (0xD800..<0xDC00).contains(first) else { return UnicodeScalar(first) ?? replacement }
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return replacement }
        let mark = position
        position += 2
        let second = try hexDigits()
        guard (0xDC00..<0xE000).contains(second) else {
            position = mark
            return replacement
        }
        return UnicodeScalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
    }

    private mutating func hexDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count else { throw endOfInput() }
            guard let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue, bytes[position] < 0x80 else {
                throw unexpected("in \\u hexadecimal character escape")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    mutating func number() throws(JSONError) -> JSON {
        let start = position
        _ = take(UInt8(ascii: "-"))
        try integerDigits()
        var isInteger = true
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try digits("after decimal point in numeric literal")
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isInteger = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits("in exponent of numeric literal")
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger { return Int64(text).map(JSON.int) ?? .bigNumber(text) }
        guard let value = Double(text), value.isFinite else { return .bigNumber(text) }
        return .double(value)
    }

    private mutating func integerDigits() throws(JSONError) {
        if take(UInt8(ascii: "0")) { return }
        try digits("in numeric literal")
    }

    private mutating func digits(_ place: String) throws(JSONError) {
        guard position < bytes.count else { throw endOfInput() }
        guard isDigit(bytes[position]) else { throw unexpected(place) }
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
