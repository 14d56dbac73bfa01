/// Host names and addresses.
enum NetworkFormats {
    /// RFC 1123: labels of letters, digits and inner hyphens, 63 long at most, 253 together.
    static func isHostname(_ bytes: Bytes) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 253 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ label: Bytes) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63, first != UInt8(ascii: "-"),
            last != UInt8(ascii: "-")
        else { return false }
        guard label.allSatisfy({ $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }) else { return false }
        return !hasReservedHyphens(label) || PunycodeLabel.isValid(label)
    }

    /// RFC 5891: hyphens in third and fourth place are kept for encoded labels.
    private static func hasReservedHyphens(_ label: Bytes) -> Bool {
        label.count >= 4 && label.dropFirst(2).prefix(2).allSatisfy { $0 == UInt8(ascii: "-") }
    }

    static func isIPv4(_ bytes: Bytes) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard part.count <= 3, let value = part.decimalValue else { return false }
                return value <= 255 && (part.count == 1 || part.first != UInt8(ascii: "0"))
            }
    }

    /// RFC 4291, section 2.2; no zone.
    static func isIPv6(_ bytes: Bytes) -> Bool {
        var groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard groups.count >= 3 else { return false }
        var size = 0
        if let last = groups.last, last.contains(UInt8(ascii: ".")) {
            guard isIPv4(last) else { return false }
            groups.removeLast()
            size = 2
        }
        let hasTrailingAddress = size == 2
        // A leading or trailing `::` splits into two empty groups, an inner one into one.
        if groups.first?.isEmpty ?? false {
            guard groups.count >= 2, groups[1].isEmpty else { return false }
            groups.removeFirst()
        }
        if !hasTrailingAddress, groups.last?.isEmpty ?? false, groups.count >= 2 {
            guard groups[groups.count - 2].isEmpty else { return false }
            groups.removeLast()
        }
        var gaps = 0
        for group in groups {
            if group.isEmpty { gaps += 1 } else { size += 1 }
            guard group.count <= 4, group.allSatisfy(\.isHexDigit) else { return false }
        }
        return gaps == 0 ? size == 8 : gaps == 1 && size <= 7
    }
}
