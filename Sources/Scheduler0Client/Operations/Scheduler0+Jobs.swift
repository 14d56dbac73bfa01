public import Scheduler0API

extension Scheduler0 {
    /// `GET /jobs`: List jobs.
    public func listJobs(
        _ query: ListQuery<JobColumn> = .init(), projectID: Int64? = nil, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<Job> {
        try await receive(
            .get, "/jobs", query: query.items + [("projectId", projectID.map(String.init))], account: account)
    }

    /// `POST /jobs`: Create jobs.
    public func createJobs(_ jobs: [JobCreate], account: Int64? = nil) async throws(Scheduler0Error) -> String {
        try await receive(.post, "/jobs", body: jobs, account: account)
    }

    /// `GET /jobs/{id}`: Read a job.
    public func getJob(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> Job {
        try await receive(.get, "/jobs/\(id)", account: account)
    }

    /// `PUT /jobs/{id}`: Change a job.
    public func updateJob(
        _ id: Int64, _ change: JobUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Job {
        try await receive(.put, "/jobs/\(id)", body: change, account: account)
    }

    /// `DELETE /jobs/{id}`: Delete a job.
    public func deleteJob(_ id: Int64, deletedBy: String, account: Int64? = nil) async throws(Scheduler0Error) {
        try await send(.delete, "/jobs/\(id)", body: Deletion(deletedBy: deletedBy), account: account)
    }
}
