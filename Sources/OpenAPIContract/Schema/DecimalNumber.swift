import WireJSON

/// A decimal number held exactly, for the comparisons and divisions that doubles get wrong (`0.3` by `0.1`).
struct DecimalNumber: Hashable, Sendable {
    /// The value is `digits × 10^exponent`; no digit at all is zero.
    let isNegative: Bool
    /// Most significant first, each 0 to 9, neither leading nor trailing zeros.
    let digits: [UInt8]
    let exponent: Int

    /// Exponents are cut to this size; no number in a document or body needs more.
    private static let exponentLimit = 1_000_000_000

    /// Reads a number as JSON writes it; nil for any other text.
    init?(_ text: String) {
        var isNegative = false
        var digits: [UInt8] = []
        var scale = 0
        var exponent = 0
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes.removeFirst()
        }
        var sawPoint = false
        while let byte = bytes.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
            bytes.removeFirst()
            if byte == UInt8(ascii: "."), !sawPoint {
                sawPoint = true
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits.append(byte - UInt8(ascii: "0"))
                if sawPoint { scale += 1 }
            } else {
                return nil
            }
        }
        guard !digits.isEmpty else { return nil }
        if !bytes.isEmpty {
            guard let read = Self.exponent(bytes.dropFirst()) else { return nil }
            exponent = read
        }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent - scale)
    }

    /// The exact value of a JSON number; nil for any other kind.
    init?(_ value: JSON) {
        switch value {
        case .int(let number): self.init(String(number))
        case .double(let number): self.init(number.description)
        case .bigNumber(let text): self.init(text)
        default: return nil
        }
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        var exponent = exponent
        var kept = digits.drop { $0 == 0 }
        while kept.last == 0 {
            kept.removeLast()
            exponent += 1
        }
        self.isNegative = isNegative && !kept.isEmpty
        self.digits = Array(kept)
        self.exponent = kept.isEmpty ? 0 : exponent
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        var bytes = bytes
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), exponentLimit)
        }
        return isNegative ? -value : value
    }

    var isInteger: Bool { exponent >= 0 }

    var isZero: Bool { digits.isEmpty }

    /// Whether this is a whole multiple of `divisor`; nil when the divisor has too many digits to tell.
    func isMultiple(of divisor: DecimalNumber) -> Bool? {
        guard divisor.digits.count <= 19, !divisor.isZero else { return nil }
        if isZero { return true }
        // No trailing zeros are kept, so a divisor of a higher power of ten cannot divide.
        guard exponent >= divisor.exponent else { return false }
        var modulus: UInt128 = 0
        for digit in divisor.digits { modulus = modulus * 10 + UInt128(digit) }
        var rest: UInt128 = 0
        for digit in digits { rest = (rest * 10 + UInt128(digit)) % modulus }
        return rest * Self.powerOfTen(exponent - divisor.exponent, modulo: modulus) % modulus == 0
    }

    /// `modulus` is below 10^19, so products of two remainders fit 128 bits.
    private static func powerOfTen(_ exponent: Int, modulo modulus: UInt128) -> UInt128 {
        var result = 1 % modulus
        var base = 10 % modulus
        var left = exponent
        while left > 0 {
            if left & 1 == 1 { result = result * base % modulus }
            base = base * base % modulus
            left >>= 1
        }
        return result
    }
}

extension DecimalNumber: Comparable {
    static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative
            ? right.isSmallerInMagnitude(than: left) : left.isSmallerInMagnitude(than: right)
    }

    private func isSmallerInMagnitude(than other: DecimalNumber) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        let size = digits.count + exponent
        let otherSize = other.digits.count + other.exponent
        if size != otherSize { return size < otherSize }
        // Equal lengths before the point; a missing trailing digit is a zero, which lexicographic order knows.
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
