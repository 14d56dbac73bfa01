/// Which part of a list, and in which order. What is nil is left to the server: 10 rows, the newest first.
public struct ListQuery<Column: RawRepresentable & Hashable & Sendable>: Hashable, Sendable
where Column.RawValue == String {
    /// 1 to 100.
    public var limit: Int64?
    public var offset: Int64?
    public var orderBy: Column?
    public var direction: SortDirection?

    public init(
        limit: Int64? = nil, offset: Int64? = nil, orderBy: Column? = nil, direction: SortDirection? = nil
    ) {
        self.limit = limit
        self.offset = offset
        self.orderBy = orderBy
        self.direction = direction
    }

    var items: Scheduler0.Query {
        [
            ("limit", limit.map(String.init)), ("offset", offset.map(String.init)), ("orderBy", orderBy?.rawValue),
            ("orderByDirection", direction?.rawValue),
        ]
    }
}
