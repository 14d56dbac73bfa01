/// A resource that is listed by the page.
public protocol Listed: Codable, Hashable, Sendable {
    /// The name the rows of a page stand under: `jobs`.
    static var listName: String { get }
}

/// Part of a list: `{"total", "offset", "limit", "<name of the rows>"}`.
public struct Page<Item: Listed>: Codable, Hashable, Sendable {
    /// All rows that match, not only those of this page.
    public var total: Int64
    public var offset: Int64
    public var limit: Int64
    public var items: [Item]

    public init(total: Int64 = 0, offset: Int64 = 0, limit: Int64 = 0, items: [Item] = []) {
        self.total = total
        self.offset = offset
        self.limit = limit
        self.items = items
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        total = try container.decode(Int64.self, forKey: Key(stringValue: "total"))
        offset = try container.decode(Int64.self, forKey: Key(stringValue: "offset"))
        limit = try container.decode(Int64.self, forKey: Key(stringValue: "limit"))
        items = try container.decode([Item].self, forKey: Key(stringValue: Item.listName))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(total, forKey: Key(stringValue: "total"))
        try container.encode(offset, forKey: Key(stringValue: "offset"))
        try container.encode(limit, forKey: Key(stringValue: "limit"))
        try container.encode(items, forKey: Key(stringValue: Item.listName))
    }
}

extension Credential: Listed { public static let listName = "credentials" }
extension Project: Listed { public static let listName = "projects" }
extension Executor: Listed { public static let listName = "executors" }
extension Job: Listed { public static let listName = "jobs" }
extension Execution: Listed { public static let listName = "executions" }
extension PromptLogEntry: Listed { public static let listName = "requests" }
