extension JSON {
    /// Reads one JSON text.
    ///
    /// Bytes that are no UTF-8 and lone surrogates read as U+FFFD; of a repeated key the last value counts (both as Go
    /// and JavaScript do). Nesting deeper than `maximumDepth` is refused.
    public static func parse(_ bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes: bytes, depthLeft: maximumDepth)
        return try parser.document()
    }

    public static func parse(_ text: String, maximumDepth: Int = 512) throws(JSONError) -> JSON {
        try parse(Array(text.utf8), maximumDepth: maximumDepth)
    }
}

/// A recursive-descent reader; `position` is the next byte to look at.
struct JSONParser {
    let bytes: [UInt8]
    var position = 0
    var depthLeft: Int

    init(bytes: [UInt8], depthLeft: Int) {
        self.bytes = bytes
        self.depthLeft = depthLeft
    }

    mutating func document() throws(JSONError) -> JSON {
        let result = try value()
        skipBlanks()
        guard position == bytes.count else { throw unexpected("after top-level value") }
        return result
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipBlanks()
        guard position < bytes.count else { throw endOfInput() }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw unexpected("looking for beginning of value")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSON
    ) throws(JSONError) -> JSON {
        guard depthLeft > 0 else { throw JSONError(message: "exceeded max depth", offset: position + 1) }
        depthLeft -= 1
        defer { depthLeft += 1 }
        return try read(&self)
    }

    private mutating func object() throws(JSONError) -> JSON {
        position += 1
        var members = JSONObject()
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            guard position < bytes.count else { throw endOfInput() }
            guard bytes[position] == UInt8(ascii: "\"") else {
                throw unexpected("looking for beginning of object key string")
            }
            let key = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw unexpected("after object key") }
            members.append(key, try value())
            skipBlanks()
            if take(UInt8(ascii: "}")) { break }
            guard take(UInt8(ascii: ",")) else { throw unexpected("after object key:value pair") }
        }
        if hasRepeatedKey(members) { members.keepLastOfRepeatedKeys() }
        return .object(members)
    }

    private func hasRepeatedKey(_ object: JSONObject) -> Bool {
        let members = object.members
        guard members.count > 1 else { return false }
        if members.count > 32 { return Set(members.map(\.key)).count < members.count }
        for index in 1..<members.count {
            for earlier in 0..<index where members[earlier].key == members[index].key { return true }
        }
        return false
    }

    private mutating func array() throws(JSONError) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value())
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw unexpected("after array element") }
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let letters = word.withUTF8Buffer { Array($0) }
        for letter in letters {
            guard position < bytes.count else { throw endOfInput() }
            guard bytes[position] == letter else {
                throw unexpected("in literal \(word) (expecting '\(Character(UnicodeScalar(letter)))')")
            }
            position += 1
        }
        return value
    }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    func endOfInput() -> JSONError { JSONError(message: "unexpected end of JSON input", offset: bytes.count) }

    /// The byte at `position` does not belong there.
    func unexpected(_ place: String) -> JSONError {
        guard position < bytes.count else { return endOfInput() }
        return JSONError(message: "invalid character \(quoted(bytes[position])) \(place)", offset: position + 1)
    }

    private func quoted(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "'"): return #"'\''"#
        case UInt8(ascii: "\""): return "'\"'"
        case UInt8(ascii: "\\"): return #"'\\'"#
        case 0x0A: return #"'\n'"#
        case 0x0D: return #"'\r'"#
        case 0x09: return #"'\t'"#
        case 0x20..<0x7F: return "'\(Character(UnicodeScalar(byte)))'"
        case 0x80...: return "'\(Character(UnicodeScalar(byte)))'"
        default:
            let digits = String(byte, radix: 16)
            return "'\\x\(digits.count == 1 ? "0" : "")\(digits)'"
        }
    }
}
