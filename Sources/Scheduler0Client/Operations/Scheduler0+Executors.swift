public import Scheduler0API

extension Scheduler0 {
    /// `GET /executors`: List executors.
    public func listExecutors(
        _ query: ListQuery<ExecutorColumn> = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<Executor> {
        try await receive(.get, "/executors", query: query.items, account: account)
    }

    /// `POST /executors`: Create an executor.
    public func createExecutor(
        _ executor: ExecutorCreate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Executor {
        try await receive(.post, "/executors", body: executor, account: account)
    }

    /// `GET /executors/{id}`: Read an executor.
    public func getExecutor(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> Executor {
        try await receive(.get, "/executors/\(id)", account: account)
    }

    /// `PUT /executors/{id}`: Change an executor.
    public func updateExecutor(
        _ id: Int64, _ change: ExecutorUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Executor {
        try await receive(.put, "/executors/\(id)", body: change, account: account)
    }

    /// `DELETE /executors/{id}`: Delete an executor.
    public func deleteExecutor(_ id: Int64, deletedBy: String, account: Int64? = nil) async throws(Scheduler0Error) {
        try await send(.delete, "/executors/\(id)", body: Deletion(deletedBy: deletedBy), account: account)
    }

    /// `POST /executors/{id}/test-invoke`: Call an executor once, as a test.
    public func testInvokeExecutor(
        _ id: Int64, _ invocation: TestInvocation? = nil, account: Int64? = nil
    ) async throws(Scheduler0Error) -> TestInvocationResult {
        try await receive(.post, "/executors/\(id)/test-invoke", body: invocation, account: account)
    }
}
