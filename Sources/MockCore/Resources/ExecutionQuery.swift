import CivilTime
import GRDB
import Scheduler0API

/// Filters, order and page of `GET /executions`, read in the order of the real server.
/// Observed: server-behaviour 7.1. Documented: limit 10 when absent.
struct ExecutionQuery {
    private(set) var condition = "account_id = ?"
    private(set) var arguments: [any DatabaseValueConvertible]
    let limit: Int64
    let offset: Int64
    let orderClause: String

    private static let columns = [
        "dateCreated": "date_created", "lastExecutionDateTime": "last_execution",
        "nextExecutionDateTime": "next_execution",
    ]

    init(_ request: Request) throws {
        let call = request.call
        arguments = [try request.accountID]
        offset = try Self.number(call, "offset", invalid: "offset") ?? 0
        limit = try Self.number(call, "limit", invalid: "limit") ?? (request.has(.fiftyExecutionsAPage) ? 50 : 10)
        let start = try Self.date(call, "startDate")
        let end = try Self.date(call, "endDate")
        let project = try Self.number(call, "projectId", invalid: "projectId")
        let job = try Self.number(call, "jobId", invalid: "jobId")
        let state = try Self.state(call)
        let (column, direction) = try Self.order(call)
        orderClause = "\(column) \(direction), id \(direction)"
        add("date_created >= ?", start)
        add("date_created <= ?", end)
        add("project_id = ?", project == 0 ? nil : project)
        add("job_id = ?", job == 0 ? nil : job)
        add("state = ?", state?.rawValue)
        try Self.index(job: job, state: state, column: column)?.make(request.db)
    }

    /// What makes this list quick; nil when it is there anyway.
    private static func index(job: Int64?, state: ExecutionState?, column: String) -> ListIndex? {
        if let job, job != 0 { return .executionsOfJob }
        return state == nil ? .executions(by: column) : .executionsOfState
    }

    private mutating func add(_ test: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        condition += " AND \(test)"
        arguments.append(value)
    }

    private static func date(_ call: Call, _ name: String) throws -> Instant? {
        guard let text = call.query(name) else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            throw Problem.queryInvalid("\(name) (expected RFC3339)")
        }
        return instant
    }

    private static func number(_ call: Call, _ name: String, invalid: String) throws -> Int64? {
        guard let text = call.query(name) else { return nil }
        guard let value = Int64(goUnsigned: text) else { throw Problem.queryInvalid(invalid) }
        return value
    }

    private static func state(_ call: Call) throws -> ExecutionState? {
        guard let word = call.query("state") else { return nil }
        guard let state = ExecutionState(word: word) else {
            throw Problem.queryInvalid("state parameter, expected 'scheduled', 'success', or 'failed'")
        }
        return state
    }

    /// Without `orderBy` the order is newest first, whatever the direction says.
    private static func order(_ call: Call) throws -> (column: String, direction: String) {
        guard let name = call.query("orderBy") else { return ("date_created", "DESC") }
        guard let column = columns[name] else {
            throw Problem.queryInvalid(
                "orderBy parameter, expected 'dateCreated', 'lastExecutionDateTime', or 'nextExecutionDateTime'")
        }
        return (column, call.query("orderDirection") == "ASC" ? "ASC" : "DESC")
    }
}
