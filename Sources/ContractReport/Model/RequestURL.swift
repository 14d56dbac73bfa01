/// A URL or request target taken apart: `http://host/a?b=c` and `/a?b=c` alike. What is no URL has the path `/`.
public struct RequestURL: Sendable, Hashable {
    /// In lower case; empty for a target without host.
    public let scheme: String
    /// Host and port as written, without user and password.
    public let authority: String
    /// Percent-encoded.
    public let path: String
    /// As written, without the question mark; nil when there is none.
    public let queryText: String?

    public init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queryText = String(rest[rest.utf8.index(after: mark)...])
            rest = rest[..<mark]
        } else {
            queryText = nil
        }
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
            scheme = rest[..<colon].lowercased()
            rest = rest[colon...].dropFirst(3)
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            let host = rest[..<end]
            authority = String(host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host)
            rest = rest[end...]
        } else {
            scheme = ""
            authority = ""
        }
        path = rest.isEmpty ? "/" : String(rest)
    }

    /// Host without port, in lower case: `127.0.0.1`, `[::1]`.
    public var host: String {
        guard !authority.hasPrefix("[") else {
            return authority.firstIndex(of: "]").map { authority[...$0].lowercased() } ?? authority.lowercased()
        }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    /// Percent-decoded, in order, `+` as a space.
    public var query: [RecordedExchange.Field] {
        (queryText ?? "").utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return .init(Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
        }
    }

    /// An escape that is none (`%zz`) stays as it is.
    private static func decoded(_ text: Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = hexPair(rest.prefix(2)) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexPair(_ digits: Substring.UTF8View) -> UInt8? {
        let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        return values.count == 2 ? UInt8(values[0] * 16 + values[1]) : nil
    }
}
