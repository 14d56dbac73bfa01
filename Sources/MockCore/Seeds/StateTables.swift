/// Every table of a world in the order in which rows may refer to each other.
extension StateTable {
    static let all = [
        accounts, accountFeatures, aiSettings, credentials, projects, executors, leases, pulls, scripts, jobs,
        schedules, executions, tasks, promptRequests, timers, sinks, sinkRequests,
    ]

    private static let created = column("dateCreated", .instant, .now)
    private static let modified = column("dateModified", .instant, .null)
    private static let deleted = [column("deletedBy", .text, .null), column("dateDeleted", .instant, .null)]
    private static let account = id("accountId")
    private static let authors = [
        column("createdBy", .text, .text("seed")), column("modifiedBy", .text, .null),
    ]

    private static let accounts = StateTable(
        name: "accounts", table: "accounts",
        columns: [
            id(), column("name", .text), column("apiLevel", .text, .null),
            amount("executionCount", .number(Accounts.ordinaryExecutions)), amount("tokens"),
            created, modified, column("countModified", .instant, .now),
            column("nextResetDate", .instant, .nextMonth), column("aiPeriodStart", .instant, .now),
        ], order: "id")

    private static let accountFeatures = StateTable(
        name: "accountFeatures", table: "account_features", columns: [account, column("featureId", .int(1...7))],
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
            id(), account, column("apiKey", .text), column("apiSecret", .secret, at: "secret"),
            column("scopes", .scopes), column("archived", .bool, .no), column("expiresAt", .instant, .null),
            created, modified, column("archivedBy", .text, .null),
        ] + authors + deleted, order: "id")

    private static let projects = StateTable(
        name: "projects", table: "projects",
        columns: [
            id(), account, column("name", .text), column("description", .text, .empty), created, modified,
        ] + authors + deleted, order: "id")

    private static let executors = StateTable(
        name: "executors", table: "executors",
        columns: [
            id(), account, column("name", .text), column("description", .text, .empty),
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
            id("executorId"), column("expiresAt", .instant), column("lastPullAt", .instant, .now),
            count("pulls", .one),
        ], order: "executor_id")

    private static let pulls = StateTable(
        name: "pulls", table: "pulls",
        columns: [id(), id("executorId"), created, count("jobs", nil)], order: "id")

    private static let scripts = StateTable(
        name: "outcomes", table: "outcome_scripts",
        columns: [id("executorId"), column("script", .json), count("position")],
        order: "executor_id")

    private static let jobs = StateTable(
        name: "jobs", table: "jobs",
        columns: [
            id(), account, id("projectId"), id("executorId", .null),
            column("spec", .text, .empty), column("data", .text, .empty), column("startDate", .instant, .null),
            column("endDate", .instant, .null), column("timezone", .text, .text("UTC")),
            column("timezoneOffset", .int(Int64.min...Int64.max), .zero), column("retryMax", .int(0...15), .zero),
            column("status", .text, .text("active")), created, modified,
        ] + authors + deleted, order: "id")

    /// A job without a row here is planned when the document is read.
    private static let schedules = StateTable(
        name: "schedules", table: "schedules",
        columns: [
            id("jobId"), column("dueAt", .instant, .null), count("sequence"),
            column("runAt", .instant, .null), column("attemptAt", .instant, .null), count("attempt"),
            count("version", .one), column("lastRun", .instant, .null), column("lastState", .int(0...2), .null),
            column("pendingState", .int(0...2), .null), column("inFlight", .bool, .no),
        ], order: "job_id")

    private static let executions = StateTable(
        name: "executions", table: "executions",
        columns: [
            id(), account, column("jobId", .int(1...Int64.max)), amount("projectId"),
            column("state", .int(0...2)), amount("version", .one), amount("queueVersion", .one),
            column("lastExecution", .instant, .null), column("nextExecution", .instant, .null),
            column("previousRun", .instant, .null), column("uniqueId", .text, .null), created,
        ], order: "id")

    private static let tasks = StateTable(
        name: "asyncTasks", table: "tasks",
        columns: [
            id(), column("requestId", .text), account, column("service", .text),
            column("input", .text, .empty), column("output", .text, .empty), column("state", .int(0...3)), created,
            modified, column("dueAt", .instant, .null), count("sequence"),
        ], order: "id")

    private static let promptRequests = StateTable(
        name: "promptRequests", table: "prompt_requests",
        columns: [
            id(), account, column("kind", .text, .text("prompt")), column("prompt", .text),
            column("provider", .text, .empty), column("model", .text, .empty), column("output", .text, .empty),
            count("inputTokens"), count("outputTokens"), column("status", .text),
            column("error", .text, .null), created,
        ], order: "id")

    private static let timers = StateTable(
        name: "timers", table: "timers",
        columns: [
            column("name", .text), count("subject", nil), column("dueAt", .instant), count("sequence"),
        ], order: "name, subject")

    private static let sinks = StateTable(
        name: "sinks", table: "sinks",
        columns: [column("name", .text), column("answers", .json, .emptyList), count("position")],
        order: "name")

    private static let sinkRequests = StateTable(
        name: "sinkRequests", table: "sink_requests",
        columns: [
            id(), column("sink", .text), created, column("method", .text), column("path", .text),
            column("headers", .json, .text("{}")), column("body", .text, .empty),
        ], order: "id")
}
