/// UUIDs, JSON pointers and base64.
enum IdentifierFormats {
    static func isUUID(_ bytes: Bytes) -> Bool {
        guard bytes.count == 36 else { return false }
        return zip(0..., bytes).allSatisfy { place, byte in
            switch place {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default: byte.isHexDigit
            }
        }
    }

    /// RFC 6901.
    static func isJSONPointer(_ bytes: Bytes) -> Bool {
        guard bytes.isEmpty || bytes.first == UInt8(ascii: "/") else { return false }
        var rest = bytes
        while let tilde = rest.firstIndex(of: UInt8(ascii: "~")) {
            rest = rest[(tilde + 1)...]
            guard rest.take(UInt8(ascii: "0")) || rest.take(UInt8(ascii: "1")) else { return false }
        }
        return true
    }

    /// A number of levels up, then `#` or a pointer.
    static func isRelativeJSONPointer(_ bytes: Bytes) -> Bool {
        var rest = bytes
        let digits = rest.takeDigits()
        guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else { return false }
        return rest.elementsEqual("#".utf8) || isJSONPointer(rest)
    }

    /// RFC 4648, section 4: padded, no line breaks.
    static func isBase64(_ bytes: Bytes) -> Bool {
        guard bytes.count % 4 == 0 else { return false }
        let body = bytes.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
        let padding = bytes[body.endIndex...]
        return padding.count <= 2 && padding.allSatisfy { $0 == UInt8(ascii: "=") }
    }
}
