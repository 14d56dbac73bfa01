/// Labels of internationalised names, `xn--…` (RFC 3492, RFC 5890).
enum PunycodeLabel {
    /// Whether `label`, which has hyphens in third and fourth place, is an encoded label that can be decoded.
    static func isValid(_ label: Bytes) -> Bool {
        let prefix = label.prefix(2).map { $0 | 0x20 }
        guard prefix == Array("xn".utf8), let scalars = decoded(label.dropFirst(4)) else { return false }
        return isPermitted(scalars)
    }

    /// RFC 3492, section 6.2.
    private static func decoded(_ bytes: Bytes) -> [Unicode.Scalar]? {
        var output: [UInt32] = []
        var input = bytes
        if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")) {
            output = bytes[bytes.startIndex..<hyphen].map(UInt32.init)
            input = bytes[(hyphen + 1)...]
        }
        guard !input.isEmpty else { return nil }
        var code = 128
        var index = 0
        var bias = 72
        while !input.isEmpty {
            let before = index
            var weight = 1
            var step = 36
            while true {
                guard let byte = input.popFirst(), let digit = digit(byte) else { return nil }
                index += digit * weight
                let threshold = min(max(step - bias, 1), 26)
                if digit < threshold { break }
                weight *= 36 - threshold
                step += 36
                guard weight < 1 << 32, index < 1 << 40 else { return nil }
            }
            let count = output.count + 1
            bias = adapted(index - before, count: count, isFirst: before == 0)
            code += index / count
            index %= count
            guard let scalar = UInt32(exactly: code), Unicode.Scalar(scalar) != nil else { return nil }
            output.insert(scalar, at: index)
            index += 1
        }
        return output.compactMap(Unicode.Scalar.init)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        if byte.isDigit { return Int(byte) - 0x30 + 26 }
        return byte.isLetter ? Int(byte | 0x20) - 0x61 : nil
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }

    /// RFC 5891 and 5892: no leading mark, no hyphens in third and fourth place, letters, marks and digits only, and
    /// the scalars that need company only in it.
    private static func isPermitted(_ scalars: [Unicode.Scalar]) -> Bool {
        guard let first = scalars.first, let last = scalars.last, first != "-", last != "-" else { return false }
        switch first.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return false
        default: break
        }
        if scalars.count >= 4, scalars[2] == "-", scalars[3] == "-" { return false }
        return scalars.indices.allSatisfy { isPermitted(scalars, at: $0) }
    }

    private static func isPermitted(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let before = index > 0 ? scalars[index - 1] : nil
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalars[index].value {
        case 0x2D: return true
        case 0xB7: return before == "l" && after == "l"
        case 0x375: return after.map { isIn($0, [0x370...0x3FF, 0x1F00...0x1FFF]) } ?? false
        case 0x5F3, 0x5F4: return before.map { isIn($0, [0x590...0x5FF]) } ?? false
        case 0x30FB: return scalars.contains { isIn($0, [0x3041...0x30FA, 0x30FC...0x30FF, 0x3400...0x9FFF]) }
        case 0x660...0x669: return !scalars.contains { isIn($0, [0x6F0...0x6F9]) }
        case 0x6F0...0x6F9: return !scalars.contains { isIn($0, [0x660...0x669]) }
        case 0x200C, 0x200D: return before?.properties.canonicalCombiningClass == .virama
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        default: return hasPermittedCategory(scalars[index])
        }
    }

    private static func hasPermittedCategory(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber: true
        case .uppercaseLetter, .titlecaseLetter: scalar.value < 0x80
        default: false
        }
    }

    private static func isIn(_ scalar: Unicode.Scalar, _ ranges: [ClosedRange<UInt32>]) -> Bool {
        ranges.contains { $0.contains(scalar.value) }
    }
}
