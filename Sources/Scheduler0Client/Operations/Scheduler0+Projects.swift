public import Scheduler0API

extension Scheduler0 {
    /// `GET /projects`: List projects.
    public func listProjects(
        _ query: ListQuery<ProjectColumn> = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<Project> {
        try await receive(.get, "/projects", query: query.items, account: account)
    }

    /// `POST /projects`: Create a project.
    public func createProject(
        _ project: ProjectCreate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Project {
        try await receive(.post, "/projects", body: project, account: account)
    }

    /// `GET /projects/{id}`: Read a project.
    public func getProject(_ id: Int64, account: Int64? = nil) async throws(Scheduler0Error) -> Project {
        try await receive(.get, "/projects/\(id)", account: account)
    }

    /// `PUT /projects/{id}`: Change a project's description.
    public func updateProject(
        _ id: Int64, _ change: ProjectUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Project {
        try await receive(.put, "/projects/\(id)", body: change, account: account)
    }

    /// `DELETE /projects/{id}`: Delete a project and its jobs.
    public func deleteProject(_ id: Int64, deletedBy: String, account: Int64? = nil) async throws(Scheduler0Error) {
        try await send(.delete, "/projects/\(id)", body: Deletion(deletedBy: deletedBy), account: account)
    }
}
