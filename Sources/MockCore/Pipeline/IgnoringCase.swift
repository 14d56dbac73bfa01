extension String {
    /// Whether both texts are the same but for the case of ASCII letters; asked for every header and member, so it makes
    /// no copies.
    func isSame(ignoringCaseOf other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        if self == other { return true }
        return zip(utf8, other.utf8).allSatisfy { $0 == $1 || Self.isSameLetter($0, $1) }
    }

    private static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
        let lower = left | 0x20
        return lower == right | 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
    }
}
