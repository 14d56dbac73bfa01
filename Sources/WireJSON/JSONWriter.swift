extension JSON {
    /// The compact text, members in their order.
    ///
    /// `escapingHTML` writes `<`, `>`, `&` as `\u003c` …, as Go's encoder does.
    /// Observed: server-behaviour 0.1.
    public func serialized(escapingHTML: Bool = true) -> [UInt8] {
        var writer = JSONWriter(escapingHTML: escapingHTML)
        writer.write(self)
        return writer.bytes
    }

    /// The compact text as a string.
    public var text: String { String(decoding: serialized(escapingHTML: false), as: UTF8.self) }

    /// The text for people: two spaces of indentation, one member a line.
    public func prettyPrinted() -> String {
        var writer = JSONWriter(escapingHTML: false)
        writer.writePretty(self, indentation: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

struct JSONWriter {
    let escapingHTML: Bool
    private(set) var bytes: [UInt8] = []

    init(escapingHTML: Bool) {
        self.escapingHTML = escapingHTML
        bytes.reserveCapacity(256)
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .int(let number): appendInteger(number)
        case .double(let number): append(Self.shortest(number))
        case .bigNumber(let text): append(text)
        case .string(let text): writeString(text)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in object.members {
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                writeString(member.key)
                bytes.append(UInt8(ascii: ":"))
                write(member.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    mutating func writePretty(_ value: JSON, indentation: Int) {
        let inner = indentation + 2
        switch value {
        case .array(let elements) where !elements.isEmpty:
            writeLines(open: "[", close: "]", count: elements.count, indentation: indentation) { writer, index in
                writer.writePretty(elements[index], indentation: inner)
            }
        case .object(let object) where !object.isEmpty:
            writeLines(open: "{", close: "}", count: object.count, indentation: indentation) { writer, index in
                let member = object.members[index]
                writer.writeString(member.key)
                writer.append(": ")
                writer.writePretty(member.value, indentation: inner)
            }
        default: write(value)
        }
    }

    private mutating func writeLines(
        open: String, close: String, count: Int, indentation: Int, _ item: (inout JSONWriter, Int) -> Void
    ) {
        append(open)
        for index in 0..<count {
            append(index == 0 ? "\n" : ",\n")
            append(String(repeating: " ", count: indentation + 2))
            item(&self, index)
        }
        append("\n" + String(repeating: " ", count: indentation) + close)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func appendInteger(_ number: Int64) {
        guard number >= 0, number < 10 else { return append(String(number)) }
        bytes.append(UInt8(ascii: "0") + UInt8(number))
    }

    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var copy = text
        copy.withUTF8 { utf8 in
            if utf8.allSatisfy(isPlain) {
                bytes.append(contentsOf: utf8)
            } else {
                writeEscaped(utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20, 0xE2: false
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): !escapingHTML
        default: true
        }
    }

    private mutating func writeEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0x08: append("\\b")
            case 0x0C: append("\\f")
            case 0..<0x20: appendUnicodeEscape(byte)
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                if escapingHTML { appendUnicodeEscape(byte) } else { bytes.append(byte) }
            case 0xE2 where isLineSeparator(utf8, at: index):
                append(utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
                index += 2
            default: bytes.append(byte)
            }
            index += 1
        }
    }

    /// U+2028 and U+2029 end a line in old JavaScript, so Go escapes them always.
    private func isLineSeparator(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < utf8.count && utf8[index + 1] == 0x80 && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9)
    }

    private mutating func appendUnicodeEscape(_ byte: UInt8) {
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
    }

    /// The shortest text that reads back as the same double; whole numbers without fraction, as Go writes them.
    private static func shortest(_ number: Double) -> String {
        if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
        return "\(number)"
    }
}
