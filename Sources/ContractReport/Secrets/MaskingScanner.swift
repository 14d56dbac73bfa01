/// Goes through a text once and hides what stands behind a secret name: `"apiSecret": "…"`, `apiSecret=…`.
///
/// It does not parse, since it must work on bodies that are cut or that are no JSON.
struct MaskingScanner {
    /// Texts within texts are gone into this deep.
    private static let maximumDepth = 4

    private let bytes: [UInt8]
    private let depth: Int
    private var place = 0
    private var result: [UInt8] = []

    init(_ text: String) { self.init(Array(text.utf8), depth: 0) }

    private init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
        result.reserveCapacity(bytes.count)
    }

    mutating func scan() -> String {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "\\") {
                scanQuoted()
            } else if isWord(bytes[place]) {
                scanWord()
            } else {
                copy(to: place + 1)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A string, and the value behind it when it is a secret's name. `\"name\":` is JSON quoted within JSON.
    private mutating func scanQuoted() {
        let escapes = bytes[place...].prefix { $0 == UInt8(ascii: "\\") }.count
        guard place + escapes < bytes.count, bytes[place + escapes] == UInt8(ascii: "\"") else {
            return copy(to: place + max(escapes, 1))
        }
        let start = place + escapes + 1
        let end = endOfString(from: start, escapes: escapes)
        let name = String(decoding: bytes[start..<end.inner], as: UTF8.self)
        copy(to: start)
        copyString(to: end.inner)
        copy(to: end.outer)
        guard SecretName.isSecret(name) || SecretName.isKey(name) else { return }
        var value = skippingSpace(place)
        guard value < bytes.count, bytes[value] == UInt8(ascii: ":") else { return }
        value = skippingSpace(value + 1)
        copy(to: value)
        hideValue(of: name)
    }

    /// The inside of a string, which may be JSON or a form of its own.
    private mutating func copyString(to end: Int) {
        let inside = bytes[place..<end]
        let mayHoldSecrets = inside.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "=") }
        guard mayHoldSecrets, depth < Self.maximumDepth else { return copy(to: end) }
        var scanner = MaskingScanner(Array(inside), depth: depth + 1)
        result += Array(scanner.scan().utf8)
        place = end
    }

    /// A bare word followed by `=`, as in forms and queries.
    private mutating func scanWord() {
        let end = bytes[place...].firstIndex { !isWord($0) } ?? bytes.count
        let name = String(decoding: bytes[place..<end], as: UTF8.self)
        copy(to: end)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "="), SecretName.isSecret(name) || SecretName.isKey(name)
        else { return }
        copy(to: end + 1)
        let stop = bytes[place...].firstIndex { $0 == UInt8(ascii: "&") || $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
        replace(to: stop ?? bytes.count, name)
    }

    private mutating func hideValue(of name: String) {
        guard place < bytes.count else { return }
        let escapes = bytes[place...].prefix { $0 == UInt8(ascii: "\\") }.count
        if place + escapes < bytes.count, bytes[place + escapes] == UInt8(ascii: "\"") {
            let start = place + escapes + 1
            let end = endOfString(from: start, escapes: escapes)
            copy(to: start)
            replace(to: end.inner, name)
            copy(to: end.outer)
        } else if bytes[place] != UInt8(ascii: "{"), bytes[place] != UInt8(ascii: "[") {
            let stop = bytes[place...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") || $0 <= 0x20 }
            let end = stop ?? bytes.count
            // That a secret is null, true or false is what a reader needs to know, and no secret.
            let word = String(decoding: bytes[place..<end], as: UTF8.self)
            if ["null", "true", "false"].contains(word) { copy(to: end) } else { replace(to: end, name) }
        }
    }

    /// Where a string ends whose quotes are written behind `escapes` backslashes: before and after the end quote.
    private func endOfString(from start: Int, escapes: Int) -> (inner: Int, outer: Int) {
        var index = start
        while index < bytes.count {
            let backslashes = bytes[index...].prefix { $0 == UInt8(ascii: "\\") }.count
            let quote = index + backslashes
            guard quote < bytes.count else { break }
            if bytes[quote] == UInt8(ascii: "\""), backslashes <= escapes { return (index, quote + 1) }
            // Within plain JSON an even number of backslashes is text, and the quote behind it ends the string.
            if bytes[quote] == UInt8(ascii: "\""), escapes == 0, backslashes.isMultiple(of: 2) {
                return (quote, quote + 1)
            }
            index = quote + 1
        }
        return (bytes.count, bytes.count)
    }

    private mutating func replace(to end: Int, _ name: String) {
        let value = String(decoding: bytes[place..<end], as: UTF8.self)
        if !value.isEmpty { result += Array(SecretMask.shown(value, of: name).utf8) }
        place = end
    }

    private mutating func copy(to end: Int) {
        result += bytes[place..<end]
        place = end
    }

    private func skippingSpace(_ start: Int) -> Int {
        bytes[start...].firstIndex { $0 > 0x20 } ?? bytes.count
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
