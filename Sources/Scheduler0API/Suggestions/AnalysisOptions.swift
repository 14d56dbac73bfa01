/// How to read the conversation.
public struct AnalysisOptions: Codable, Hashable, Sendable {
    public var referenceTime: Timestamp?
    /// Only `en` and its variants.
    public var locale: String?
    /// Default America/Toronto.
    public var defaultTimezone: String?
    /// Default 0.65.
    public var minimumConfidence: Double?
    public var includeLowConfidence: Bool?
    public var includeResolvedObligations: Bool?
    /// Default 09:00.
    public var defaultDueTime: String?
    /// Default 17:00.
    public var defaultDeadlineTime: String?

    public init(
        referenceTime: Timestamp? = nil, locale: String? = nil, defaultTimezone: String? = nil,
        minimumConfidence:
            Double? = nil, includeLowConfidence: Bool? = nil, includeResolvedObligations: Bool? = nil,
        defaultDueTime:
            String? = nil, defaultDeadlineTime: String? = nil
    ) {
        self.referenceTime = referenceTime
        self.locale = locale
        self.defaultTimezone = defaultTimezone
        self.minimumConfidence = minimumConfidence
        self.includeLowConfidence = includeLowConfidence
        self.includeResolvedObligations = includeResolvedObligations
        self.defaultDueTime = defaultDueTime
        self.defaultDeadlineTime = defaultDeadlineTime
    }

    private enum CodingKeys: String, CodingKey {
        case referenceTime = "reference_time"
        case locale
        case defaultTimezone = "default_timezone"
        case minimumConfidence = "minimum_confidence"
        case includeLowConfidence = "include_low_confidence"
        case includeResolvedObligations = "include_resolved_obligations"
        case defaultDueTime = "default_due_time"
        case defaultDeadlineTime = "default_deadline_time"
    }
}
