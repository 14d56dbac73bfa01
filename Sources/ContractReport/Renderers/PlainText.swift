/// Text from a server made safe for a terminal or a log.
enum PlainText {
    /// Control characters, and the marks that turn the direction of text or hide in it.
    static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x2069, 0xfeff, 0xfff9...0xfffb: true
        default: false
        }
    }

    /// Without line breaks, so that a body cannot begin a line of its own.
    static func oneLine(_ text: String) -> String { escaped(text) { _ in true } }

    /// With its lines and tabs.
    static func block(_ text: String) -> String {
        escaped(text.replacing("\r\n", with: "\n")) { $0 != "\n" && $0 != "\t" }
    }

    private static func escaped(_ text: String, _ isEscaped: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: { isUnprintable($0) && isEscaped($0) }) else { return text }
        return text.unicodeScalars.map { scalar in
            isUnprintable(scalar) && isEscaped(scalar)
                ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }.joined()
    }

    static func bashEscape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return scalar.value < 0x80
            ? "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            : "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    static func indented(_ text: String, by prefix: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
    }

    /// Columns as wide as their widest cell, two spaces apart; the last one ragged.
    static func table(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).dropLast(columns > row.count ? 0 : 1).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count + 2)
            }
            return columns > row.count ? cells.joined() : cells.joined() + (row.last ?? "")
        }
    }

    /// `1 breach`, `2 breaches`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// With one digit behind the point.
    static func decimal(_ number: Double) -> String {
        let tenths = (number * 10).rounded(.down)
        guard let whole = Int(exactly: tenths) else { return "\(number)" }
        return "\(whole / 10).\(abs(whole % 10))"
    }
}
