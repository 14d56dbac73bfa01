/// The grammar of RFC 3986, and of RFC 3987 where `isInternational`.
struct URIFormats {
    let isInternational: Bool

    func isURI(_ bytes: Bytes) -> Bool {
        guard let colon = schemeEnd(bytes) else { return false }
        return isHierarchy(bytes[(colon + 1)...], isRelative: false)
    }

    func isReference(_ bytes: Bytes) -> Bool {
        isURI(bytes) || isHierarchy(bytes, isRelative: true)
    }

    private func schemeEnd(_ bytes: Bytes) -> Int? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, first.isLetter else {
            return nil
        }
        let isScheme = bytes[bytes.startIndex..<colon].allSatisfy {
            $0.isLetter || $0.isDigit || "+-.".utf8.contains($0)
        }
        return isScheme ? colon : nil
    }

    /// What follows the scheme: authority, path, query, fragment.
    private func isHierarchy(_ bytes: Bytes, isRelative: Bool) -> Bool {
        var rest = bytes
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard consists(rest[(hash + 1)...], of: "/?:@") else { return false }
            rest = rest[rest.startIndex..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard consists(rest[(mark + 1)...], of: "/?:@") else { return false }
            rest = rest[rest.startIndex..<mark]
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard isAuthority(rest[rest.startIndex..<end]) else { return false }
            rest = rest[end...]
        } else if isRelative {
            // A colon in the first segment would make it a scheme.
            let segment = rest.prefix { $0 != UInt8(ascii: "/") }
            guard !segment.contains(UInt8(ascii: ":")) else { return false }
        }
        return consists(rest, of: "/:@")
    }

    private func isAuthority(_ bytes: Bytes) -> Bool {
        var rest = bytes
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
            guard consists(rest[rest.startIndex..<at], of: ":") else { return false }
            rest = rest[(at + 1)...]
        }
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
            return isAddressLiteral(rest[(rest.startIndex + 1)..<end]) && isPort(rest[(end + 1)...])
        }
        let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
        return consists(rest[rest.startIndex..<end], of: "") && isPort(rest[end...])
    }

    private func isPort(_ bytes: Bytes) -> Bool {
        bytes.isEmpty || (bytes.first == UInt8(ascii: ":") && bytes.dropFirst().allSatisfy(\.isDigit))
    }

    private func isAddressLiteral(_ bytes: Bytes) -> Bool {
        guard bytes.first == UInt8(ascii: "v") || bytes.first == UInt8(ascii: "V") else {
            return NetworkFormats.isIPv6(bytes)
        }
        guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let version = bytes[(bytes.startIndex + 1)..<dot]
        let address = bytes[(dot + 1)...]
        return !version.isEmpty && version.allSatisfy(\.isHexDigit) && !address.isEmpty && consists(address, of: ":")
    }

    /// Whether all of `bytes` is unreserved, sub-delimiters, correct escapes, or one of `others`.
    private func consists(_ bytes: Bytes, of others: StaticString) -> Bool {
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst(), let low = rest.popFirst(), high.isHexDigit, low.isHexDigit else {
                    return false
                }
                continue
            }
            let isAllowed =
                byte.isLetter || byte.isDigit || "-._~!$&'()*+,;=".utf8.contains(byte)
                || (isInternational && byte >= 0x80)
                || others.withUTF8Buffer { $0.contains(byte) }
            guard isAllowed else { return false }
        }
        return true
    }
}
