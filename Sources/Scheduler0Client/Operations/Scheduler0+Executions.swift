public import Scheduler0API

extension Scheduler0 {
    /// `GET /executions`: List executions.
    public func listExecutions(
        _ query: ExecutionQuery = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<Execution> {
        try await receive(.get, "/executions", query: query.items, account: account)
    }

    /// `GET /executions/analytics`: Count executions around an instant.
    public func getExecutionAnalytics(
        startDate: String, startTime: String, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ExecutionAnalytics {
        try await receive(
            .get, "/executions/analytics", query: [("startDate", startDate), ("startTime", startTime)], account: account
        )
    }

    /// `GET /executions/totals`: Count all executions.
    public func getExecutionTotals(account: Int64? = nil) async throws(Scheduler0Error) -> ExecutionTotals {
        try await receive(.get, "/executions/totals", account: account)
    }

    /// `POST /executions/cleanup-old-logs`: Delete old executions.
    public func cleanupOldExecutionLogs(
        _ cleanup: LogCleanup, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Acknowledgement {
        try await receive(.post, "/executions/cleanup-old-logs", body: cleanup, account: account)
    }
}
