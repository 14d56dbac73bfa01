/// When it is due.
public struct SuggestedTime: Codable, Hashable, Sendable {
    /// The words it was read from; null when inferred.
    public var sourceText: String?
    public var type: String
    public var dueAt: Timestamp?
    public var timezone: String
    public var precision: String
    public var isInferred: Bool
    /// `later_today` or `next_business_day`.
    public var inferencePolicy: String?
    public var ambiguous: Bool

    public init(
        sourceText: String? = nil, type: String = "", dueAt: Timestamp? = nil, timezone: String = "",
        precision:
            String = "", isInferred: Bool = false, inferencePolicy: String? = nil, ambiguous: Bool = false
    ) {
        self.sourceText = sourceText
        self.type = type
        self.dueAt = dueAt
        self.timezone = timezone
        self.precision = precision
        self.isInferred = isInferred
        self.inferencePolicy = inferencePolicy
        self.ambiguous = ambiguous
    }

    private enum CodingKeys: String, CodingKey {
        case sourceText = "source_text"
        case type
        case dueAt = "due_at"
        case timezone
        case precision
        case isInferred = "is_inferred"
        case inferencePolicy = "inference_policy"
        case ambiguous
    }
}
