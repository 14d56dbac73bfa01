/// Mailboxes as RFC 5321, section 4.1.2 has them.
enum EmailFormat {
    /// `isInternational` also allows what is not ASCII, as RFC 6531 does.
    static func accepts(_ bytes: Bytes, isInternational: Bool) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), bytes.count <= 320 else { return false }
        let local = bytes[bytes.startIndex..<at]
        return isLocalPart(local, isInternational) && isDomain(bytes[(at + 1)...], isInternational)
    }

    private static func isLocalPart(_ local: Bytes, _ isInternational: Bool) -> Bool {
        if local.first == UInt8(ascii: "\"") { return isQuoted(local, isInternational) }
        return local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isAtomByte($0) || (isInternational && $0 >= 0x80) }
        }
    }

    private static func isAtomByte(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLetter || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isQuoted(_ local: Bytes, _ isInternational: Bool) -> Bool {
        var rest = local.dropFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return rest.isEmpty
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst(), (0x20...0x7E).contains(escaped) else { return false }
            case 0x20...0x7E: break
            default: guard isInternational, byte >= 0x80 else { return false }
            }
        }
        return false
    }

    private static func isDomain(_ domain: Bytes, _ isInternational: Bool) -> Bool {
        guard domain.first == UInt8(ascii: "[") else {
            if isInternational, domain.contains(where: { $0 >= 0x80 }) { return isInternationalDomain(domain) }
            return NetworkFormats.isHostname(domain)
        }
        guard domain.last == UInt8(ascii: "]"), domain.count > 2 else { return false }
        let literal = domain.dropFirst().dropLast()
        if literal.starts(with: "IPv6:".utf8) { return NetworkFormats.isIPv6(literal.dropFirst(5)) }
        return NetworkFormats.isIPv4(literal)
    }

    private static func isInternationalDomain(_ domain: Bytes) -> Bool {
        domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty
                && label.allSatisfy { $0 >= 0x80 || $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }
        }
    }
}
