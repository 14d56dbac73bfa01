/// The UTF-8 of a text or of a part of it.
typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
}

extension Collection where Element == UInt8 {
    /// The value of up to 18 digits; nil for anything else.
    var decimalValue: Int? {
        guard !isEmpty, count <= 18 else { return nil }
        var value = 0
        for byte in self {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    /// Takes `byte` off the front if it is there.
    mutating func take(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    /// Takes the digits off the front.
    mutating func takeDigits() -> Bytes {
        let end = firstIndex { !$0.isDigit } ?? endIndex
        let digits = self[startIndex..<end]
        self = self[end...]
        return digits
    }

    /// Takes exactly `count` digits off the front and reads them.
    mutating func takeNumber(digits count: Int) -> Int? {
        guard self.count >= count, let value = prefix(count).decimalValue else { return nil }
        removeFirst(count)
        return value
    }
}
