/// Why a conversation was not analyzed.
///
/// Documented: server-behaviour 10.4 for `noMessages` and `unsupportedLocale`; the rest is what the real server answers
/// with a fault of its analyzer or of JSON decoding, said here so that the person can mend it.
public enum AnalyzerProblem: Error, Hashable, Sendable {
    /// There is no message at all.
    case noMessages
    /// `options.locale` is another language than English.
    case unsupportedLocale(String)
    /// A field has another type: the way to it, what it must be, what it is.
    case wrongType(field: String, expected: String, found: String)
    /// A field that every message needs is not there.
    case missingField(String)
    /// A time that is no ISO 8601 date-time.
    case invalidTimestamp(field: String, text: String)
    /// A zone that is not in the IANA database.
    case unknownTimeZone(field: String, name: String)
    /// A time of day that is not `HH:MM`.
    case invalidTimeOfDay(field: String, text: String)
    /// A confidence outside 0 to 1.
    case confidenceOutOfRange(Double)
    /// More than this server takes at once.
    case limitExceeded(field: String, limit: Int, unit: String)

    /// Where the real server would have found it, which decides the status.
    public enum Stage: Hashable, Sendable {
        /// Decoding of the JSON text (422).
        case decoding
        /// Checks before the analysis (400).
        case validation
        /// The analyzer itself (503, `suggestion analyzer: status <N>: <text>`).
        case analysis
    }

    public var stage: Stage {
        switch self {
        case .wrongType: .decoding
        case .noMessages, .unsupportedLocale, .limitExceeded: .validation
        case .missingField, .invalidTimestamp, .unknownTimeZone, .invalidTimeOfDay, .confidenceOutOfRange: .analysis
        }
    }

    /// A word for programs. Only `UNSUPPORTED_LOCALE` is on the real server's wire.
    public var code: String {
        switch self {
        case .noMessages: "NO_MESSAGES"
        case .unsupportedLocale: "UNSUPPORTED_LOCALE"
        case .wrongType: "INVALID_FIELD_TYPE"
        case .missingField: "MISSING_FIELD"
        case .invalidTimestamp: "INVALID_TIMESTAMP"
        case .unknownTimeZone: "INVALID_TIMEZONE"
        case .invalidTimeOfDay: "INVALID_TIME_OF_DAY"
        case .confidenceOutOfRange: "INVALID_CONFIDENCE"
        case .limitExceeded: "LIMIT_EXCEEDED"
        }
    }

    /// The field at fault; nil when it is the request as a whole.
    public var field: String? {
        switch self {
        case .noMessages: "messages"
        case .unsupportedLocale: "options.locale"
        case .wrongType(let field, _, _): field.isEmpty ? nil : field
        case .missingField(let field), .invalidTimestamp(let field, _), .unknownTimeZone(let field, _),
            .invalidTimeOfDay(let field, _), .limitExceeded(let field, _, _):
            field
        case .confidenceOutOfRange: "options.minimum_confidence"
        }
    }

    public var message: String {
        switch self {
        case .noMessages: "at least one message is required"
        case .unsupportedLocale(let locale):
            "unsupported locale \"\(locale)\": suggestions analysis currently only supports English (en*)"
        case .wrongType(let field, let expected, let found):
            "\(field.isEmpty ? "the request body" : field) must be \(expected), but is \(Self.withArticle(found))"
        case .missingField(let field): "\(field) is required"
        case .invalidTimestamp(let field, let text):
            "\(field) must be an ISO 8601 date-time such as 2026-07-17T10:00:00-04:00, but is \"\(text)\""
        case .unknownTimeZone(let field, let name):
            "\(field) must be an IANA time zone such as America/Toronto, but is \"\(name)\""
        case .invalidTimeOfDay(let field, let text): "\(field) must be a time of day as HH:MM, but is \"\(text)\""
        case .confidenceOutOfRange(let value): "options.minimum_confidence must be between 0 and 1, but is \(value)"
        case .limitExceeded(let field, let limit, let unit): "\(field) must have at most \(limit) \(unit)"
        }
    }

    static func withArticle(_ kind: String) -> String {
        switch kind {
        case "null": "null"
        case "array", "integer", "object": "an \(kind)"
        default: "a \(kind)"
        }
    }
}

extension AnalyzerProblem {
    init(_ mismatch: FieldMismatch) {
        self = .wrongType(field: mismatch.field, expected: mismatch.expected, found: mismatch.found)
    }
}
