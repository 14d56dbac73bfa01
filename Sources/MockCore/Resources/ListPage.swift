import GRDB
import WireJSON

/// Paging and order of the lists of credentials, projects, jobs and executors. Observed: server-behaviour 4.1.
struct ListPage {
    let limit: Int64
    let offset: Int64
    /// A column name from the resource's own list, never the caller's text.
    let orderBy: String
    let direction: String

    /// Reads `limit` (1 to 100, default 10), `offset` (default 0), `orderBy`, `orderByDirection` in this order.
    init(
        _ request: Request, plural: String, columns: [String], index: (String) -> ListIndex
    ) throws {
        limit = try Self.limit(request.call, plural: plural)
        offset = try Self.offset(request.call)
        let wanted = request.call.query("orderBy") ?? "date_created"
        guard columns.contains(wanted) else { throw Problem.unknownOrderColumn }
        if wanted == "modified_by", request.has(.orderByModifiedByFails) {
            throw Problem.orderColumnMissing(wanted, plural: plural)
        }
        orderBy = wanted
        let direction = (request.call.query("orderByDirection") ?? "DESC").uppercased()
        guard ["ASC", "DESC"].contains(direction) else { throw Problem.unknownOrderDirection }
        self.direction = direction
        try index(wanted).make(request.db)
    }

    private static func limit(_ call: Call, plural: String) throws -> Int64 {
        guard let text = call.query("limit") else { return 10 }
        guard let limit = Int64(text) else { throw Problem.notAnInteger(text, function: "Atoi") }
        if limit == 0 { throw Problem.limitTooSmall }
        // A negative limit becomes a huge unsigned number at the real server.
        guard (1...100).contains(limit) else { throw Problem.limitTooLarge(plural: plural) }
        return limit
    }

    private static func offset(_ call: Call) throws -> Int64 {
        guard let text = call.query("offset") else { return 0 }
        guard let offset = Int64(text) else { throw Problem.notAnInteger(text, function: "Atoi") }
        guard offset >= 0 else { throw Problem.offsetNegative }
        return offset
    }

    /// The end of the query: order, ties by id in the same direction, page.
    var clause: String {
        let key = orderBy == "id" ? "id \(direction)" : "\(orderBy) \(direction), id \(direction)"
        return "ORDER BY \(key) LIMIT \(limit) OFFSET \(offset)"
    }

    func reply(total: Int64, plural: String, _ items: [JSON]) -> Reply {
        .success(
            .object(["total": .int(total), "offset": .int(offset), "limit": .int(limit), plural: .array(items)]))
    }
}

extension Request {
    /// How many rows of `table` the account has, without counting them.
    func liveCount(_ table: String, parent: Int64? = nil) throws -> Int64 {
        if let parent {
            return try db.count(
                "SELECT total FROM live_counts WHERE account_id = ? AND kind = ? AND parent_id = ?",
                [accountID, table, parent])
        }
        return try db.count(
            "SELECT SUM(total) FROM live_counts WHERE account_id = ? AND kind = ?", [accountID, table])
    }
}
