/// Why no send times were looked for.
///
/// Documented: server-behaviour 10.5, the table of codes; the cases from `wrongType` on are this server's own, for what
/// the table leaves open. All are 400 but `wrongType`, which the real server finds while it decodes (422).
public enum SendTimeProblem: Error, Hashable, Sendable {
    case missingRecipients
    case tooManyRecipients
    case invalidSenderTimeZone
    /// Recipient `index`, called `name`.
    case invalidRecipientTimeZone(index: Int, name: String)
    case missingRecipientTimeZone(index: Int, name: String)
    case unsupportedCandidateInterval(field: String)
    case invalidSuggestionCount(field: String)
    case invalidSearchHorizon(field: String)
    case invalidReferenceTime
    /// A bound of the window is no timestamp.
    case invalidWindowBound(field: String)
    /// The window ends before it begins.
    case emptySearchWindow(field: String)
    case invalidCoverageStrategy(field: String, value: String)
    case invalidCoverageRatio(field: String)
    case messageTooLong(field: String)
    case tooManyBusyIntervals(field: String)
    /// A field has another type: the way to it, what it must be, what it is.
    case wrongType(field: String, expected: String, found: String)
    case invalidTimeWindow(field: String, reason: String)
    case invalidPriority(field: String, value: String)
    case invalidHoliday(field: String, value: String)
    case invalidBusyInterval(field: String, reason: String)
    case outOfRange(field: String, range: ClosedRange<Int>)
    case limitExceeded(field: String, limit: Int, unit: String)

    public var code: String {
        switch self {
        case .missingRecipients: "MISSING_RECIPIENTS"
        case .tooManyRecipients: "TOO_MANY_RECIPIENTS"
        case .invalidSenderTimeZone, .invalidRecipientTimeZone: "INVALID_TIMEZONE"
        case .missingRecipientTimeZone: "MISSING_TIMEZONE"
        case .unsupportedCandidateInterval: "UNSUPPORTED_CANDIDATE_INTERVAL"
        case .invalidSuggestionCount: "INVALID_SUGGESTION_COUNT"
        case .invalidSearchHorizon: "INVALID_SEARCH_HORIZON"
        case .invalidReferenceTime: "INVALID_REFERENCE_TIME"
        case .invalidWindowBound, .emptySearchWindow: "INVALID_SEARCH_WINDOW"
        case .invalidCoverageStrategy, .invalidCoverageRatio: "INVALID_RECIPIENT_COVERAGE"
        case .messageTooLong: "MESSAGE_TOO_LONG"
        case .tooManyBusyIntervals: "TOO_MANY_BUSY_INTERVALS"
        case .wrongType: "INVALID_FIELD_TYPE"
        case .invalidTimeWindow: "INVALID_TIME_WINDOW"
        case .invalidPriority: "INVALID_PRIORITY"
        case .invalidHoliday: "INVALID_HOLIDAY"
        case .invalidBusyInterval: "INVALID_BUSY_INTERVAL"
        case .outOfRange: "INVALID_SETTING"
        case .limitExceeded: "LIMIT_EXCEEDED"
        }
    }

    /// The way to the field at fault; nil when it is the body itself.
    public var field: String? {
        switch self {
        case .missingRecipients, .tooManyRecipients: "recipients"
        case .invalidSenderTimeZone: "sender.timezone"
        case .invalidRecipientTimeZone(let index, _), .missingRecipientTimeZone(let index, _):
            "recipients[\(index)].timezone"
        case .invalidReferenceTime: "reference_time"
        case .unsupportedCandidateInterval(let field), .invalidSuggestionCount(let field),
            .invalidSearchHorizon(let field), .invalidWindowBound(let field), .emptySearchWindow(let field),
            .invalidCoverageStrategy(let field, _), .invalidCoverageRatio(let field), .messageTooLong(let field),
            .tooManyBusyIntervals(let field), .invalidTimeWindow(let field, _), .invalidPriority(let field, _),
            .invalidHoliday(let field, _), .invalidBusyInterval(let field, _), .outOfRange(let field, _),
            .limitExceeded(let field, _, _):
            field
        case .wrongType(let field, _, _): field.isEmpty ? nil : field
        }
    }

    public var message: String {
        switch self {
        case .missingRecipients: "at least one recipient is required"
        case .tooManyRecipients: "a maximum of 100 recipients is allowed"
        case .invalidSenderTimeZone: "sender has an invalid IANA timezone"
        case .invalidRecipientTimeZone(_, let name): "recipient \(name) has an invalid IANA timezone"
        case .missingRecipientTimeZone(_, let name): "recipient \(name) is missing a timezone"
        case .unsupportedCandidateInterval: "candidate_interval_minutes must be one of 5, 10, 15, 30, or 60"
        case .invalidSuggestionCount: "suggestion_count must be between 1 and 10"
        case .invalidSearchHorizon: "search_horizon_days must be at least 1"
        case .invalidReferenceTime: "reference_time must be an RFC3339 timestamp"
        case .invalidWindowBound(let field): "\(Self.lastName(field)) must be an RFC3339 timestamp"
        case .emptySearchWindow: "latest_send_at must be later than earliest_send_at"
        case .invalidCoverageStrategy(_, let value):
            "recipient coverage must be one of all_recipients, primary_recipients, majority, or best_effort, "
                + "but is \"\(value)\""
        case .invalidCoverageRatio: "minimum_ratio of the recipient coverage must be above 0 and at most 1"
        case .messageTooLong: "message text exceeds 10000 characters"
        case .tooManyBusyIntervals: "a maximum of 1000 busy intervals is allowed"
        case .wrongType(let field, let expected, let found):
            "\(field.isEmpty ? "the request body" : field) must be \(expected), but is "
                + AnalyzerProblem.withArticle(found)
        case .invalidTimeWindow(let field, let reason): "\(field) \(reason)"
        case .invalidPriority(_, let value): "priority must be one of urgent, high, normal, or low, but is \"\(value)\""
        case .invalidHoliday(let field, let value): "\(field) must be a date as YYYY-MM-DD, but is \"\(value)\""
        case .invalidBusyInterval(let field, let reason): "\(field) \(reason)"
        case .outOfRange(let field, let range):
            "\(Self.lastName(field)) must be between \(range.lowerBound) and \(range.upperBound)"
        case .limitExceeded(let field, let limit, let unit): "\(field) must have at most \(limit) \(unit)"
        }
    }

    /// `earliest_send_at` of `options.earliest_send_at`.
    private static func lastName(_ field: String) -> String {
        field.split(separator: ".").last.map(String.init) ?? field
    }
}

extension SendTimeProblem {
    init(_ mismatch: FieldMismatch) {
        self = .wrongType(field: mismatch.field, expected: mismatch.expected, found: mismatch.found)
    }
}
