import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/executions`. Documented: README, Managing Executions. Observed: server-behaviour 7.
enum Executions {
    static let handlers: [String: Handler] = [
        "listExecutions": list, "getExecutionAnalytics": analytics, "getExecutionTotals": totals,
        "cleanupOldExecutionLogs": cleanup,
    ]

    private static func list(_ request: Request) throws -> Reply {
        let query = try ExecutionQuery(request)
        let condition = query.condition
        let total = try request.db.count(
            "SELECT COUNT(*) FROM executions WHERE \(condition)", SQLArguments(query.arguments))
        let rows = try request.db.all(
            """
            SELECT \(StoredExecution.columns) FROM executions
            WHERE \(condition) ORDER BY \(query.orderClause) LIMIT \(query.limit) OFFSET \(query.offset)
            """, SQLArguments(query.arguments), StoredExecution.init)
        let items: JSON =
            total == 0 && request.has(.emptyPageIsNull) ? .null : .array(rows.map { $0.json(request.world.quirks) })
        return .success(
            .object([
                "total": .int(total), "offset": .int(query.offset), "limit": .int(query.limit), "executions": items,
            ]))
    }

    private static func totals(_ request: Request) throws -> Reply {
        let account = try request.accountID
        try ListIndex.executionsOfState.make(request.db)
        func count(_ state: ExecutionState) throws -> JSON {
            .int(
                try request.db.count(
                    "SELECT COUNT(*) FROM executions WHERE account_id = ? AND state = ?", [account, state.rawValue]))
        }
        return .success([
            "accountId": .int(account), "scheduled": try count(.scheduled), "success": try count(.success),
            "failed": try count(.failed),
        ])
    }

    private static func analytics(_ request: Request) throws -> Reply {
        let bucket: Int64 = request.has(.hourlyAnalytics) ? 3_600_000 : 60_000
        let window = try AnalyticsWindow(request, bucket: bucket)
        let rows = try request.db.all(
            """
            SELECT (date_created - ?) / ?, state, COUNT(*) FROM executions
            WHERE account_id = ? AND date_created >= ? AND date_created < ? GROUP BY 1, 2
            """, [window.start, bucket, request.accountID, window.start, window.end]
        ) { (Int($0[0] as Int64), $0[1] as Int64, $0[2] as Int64) }
        return .success(window.json(account: try request.accountID, counts: rows))
    }

    /// Months count 30 days. Observed: server-behaviour 7.4.
    private static func cleanup(_ request: Request) throws -> Reply {
        guard !request.call.body.isEmpty else { throw Problem.bodyRequired(second: "request body is required") }
        guard let json = try? JSON.parse(request.call.body), let fields = try? Fields(json, structName: "Cleanup"),
            let named = try? fields.string("accountId") ?? "", let months = try? fields.int("retentionMonths") ?? 0
        else { throw Problem.invalidRequestBody }
        if named.isEmpty { throw Problem.fieldRequired("accountId") }
        guard let account = Int64(named), account > 0 else { throw Problem.cleanupAccountInvalid }
        guard try account == request.accountID else { throw Problem.cleanupAccountMismatch }
        guard months > 0 else { throw Problem.retentionTooSmall }
        let limit = request.now - .days(min(months, 1_000_000) * 30)
        try request.db.run("DELETE FROM executions WHERE account_id = ? AND date_created < ?", [account, limit])
        return .success(
            ["message": .string("Old execution logs cleaned up successfully for account \(account)")])
    }
}
