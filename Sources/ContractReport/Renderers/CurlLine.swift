/// A request as a command to repeat it by hand; secrets are masked, so they have to be filled in.
public struct CurlLine: Sendable {
    /// A body longer than this is left out: nobody reads or pastes it.
    private static let bodyLimitBytes = 4_096
    /// What curl writes itself.
    private static let ownHeaders: Set<String> = [
        "host", "content-length", "connection", "transfer-encoding", "accept-encoding", "user-agent", "expect",
    ]

    public let text: String

    public init(_ exchange: RecordedExchange) {
        var parts = ["curl -i"]
        switch exchange.method {
        case "GET": break
        case "HEAD": parts[0] = "curl -I"
        default: parts.append("-X \(Self.quoted(exchange.method))")
        }
        parts.append(Self.quoted(SecretMask.shown(url: exchange.url)))
        for header in exchange.requestHeaders where !Self.ownHeaders.contains(header.name.lowercased()) {
            parts.append("-H " + Self.quoted("\(header.name): \(SecretMask.shown(header.value, of: header.name))"))
        }
        if let body = Self.body(exchange.requestBody) { parts.append(body) }
        text = parts.joined(separator: " ")
    }

    private static func body(_ body: RecordedBody) -> String? {
        switch body {
        case .whole([]): return nil
        case .whole(let bytes) where bytes.count <= bodyLimitBytes:
            guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else { break }
            return "--data-raw " + quoted(SecretMask.shown(text: text))
        case .whole, .beginning, .unread: break
        }
        return "--data-binary @body # \(sizeWords(of: body))"
    }

    private static func sizeWords(of body: RecordedBody) -> String {
        switch body {
        case .whole(let bytes): "\(bytes.count) bytes"
        case .beginning(_, let length): "\(length) bytes"
        case .unread(let reason): "not kept: " + PlainText.oneLine(reason)
        }
    }

    /// Safe for a POSIX shell; what would move the cursor of a terminal is written in bash's `$'…'`.
    static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy(isHarmless)
        if isPlain { return text }
        guard text.unicodeScalars.contains(where: PlainText.isUnprintable) else {
            return "'" + text.replacing("'", with: #"'\''"#) + "'"
        }
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "'", "\\": "\\\(scalar)"
            case "\n": "\\n"
            case "\t": "\\t"
            case "\r": "\\r"
            case _ where PlainText.isUnprintable(scalar): PlainText.bashEscape(scalar)
            default: String(scalar)
            }
        }
        return "$'" + escaped.joined() + "'"
    }

    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "@"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
