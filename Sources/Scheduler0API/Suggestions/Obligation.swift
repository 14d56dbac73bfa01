/// What remains to be done about a suggestion.
public struct Obligation: Codable, Hashable, Sendable {
    public var id: String
    public var status: String
    public var suggestionID: String
    public var type: String
    public var dueAt: Timestamp?

    public init(
        id: String = "", status: String = "", suggestionID: String = "", type: String = "", dueAt: Timestamp? = nil
    ) {
        self.id = id
        self.status = status
        self.suggestionID = suggestionID
        self.type = type
        self.dueAt = dueAt
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case status
        case suggestionID = "suggestion_id"
        case type
        case dueAt = "due_at"
    }
}
