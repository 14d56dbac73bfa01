/// Every table of a world in the order in which rows may refer to each other.
extension StateTable {
    static let all = [
        accounts, accountFeatures, aiSettings, credentials, projects, executors, leases, pulls, scripts, jobs,
        schedules, executions, tasks, promptRequests, timers, sinks, sinkRequests,
    ]

    private static let created = column("dateCreated", .instant, .now)
    private static let modified = column("dateModified", .instant, .null)
    private static let deleted = [column("deletedBy", .text, .null), column("dateDeleted", .instant, .null)]
    private static let account = column("accountId", .int)
    private static let authors = [
        column("createdBy", .text, .text("seed")), column("modifiedBy", .text, .null),
    ]

    private static let accounts = StateTable(
        name: "accounts", table: "accounts",
        columns: [
            column("id", .int), column("name", .text), column("apiLevel", .text, .null),
            column("executionCount", .int, .number(Accounts.ordinaryExecutions)), column("tokens", .int, .zero),
            created, modified, column("countModified", .instant, .now),
            column("nextResetDate", .instant, .nextMonth), column("aiPeriodStart", .instant, .now),
        ], order: "id")

    private static let accountFeatures = StateTable(
        name: "accountFeatures", table: "account_features", columns: [account, column("featureId", .int)],
        order: "account_id, feature_id")

    private static let aiSettings = StateTable(
        name: "aiSettings", table: "ai_settings",
        columns: [
            account, column("provider", .text, .null), column("model", .text, .null),
            column("activeModels", .json, .emptyList), column("openaiApiKey", .secret, .null),
            column("anthropicApiKey", .secret, .null), column("bedrockAccessKeyId", .secret, .null),
            column("bedrockSecretKey", .secret, .null), column("openrouterApiKey", .secret, .null),
            column("bedrockRegion", .text, .empty), created, modified,
        ], order: "account_id")

    private static let credentials = StateTable(
        name: "credentials", table: "credentials",
        columns: [
            column("id", .int), account, column("apiKey", .text), column("apiSecret", .secret, at: "secret"),
            column("scopes", .scopes), column("archived", .bool, .no), column("expiresAt", .instant, .null),
            created, modified, column("archivedBy", .text, .null),
        ] + authors + deleted, order: "id")

    private static let projects = StateTable(
        name: "projects", table: "projects",
        columns: [
            column("id", .int), account, column("name", .text), column("description", .text, .empty), created, modified,
        ] + authors + deleted, order: "id")

    private static let executors = StateTable(
        name: "executors", table: "executors",
        columns: [
            column("id", .int), account, column("name", .text), column("description", .text, .empty),
            column("tags", .texts, .emptyList), column("type", .text), column("cloudProvider", .text, .empty),
            column("region", .text, .empty), column("cloudResourceUrl", .text, .empty),
            column("cloudApiKey", .secret, .null), column("cloudApiSecret", .secret, .null),
            column("webhookUrl", .text, .empty), column("webhookMethod", .text, .text("POST")),
            column("webhookSecret", .secret, .null), column("command", .text, .empty),
            column("workingDir", .text, .empty), column("payloadAggregation", .bool, .no), created, modified,
        ] + authors + deleted, order: "id")

    private static let leases = StateTable(
        name: "leases", table: "leases",
        columns: [
            column("executorId", .int), column("expiresAt", .instant), column("lastPullAt", .instant, .now),
            column("pulls", .int, .one),
        ], order: "executor_id")

    private static let pulls = StateTable(
        name: "pulls", table: "pulls",
        columns: [column("id", .int), column("executorId", .int), created, column("jobs", .int)], order: "id")

    private static let scripts = StateTable(
        name: "outcomes", table: "outcome_scripts",
        columns: [column("executorId", .int), column("script", .json), column("position", .int, .zero)],
        order: "executor_id")

    private static let jobs = StateTable(
        name: "jobs", table: "jobs",
        columns: [
            column("id", .int), account, column("projectId", .int), column("executorId", .int, .null),
            column("spec", .text, .empty), column("data", .text, .empty), column("startDate", .instant, .null),
            column("endDate", .instant, .null), column("timezone", .text, .text("UTC")),
            column("timezoneOffset", .int, .zero), column("retryMax", .int, .zero),
            column("status", .text, .text("active")), created, modified,
        ] + authors + deleted, order: "id")

    /// A job without a row here is planned when the document is read.
    private static let schedules = StateTable(
        name: "schedules", table: "schedules",
        columns: [
            column("jobId", .int), column("dueAt", .instant, .null), column("sequence", .int, .zero),
            column("runAt", .instant, .null), column("attemptAt", .instant, .null), column("attempt", .int, .zero),
            column("version", .int, .one), column("lastRun", .instant, .null), column("lastState", .int, .null),
            column("pendingState", .int, .null), column("inFlight", .bool, .no),
        ], order: "job_id")

    private static let executions = StateTable(
        name: "executions", table: "executions",
        columns: [
            column("id", .int), account, column("jobId", .int), column("projectId", .int, .zero),
            column("state", .int), column("version", .int, .one), column("queueVersion", .int, .one),
            column("lastExecution", .instant, .null), column("nextExecution", .instant, .null),
            column("previousRun", .instant, .null), column("uniqueId", .text, .null), created,
        ], order: "id")

    private static let tasks = StateTable(
        name: "asyncTasks", table: "tasks",
        columns: [
            column("id", .int), column("requestId", .text), account, column("service", .text),
            column("input", .text, .empty), column("output", .text, .empty), column("state", .int), created,
            modified, column("dueAt", .instant, .null), column("sequence", .int, .zero),
        ], order: "id")

    private static let promptRequests = StateTable(
        name: "promptRequests", table: "prompt_requests",
        columns: [
            column("id", .int), account, column("kind", .text, .text("prompt")), column("prompt", .text),
            column("provider", .text, .empty), column("model", .text, .empty), column("output", .text, .empty),
            column("inputTokens", .int, .zero), column("outputTokens", .int, .zero), column("status", .text),
            column("error", .text, .null), created,
        ], order: "id")

    private static let timers = StateTable(
        name: "timers", table: "timers",
        columns: [
            column("name", .text), column("subject", .int), column("dueAt", .instant), column("sequence", .int, .zero),
        ], order: "name, subject")

    private static let sinks = StateTable(
        name: "sinks", table: "sinks",
        columns: [column("name", .text), column("answers", .json, .emptyList), column("position", .int, .zero)],
        order: "name")

    private static let sinkRequests = StateTable(
        name: "sinkRequests", table: "sink_requests",
        columns: [
            column("id", .int), column("sink", .text), created, column("method", .text), column("path", .text),
            column("headers", .json, .emptyList), column("body", .text, .empty),
        ], order: "id")
}
