public import Scheduler0API

extension Scheduler0 {
    /// All credentials, or those from `query.offset` on; `query.limit` is the size of a page.
    public func credentials(
        _ query: ListQuery<CredentialColumn> = .init(limit: 100), account: Int64? = nil
    ) -> PagedItems<Credential> {
        pages(from: query) { query throws(Scheduler0Error) in try await listCredentials(query, account: account) }
    }

    /// All projects, or those from `query.offset` on; `query.limit` is the size of a page.
    public func projects(
        _ query: ListQuery<ProjectColumn> = .init(limit: 100), account: Int64? = nil
    ) -> PagedItems<Project> {
        pages(from: query) { query throws(Scheduler0Error) in try await listProjects(query, account: account) }
    }

    /// All executors, or those from `query.offset` on; `query.limit` is the size of a page.
    public func executors(
        _ query: ListQuery<ExecutorColumn> = .init(limit: 100), account: Int64? = nil
    ) -> PagedItems<Executor> {
        pages(from: query) { query throws(Scheduler0Error) in try await listExecutors(query, account: account) }
    }

    /// All jobs, or those from `query.offset` on; `query.limit` is the size of a page.
    public func jobs(
        _ query: ListQuery<JobColumn> = .init(limit: 100), projectID: Int64? = nil, account: Int64? = nil
    ) -> PagedItems<Job> {
        pages(from: query) { query throws(Scheduler0Error) in
            try await listJobs(query, projectID: projectID, account: account)
        }
    }

    /// All rows of the execution log, or those from `query.offset` on; `query.limit` is the size of a page.
    public func executions(
        _ query: ExecutionQuery = .init(limit: 100), account: Int64? = nil
    ) -> PagedItems<Execution> {
        PagedItems(
            page: { offset throws(Scheduler0Error) in
                var query = query
                query.offset = offset
                return try await listExecutions(query, account: account)
            }, firstOffset: query.offset ?? 0)
    }

    /// All rows of the prompt log, or those from `query.offset` on; `query.limit` is the size of a page.
    public func promptRequests(
        _ query: PromptLogQuery = .init(limit: 100), account: Int64? = nil
    ) -> PagedItems<PromptLogEntry> {
        PagedItems(
            page: { offset throws(Scheduler0Error) in
                var query = query
                query.offset = offset
                return try await listPromptRequests(query, account: account)
            }, firstOffset: query.offset ?? 0)
    }

    private func pages<Item: Listed, Column>(
        from query: ListQuery<Column>,
        _ list: @escaping @Sendable (ListQuery<Column>) async throws(Scheduler0Error) -> Page<Item>
    ) -> PagedItems<Item> {
        PagedItems(
            page: { offset throws(Scheduler0Error) in
                var query = query
                query.offset = offset
                return try await list(query)
            }, firstOffset: query.offset ?? 0)
    }
}
