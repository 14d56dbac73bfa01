import Scheduler0Client
import WireJSON

/// What a server can do wrong.
enum Mutations {
    static let all: [Mutation] =
        envelope + fields + statuses + lists + writes + rights + secrets + meanings + SubtleMutations.all

    // MARK: - Around the answer

    static let envelope: [Mutation] = [
        Mutation("success is missing", sees: "projects", .set(200, "/success", nil)),
        Mutation("success is false under 200", sees: "projects", .set(200, "/success", false)),
        Mutation("success is a text", sees: "projects", .set(200, "/success", "true")),
        Mutation("an extra key in the envelope", sees: "projects", .set(200, "/code", 0)),
        Mutation("data is missing", sees: "projects", .set(200, "/data", nil)),
        Mutation("data is null", sees: "projects", .set(200, "/data", .null)),
        Mutation("a refusal says success", sees: "projects", .set(400, "/success", true)),
        Mutation("a refusal without words", sees: "projects", .set(400, "/data", "")),
        Mutation("a refusal with an object of its own", sees: "executors", .set(400, "/data", ["error": "bad"])),
        Mutation("a refusal as plain text", sees: "projects", .bytes(400) { $0 = Array("bad request".utf8) }),
        Mutation("no envelope at all", sees: "projects", .json(200) { $0 = $0["data"] ?? .null }),
        Mutation("half a body", sees: "projects", .bytes(200) { $0 = Array($0.prefix($0.count / 2)) }),
        Mutation("two bodies", sees: "projects", .bytes(200) { $0 += $0 }),
        Mutation("no body under 200", sees: "projects", .bytes(200) { $0 = [] }),
        Mutation("a page of HTML", sees: "projects", .bytes(200) { $0 = Array("<html></html>".utf8) }),
        Mutation("a body that is no UTF-8", sees: "projects", .bytes(200) { $0.insert(0xFF, at: $0.count / 2) }),
        Mutation(
            "a body under 204", sees: "projects", .bytes(204) { $0 = Array(#"{"data":null,"success":true}"#.utf8) }),
        Mutation("content type text/html", sees: "projects", .header("Content-Type", "text/html", status: 200)),
        Mutation("no content type", sees: "projects", .header("Content-Type", nil, status: 200)),
        Mutation("no Allow under 405", sees: "routing", .header("Allow", nil, status: 405)),
        Mutation("no Location under 202", sees: "jobs", .header("Location", nil, status: 202)),
        Mutation("a Location elsewhere", sees: "jobs", .header("Location", "/async-tasks/another", status: 202)),
        Mutation("no quota headers", sees: "prompts", .header("X-RateLimit-Remaining", nil, status: 200)),
        Mutation(
            "a body under HEAD", sees: "routing",
            .response { call, response in
                if call.request.method == "HEAD" { response.body = Array("{}".utf8) }
            }),
        Mutation(
            "an unknown path answered in the envelope", sees: "routing",
            .response { _, response in
                if response.status == 404 {
                    response.body = Array(#"{"data":"not found","success":false}"#.utf8)
                    response.headers = [HeaderField("Content-Type", "application/json")]
                }
            }),
    ]

    // MARK: - Fields

    static let fields: [Mutation] = [
        Mutation("a field is missing", sees: "projects", of: ["getProject"], .set(200, "/data/name", nil)),
        Mutation(
            "an id as text", sees: "projects", of: ["getProject"],
            .json(200) {
                $0.edit("/data/id") { .string($0.text) }
            }),
        Mutation("an id with a fraction", sees: "projects", of: ["getProject"], .set(200, "/data/id", 1.5)),
        Mutation("null for a text", sees: "projects", of: ["getProject"], .set(200, "/data/name", .null)),
        Mutation("a field more", sees: "projects", of: ["getProject"], .set(200, "/data/colour", "green")),
        Mutation(
            "a field by another name", sees: "projects", of: ["getProject"],
            .json(200) { json in
                json.set("/data/account_id", json["data"]?["accountId"])
                json.set("/data/accountId", nil)
            }),
        Mutation(
            "a date without offset", sees: "projects", of: ["getProject"],
            .set(200, "/data/dateCreated", "2026-01-01T00:00:00")),
        Mutation(
            "a date with a blank in it", sees: "projects", of: ["getProject"],
            .set(200, "/data/dateCreated", "2026-01-01 00:00:00Z")),
        Mutation(
            "a date as a number", sees: "projects", of: ["getProject"], .set(200, "/data/dateCreated", 1_767_225_600)),
        Mutation(
            "a day that does not exist", sees: "projects", of: ["getProject"],
            .set(200, "/data/dateCreated", "2026-02-30T00:00:00Z")),
        Mutation(
            "a total as text", sees: "projects", of: ["listProjects"],
            .json(200) { $0.edit("/data/total") { .string($0.text) } }),
        Mutation("a list that is an object", sees: "projects", of: ["listProjects"], .set(200, "/data/projects", [:])),
        Mutation(
            "rows under another name", sees: "projects", of: ["listProjects"],
            .json(200) { json in
                json.set("/data/items", json["data"]?["projects"])
                json.set("/data/projects", nil)
            }),
        Mutation("a yes as a number", sees: "credentials", of: ["updateCredential"], .set(200, "/data/archived", 1)),
        Mutation(
            "scopes as text", sees: "credentials", of: ["getCredential"], .set(200, "/data/scopes", "read,execute")),
        Mutation(
            "a scope twice", sees: "credentials", of: ["getCredential"], .set(200, "/data/scopes", ["read", "read"])),
        Mutation(
            "a scope nobody knows", sees: "credentials", of: ["getCredential"], .set(200, "/data/scopes", ["fly"])),
        Mutation("a type nobody knows", sees: "executors", of: ["getExecutor"], .set(200, "/data/type", "container")),
        Mutation("a status nobody knows", sees: "jobs", of: ["getJob"], .set(200, "/data/status", "paused")),
        Mutation("retries as text", sees: "jobs", of: ["getJob"], .set(200, "/data/retryMax", "2")),
        Mutation("no timezone", sees: "jobs", of: ["getJob"], .set(200, "/data/timezone", "")),
        Mutation(
            "a state as a word", sees: "executions", of: ["listExecutions"],
            .set(200, "/data/executions/*/state", "success")),
        Mutation("state 7 of a task", sees: "jobs", of: ["getAsyncTask"], .set(200, "/data/state", 7)),
        Mutation("a request id of another form", sees: "jobs", of: ["createJobs"], .set(202, "/data", "request-1")),
        Mutation("jobs in place of a request id", sees: "jobs", of: ["createJobs"], .set(202, "/data", [])),
        Mutation("a counter as a number", sees: "health", .set(200, "/data/raftStats/term", 2)),
        Mutation("features as an object", sees: "features", of: ["getAccount"], .set(200, "/data/features", [:])),
        Mutation("a negative balance", sees: "accounts", of: ["getAccountTokens"], .set(200, "/data/tokens", -1)),
    ]

    // MARK: - Statuses

    static let statuses: [Mutation] = [
        Mutation("200 for 201", sees: "projects", of: ["createProject"], .status(201, 200)),
        Mutation("201 for 202", sees: "jobs", of: ["createJobs"], .status(202, 201)),
        Mutation("200 for 204", sees: "projects", of: ["deleteProject"], .status(204, 200)),
        Mutation(
            "200 for 404", sees: "projects", of: ["getProject"],
            .response { _, response in
                guard response.status == 404 else { return }
                response.status = 200
                response.body = Array(
                    #"{"data":{"id":1,"name":"n","description":"d","dateCreated":"2026-01-01T00:00:00Z","accountId":1},"success":true}"#
                        .utf8)
            }),
        Mutation(
            "404 for what is there", sees: "projects", of: ["getProject"],
            .response { _, response in
                guard response.status == 200 else { return }
                response.status = 404
                response.body = Array(#"{"data":"project does not exist","success":false}"#.utf8)
            }),
        Mutation("400 for 404", sees: "path-ids", of: ["getJob"], .status(404, 400)),
        Mutation("500 for 400", sees: "projects", .status(400, 500)),
        Mutation("400 for 422", sees: "bodies", .status(422, 400)),
        Mutation("403 for 401", sees: "authentication", .status(401, 403)),
        Mutation("401 for 403", sees: "scopes", .status(403, 401)),
        Mutation("400 for 429", sees: "paging", .status(429, 400)),
        Mutation("404 for 405", sees: "routing", .status(405, 404)),
        Mutation("400 for 409", sees: "schedule", .status(409, 400)),
        Mutation("429 for 402", sees: "prompts", .status(402, 429)),
        Mutation("400 for 413", sees: "wire-limits", .status(413, 400)),
        Mutation("400 for 431", sees: "wire-limits", .status(431, 400)),
        Mutation("a teapot", sees: "health", .status(200, 418)),
    ]

    // MARK: - Lists

    private static let listing: Set<String> = ["listProjects", "listJobs", "listExecutors", "listCredentials"]

    static let lists: [Mutation] = [
        Mutation(
            "rows in the wrong order", sees: "paging", of: listing,
            .json(200) { json in
                for name in ["projects", "jobs", "executors", "credentials"] {
                    json.edit("/data/\(name)") { .array(($0.arrayValue ?? []).reversed()) }
                }
            }),
        Mutation(
            "a page off by one", sees: "paging", of: listing,
            .json(200) { json in
                for name in ["projects", "jobs", "executors", "credentials"] {
                    json.edit("/data/\(name)") { .array(Array(($0.arrayValue ?? []).dropFirst())) }
                }
            }),
        Mutation(
            "a row twice", sees: "paging", of: ["listProjects"],
            .json(200) { json in
                json.edit("/data/projects") { .array(($0.arrayValue ?? []) + ($0.arrayValue ?? []).suffix(1)) }
            }),
        Mutation(
            "a total one too high", sees: "paging", of: listing,
            .json(200) { $0.edit("/data/total") { .int(($0.intValue ?? 0) + 1) } }),
        Mutation(
            "a total of the page", sees: "paging", of: ["listProjects"],
            .json(200) { json in
                json.set("/data/total", .int(Int64(json["data"]?["projects"]?.arrayValue?.count ?? 0)))
            }),
        Mutation("another limit told", sees: "paging", of: listing, .set(200, "/data/limit", 50)),
        Mutation("limit ignored", sees: "paging", of: listing, .without("limit")),
        Mutation("offset ignored", sees: "paging", of: listing, .without("offset")),
        Mutation("orderBy ignored", sees: "paging", of: listing, .without("orderBy")),
        Mutation("direction ignored", sees: "paging", of: listing, .without("orderByDirection")),
        Mutation("the filter of jobs ignored", sees: "paging", of: ["listJobs"], .without("projectId")),
        Mutation("the state of executions ignored", sees: "executions", of: ["listExecutions"], .without("state")),
        Mutation("the dates of executions ignored", sees: "executions", of: ["listExecutions"], .without("endDate")),
        Mutation("the order of executions ignored", sees: "executions", of: ["listExecutions"], .without("orderBy")),
        Mutation(
            "the search of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"], .without("search")),
    ]

    // MARK: - Writes

    private static func lie(_ status: Int, _ json: String) -> TransportResponse {
        TransportResponse(
            status: status, headers: json.isEmpty ? [] : [HeaderField("Content-Type", "application/json")],
            body: Array(json.utf8))
    }

    static let writes: [Mutation] = [
        Mutation("a deleted project stays", sees: "projects", of: ["deleteProject"], .swallow { _ in lie(204, "") }),
        Mutation(
            "a deleted job stays", sees: "jobs", of: ["deleteJob"],
            .swallow { request in
                request.body.count > 2 ? lie(204, "") : nil
            }),
        Mutation(
            "a deleted credential stays", sees: "credentials", of: ["deleteCredential"],
            .swallow { request in
                request.body.count > 2 ? lie(204, "") : nil
            }),
        Mutation(
            "archiving does nothing", sees: "credentials", of: ["archiveCredential"],
            .swallow { request in
                request.body.count > 2 ? lie(204, "") : nil
            }),
        Mutation(
            "a feature is not taken", sees: "features", of: ["removeFeatureFromAccount"],
            .swallow { request in
                String(decoding: request.body, as: UTF8.self).contains("5") ? lie(204, "") : nil
            }),
        Mutation(
            "a feature is not given", sees: "features", of: ["addFeatureToAccount"],
            .swallow { request in
                String(decoding: request.body, as: UTF8.self).contains("5")
                    ? lie(201, #"{"data":{"featureId":5},"success":true}"#) : nil
            }),
        Mutation(
            "executions are not added", sees: "accounts", of: ["increaseExecutionCount"],
            .swallow { request in
                String(decoding: request.body, as: UTF8.self).contains("500")
                    ? lie(200, #"{"data":{"newExecutionCount":1500},"success":true}"#) : nil
            }),
        Mutation(
            "reported rows are lost", sees: "local-executors", of: ["reportLocalExecutions"],
            .swallow { request in
                String(decoding: request.body, as: UTF8.self).contains("suite-a")
                    ? lie(200, #"{"data":{"committed":3},"success":true}"#) : nil
            }),
        Mutation(
            "AI settings are lost", sees: "ai-settings", of: ["updateAISettings"],
            .swallow { request in
                String(decoding: request.body, as: UTF8.self).contains("gpt-4o")
                    ? lie(200, #"{"data":{"message":"AI settings saved"},"success":true}"#) : nil
            }),
        Mutation(
            "a changed description is lost", sees: "projects", of: ["getProject"],
            .set(200, "/data/description", "<first> & \"ünïcode\" 漢字 🙂")),
        Mutation("a changed job is lost", sees: "jobs", of: ["getJob"], .set(200, "/data/retryMax", 2)),
        Mutation(
            "a text arrives mangled", sees: "projects", of: ["getProject"],
            .json(200) {
                $0.edit("/data/description") { .string(($0.stringValue ?? "").replacing("ü", with: "Ã¼")) }
            }),
        Mutation(
            "a date shifted by an hour", sees: "jobs", of: ["getJob"],
            .json(200) {
                $0.edit("/data/startDate") { .string(($0.stringValue ?? "").replacing("T09:", with: "T08:")) }
            }),
        Mutation(
            "a bad batch is made in part", sees: "batches", of: ["createJobs"],
            .also(400) { request in
                guard let jobs = (try? JSON.parse(request.body))?.arrayValue, jobs.count == 5, let first = jobs.first
                else {
                    return nil
                }
                var request = request
                request.body = JSON.array([first]).serialized()
                return request
            }),
        Mutation(
            "a bad job is taken", sees: "job-rules", of: ["createJobs"],
            .response { _, response in
                guard response.status == 400 else { return }
                response = lie(202, #"{"data":"000000000000000000000000000","success":true}"#)
                response.headers.append(HeaderField("Location", "/async-tasks/000000000000000000000000000"))
            }),
        Mutation(
            "a task's jobs in another order", sees: "batches", of: ["getAsyncTask"],
            .json(200) {
                $0.edit("/data/output") { output in
                    guard let jobs = (try? JSON.parse(Array((output.stringValue ?? "").utf8)))?.arrayValue else {
                        return output
                    }
                    return .string(JSON.array(jobs.reversed()).text)
                }
            }),
        Mutation("a task without output", sees: "jobs", of: ["getAsyncTask"], .set(200, "/data/output", "")),
        Mutation("a deleted project can still be read", sees: "projects", of: ["getProject"], .remember(404)),
    ]

    // MARK: - Rights

    static let rights: [Mutation] = [
        Mutation("nobody is asked who he is", sees: "authentication", .asOperator([401])),
        Mutation("scopes are not asked for", sees: "scopes", .asOperator([403])),
        Mutation(
            "an archived credential still opens", sees: "authentication", of: ["listProjects"], .asOperator([401])),
        Mutation("everyone may grant admin", sees: "scopes", of: ["createCredential"], .asOperator([403])),
        Mutation(
            "admin satisfies nothing", sees: "scopes", of: ["getAccount"],
            .response { _, response in
                if response.status == 404 {
                    response = lie(403, #"{"data":"credential missing required scope: admin","success":false}"#)
                }
            }),
        Mutation("another account's project can be read", sees: "isolation", of: ["getProject"], .remember(404)),
        Mutation(
            "another account's rows are listed", sees: "isolation", of: ["listProjects"],
            .set(200, "/data/projects/*/accountId", 1)),
        Mutation(
            "the account header is not needed", sees: "account-header", of: ["listProjects"],
            .response { _, response in
                if response.status == 400 {
                    response = lie(200, #"{"data":{"total":0,"offset":0,"limit":10,"projects":[]},"success":true}"#)
                }
            }),
        Mutation(
            "the health check is closed", sees: "health", of: ["getHealth"],
            .response { call, response in
                guard !call.request.headers.contains(where: { $0.name == "X-API-Key" }) else { return }
                response = lie(401, #"{"data":"unauthorized request","success":false}"#)
            }),
        Mutation(
            "the account of a project is another", sees: "projects", of: ["createProject"],
            .set(201, "/data/accountId", 1)),
    ]

    // MARK: - Secrets

    static let secrets: [Mutation] = [
        Mutation(
            "a secret is shown again", sees: "credentials", of: ["getCredential"],
            .set(200, "/data/plaintextSecret", .string(String(repeating: "0", count: 64)))),
        Mutation(
            "a secret is not shown at all", sees: "credentials", of: ["createCredential"],
            .json(201) { json in
                json.set("/data/plaintextSecret", nil)
                json.set("/data/apiSecret", nil)
            }),
        Mutation(
            "a secret of another form", sees: "credentials", of: ["createCredential"],
            .set(201, "/data/plaintextSecret", "hunter2")),
        Mutation(
            "an executor's secret is shown again", sees: "executors", of: ["getExecutor"],
            .set(200, "/data/webhookSecret", "s3cret")),
        Mutation(
            "an AI key is not masked", sees: "ai-settings", of: ["getAISettings"],
            .set(200, "/data/openai_api_key", "sk-1234567890")),
    ]

    // MARK: - Meanings

    static let meanings: [Mutation] = [
        Mutation(
            "a target that does not answer is a success", sees: "test-invoke", of: ["testInvokeExecutor"],
            .set(200, "/data/success", true)),
        Mutation(
            "inactive jobs are pulled", sees: "local-executors", of: ["pullLocalExecutorJobs"],
            .json(200) {
                $0.edit("/data") { .array(($0.arrayValue ?? []) + ($0.arrayValue ?? [])) }
            }),
        Mutation(
            "a pulled job without start", sees: "local-executors", of: ["pullLocalExecutorJobs"],
            .set(200, "/data/*/startDate", .null)),
        Mutation(
            "totals off by one", sees: "local-executors", of: ["reportLocalExecutions"],
            .json(200) {
                $0.edit("/data/committed") { .int(($0.intValue ?? 0) + 1) }
            }),
        Mutation(
            "a point of analytics is missing", sees: "executions", of: ["getExecutionAnalytics"],
            .json(200) {
                $0.edit("/data/points") { .array(Array(($0.arrayValue ?? []).dropLast())) }
            }),
        Mutation(
            "analytics count nothing", sees: "executions", of: ["getExecutionAnalytics"],
            .set(200, "/data/points/*/success", 0)),
        Mutation(
            "a cron with seconds", sees: "prompts", of: ["createJobsFromPrompt"],
            .set(200, "/data/providers/0/jobs/0/cronExpression", "0 0 7 * * *")),
        Mutation(
            "another hour", sees: "prompts", of: ["createJobsFromPrompt"],
            .set(200, "/data/providers/0/jobs/0/cronExpression", "0 8 * * *")),
        Mutation(
            "the timezone is ignored", sees: "prompts", of: ["createJobsFromPrompt"],
            .set(200, "/data/providers/0/jobs/0/timezone", "UTC")),
        Mutation(
            "a question is allowed", sees: "prompts", of: ["classifyPrompt"],
            .set(200, "/data/classification/decision", "allow")),
        Mutation(
            "the second default model", sees: "ai-settings", of: ["listAIModels"],
            .set(200, "/data/openai/0/default", true)),
        Mutation(
            "a feature is missing", sees: "features", of: ["listFeatures"],
            .json(200) {
                $0.edit("/data") { .array(Array(($0.arrayValue ?? []).dropLast())) }
            }),
        Mutation(
            "the promise is another's", sees: "suggestions", of: ["analyzeSuggestions"],
            .set(200, "/data/suggestions/*/actor", ["id": "bob", "display_name": "Bob"])),
        Mutation(
            "the best time last", sees: "send-times", of: ["suggestSendTimes"],
            .json(200) {
                $0.edit("/data/suggestions") { .array(($0.arrayValue ?? []).reversed()) }
            }),
        Mutation(
            "a life that never ends", sees: "credentials", of: ["createCredential"], .set(201, "/data/expiresAt", .null)
        ),
        Mutation(
            "answers differ each time", sees: "determinism", of: ["listProjects"],
            .json(200) { json in
                json.edit("/data/projects/0/description") {
                    .string(($0.stringValue ?? "") + " \(Int.random(in: 0..<1_000_000_000))")
                }
            }),
    ]
}
