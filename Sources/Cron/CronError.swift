/// Why a text is no cron spec: where, what was found there, why that is wrong and what would be right.
public struct CronError: Error, Hashable, Sendable {
    /// The field at fault; nil when it is the spec as a whole.
    public let field: CronField?
    /// The faulty part as it was written, shortened when it is long, control characters escaped.
    public let found: String
    public let reason: String
    /// What would be right.
    public let hint: String

    init(field: CronField? = nil, found: some StringProtocol, reason: String, hint: String) {
        self.field = field
        self.found = Self.excerpt(found)
        self.reason = reason
        self.hint = hint
    }

    /// At most 40 characters, on one line.
    static func excerpt(_ text: some StringProtocol) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            guard index < 40 else { return result + "…" }
            result += scalar.escaped
        }
        return result
    }
}

extension CronError: CustomStringConvertible {
    /// One line: `minute "61": 61 is above 59; allowed are 0 to 59`.
    public var description: String { "\(field?.rawValue ?? "cron spec") \"\(found)\": \(reason); \(hint)" }
}

extension Unicode.Scalar {
    /// The character, or its number where it would end or disturb a line of text.
    var escaped: String {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            "\\u{\(String(value, radix: 16))}"
        default: String(self)
        }
    }
}
