import Scheduler0API
import Scheduler0Client

/// A project and a local executor, for stories about jobs. Nothing of it is ever called.
struct Workplace: Sendable {
    let project: Int64
    let executor: Int64

    init(_ stage: Stage) async throws {
        let client = stage.client
        let project = try await client.createProject(
            ProjectCreate(name: stage.unique(), description: "jobs of the contract suite", createdBy: "contract suite"))
        stage.cleanup.add { try await client.deleteProject(project.id, deletedBy: "contract suite") }
        let executor = try await client.registerLocalExecutor(
            LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite"))
        stage.cleanup.add { try await client.deleteExecutor(executor.id, deletedBy: "contract suite") }
        self.project = project.id
        self.executor = executor.id
    }

    /// A job that is never due while a suite runs.
    func job(data: String? = nil) -> JobCreate {
        JobCreate(
            projectID: project, timezone: "UTC", executorID: executor, spec: "@yearly", data: data,
            startDate: "2099-01-01T00:00:00Z", createdBy: "contract suite")
    }
}
