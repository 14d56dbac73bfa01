/// The jobs that were created, and where they belong.
public struct ScheduleResult: Codable, Hashable, Sendable {
    public var classification: Classification?
    public var project: Project?
    public var projectCreated: Bool
    public var executor: Executor?
    /// How the executor was found.
    public var executorMatchedBy: String
    public var executorMatchReason: String?
    public var jobs: [Job]
    public var provider: String?
    public var model: String?

    public init(
        classification: Classification? = nil, project: Project? = nil, projectCreated: Bool = false,
        executor:
            Executor? = nil, executorMatchedBy: String = "", executorMatchReason: String? = nil, jobs: [Job] = [],
        provider: String? = nil, model: String? = nil
    ) {
        self.classification = classification
        self.project = project
        self.projectCreated = projectCreated
        self.executor = executor
        self.executorMatchedBy = executorMatchedBy
        self.executorMatchReason = executorMatchReason
        self.jobs = jobs
        self.provider = provider
        self.model = model
    }
}
