public import Scheduler0API

/// Which rows of the prompt log. What is nil is no filter.
public struct PromptLogQuery: Hashable, Sendable {
    /// 1 to 100; the server's default is 25.
    public var limit: Int64?
    public var offset: Int64?
    public var provider: String?
    public var model: String?
    /// `success`, `failed` or `skipped_intent`.
    public var status: String?
    /// Part of the prompt.
    public var search: String?
    public var start: Timestamp?
    public var end: Timestamp?
    public var direction: SortDirection?

    public init(
        limit: Int64? = nil, offset: Int64? = nil, provider: String? = nil, model: String? = nil,
        status: String? = nil, search: String? = nil, start: Timestamp? = nil, end: Timestamp? = nil,
        direction: SortDirection? = nil
    ) {
        self.limit = limit
        self.offset = offset
        self.provider = provider
        self.model = model
        self.status = status
        self.search = search
        self.start = start
        self.end = end
        self.direction = direction
    }

    var items: Scheduler0.Query {
        [
            ("limit", limit.map(String.init)), ("offset", offset.map(String.init)), ("provider", provider),
            ("model", model), ("status", status), ("search", search), ("start", start?.text), ("end", end?.text),
            ("order", direction?.rawValue),
        ]
    }
}
