/// All resources. A new resource is one more line here; a new endpoint is only in its resource's file.
enum Handlers {
    static let all: [String: Handler] = [
        Health.handlers, Credentials.handlers, Projects.handlers, Executors.handlers, TestInvocation.handlers,
        Jobs.handlers, AsyncTasks.handlers, LocalExecutors.handlers, Executions.handlers, Accounts.handlers,
        Features.handlers, AISettings.handlers, AIModels.handlers, Prompts.handlers, PromptLog.handlers,
        Suggestion.handlers, Scheduling.handlers, Cluster.handlers, Backups.handlers, SecretRotation.handlers,
    ].reduce(into: [:]) { all, some in all.merge(some) { _, last in last } }
}
