/// A request target taken apart: the path as sent, the query decoded.
struct RequestTarget: Equatable {
    var path: Substring
    /// As sent, with its question mark.
    var queryText: Substring = ""
    var query: [QueryItem] = []

    struct QueryItem: Equatable {
        var name: String
        var value: String
    }

    /// Reads the origin form `/path?query` and the absolute form `http://host/path?query`.
    init(_ target: String) {
        var rest = Substring(target)
        if !rest.utf8.starts(with: "/".utf8), let scheme = rest.range(ofFirst: "://") {
            let authority = rest[scheme.upperBound...]
            rest = authority.firstIndex { $0 == "/" || $0 == "?" }.map { authority[$0...] } ?? ""
        }
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queryText = rest[mark...]
            query = Self.items(queryText.dropFirst())
            rest = rest[..<mark]
        }
        path = rest.isEmpty ? "/" : rest
    }

    /// The path without empty, `.` and `..` segments; nil when it has none.
    var cleanPath: String? {
        let bytes = path.utf8
        let mayBeUnclean = zip(bytes, bytes.dropFirst()).contains { first, second in
            first == UInt8(ascii: "/") && (second == UInt8(ascii: "/") || second == UInt8(ascii: "."))
        }
        guard mayBeUnclean else { return nil }
        var kept: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment != ".." { kept.append(segment) } else if !kept.isEmpty { kept.removeLast() }
        }
        let clean = "/" + kept.joined(separator: "/") + (path.hasSuffix("/") && !kept.isEmpty ? "/" : "")
        return clean == path ? nil : clean
    }

    /// The pairs of `a=1&b=2`, decoded as HTML forms are.
    private static func items(_ text: Substring) -> [QueryItem] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return QueryItem(
                name: percentDecoded(Substring(parts[0])),
                value: parts.count == 2 ? percentDecoded(Substring(parts[1])) : "")
        }
    }

    /// A segment of a path, where `+` is a plus.
    static func segmentDecoded(_ text: Substring) -> String {
        percentDecoded(Substring(text.replacing("+", with: "%2B")))
    }

    /// `+` is a space. An escape that is none (`%zz`) stays as it is, so that whoever reads the value refuses it;
    /// bytes that are no UTF-8 read as U+FFFD.
    static func percentDecoded(_ text: Substring) -> String {
        let utf8 = text.utf8
        guard utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var index = utf8.startIndex
        while index < utf8.endIndex {
            if let (byte, next) = escape(in: utf8, at: index) {
                bytes.append(byte)
                index = next
            } else {
                bytes.append(utf8[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : utf8[index])
                index = utf8.index(after: index)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(
        in utf8: Substring.UTF8View, at index: Substring.Index
    ) -> (byte: UInt8, next: Substring.Index)? {
        guard utf8[index] == UInt8(ascii: "%") else { return nil }
        let digits = utf8[index...].dropFirst().prefix(2)
        guard digits.count == 2, digits.allSatisfy(isHexDigit), let byte = UInt8(String(Substring(digits)), radix: 16)
        else { return nil }
        return (byte, digits.endIndex)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension Substring {
    fileprivate func range(ofFirst text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
