public import Scheduler0API

extension Scheduler0 {
    /// `POST /local-executors`: Register a local executor.
    public func registerLocalExecutor(
        _ executor: LocalExecutorCreate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> LocalExecutorRegistration {
        try await receive(.post, "/local-executors", body: executor, account: account)
    }

    /// `GET /local-executors/{id}/jobs`: Fetch the jobs of a local executor.
    public func pullLocalExecutorJobs(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> [Job] {
        try await receive(.get, "/local-executors/\(id)/jobs", account: account)
    }

    /// `POST /local-executors/{id}/executions`: Report runs of a local executor.
    public func reportLocalExecutions(
        _ id: Int64, _ rows: [LocalExecutionReport], account: Int64? = nil
    ) async throws(Scheduler0Error) -> ReportReceipt {
        try await receive(.post, "/local-executors/\(id)/executions", body: rows, account: account)
    }
}
