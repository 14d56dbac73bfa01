import Scheduler0Client
import WireJSON

/// What a server does wrong when every answer by itself looks right: rows made twice, changes half kept, times a little
/// off, columns of another row.
enum SubtleMutations {
    static let all: [Mutation] = traces + times + doubles + filters + rows

    // MARK: - Who did what, and when

    static let traces: [Mutation] = [
        Mutation(
            "who changed a project is lost", sees: "projects", of: ["getProject"], .set("/data/modifiedBy", .null)),
        Mutation(
            "when a project was changed is lost", sees: "projects", of: ["getProject"],
            .set("/data/dateModified", .null)),
        Mutation("who made a project is lost", sees: "projects", of: ["getProject"], .set("/data/createdBy", "")),
        Mutation("who changed a job is lost", sees: "jobs", of: ["getJob"], .set("/data/modifiedBy", .null)),
        Mutation("when a job was changed is lost", sees: "jobs", of: ["getJob"], .set("/data/dateModified", .null)),
        Mutation(
            "who changed an executor is lost", sees: "executors", of: ["getExecutor"], .set("/data/modifiedBy", .null)),
        Mutation(
            "when an executor was changed is lost", sees: "executors", of: ["getExecutor"],
            .set("/data/dateModified", .null)),
        Mutation(
            "who archived a credential is lost", sees: "credentials", of: ["getCredential"],
            .set("/data/archivedBy", .null)),
        Mutation(
            "a new row was changed before", sees: "projects", of: ["createProject"],
            .set(201, "/data/dateModified", "2026-01-01T00:00:00Z")),
    ]

    // MARK: - Times

    private static func shifted(_ pointer: String) -> Mutation.Kind {
        .json(200) {
            $0.edit(pointer) { .string(($0.stringValue ?? "").replacing("T09:", with: "T10:")) }
        }
    }

    static let times: [Mutation] = [
        Mutation(
            "dates are in another zone", sees: "projects", of: ["getProject"],
            .json(200) {
                $0.edit("/data/dateCreated") { .string(($0.stringValue ?? "").replacing("Z", with: "+00:00")) }
            }),
        Mutation(
            "the last run is logged an hour late", sees: "local-executors", of: ["listExecutions"],
            shifted("/data/executions/*/lastExecutionDatetime")),
        Mutation(
            "the next run is logged an hour late", sees: "local-executors", of: ["listExecutions"],
            shifted("/data/executions/*/nextExecutionDatetime")),
        Mutation(
            "a window of analytics beside the instant", sees: "executions", of: ["getExecutionAnalytics"],
            .json(200) { json in
                for key in ["startTime", "endTime"] { json.set("/data/\(key)", "00:00") }
            }),
        Mutation(
            "a send time in the past", sees: "send-times", of: ["suggestSendTimes"],
            .set("/data/suggestions/0/send_at", "2020-01-01T09:00:00Z")),
        Mutation(
            "an obligation due on another day", sees: "suggestions", of: ["analyzeSuggestions"],
            .set("/data/suggestions/0/temporal/due_at", "2026-03-04T17:00:00Z")),
        Mutation(
            "a try that ends before it begins", sees: "test-invoke", of: ["testInvokeExecutor"],
            .set("/data/finishedAt", "2020-01-01T00:00:00Z")),
    ]

    // MARK: - Done twice, or not at all

    private static func again(_ status: Int, name isNew: Bool = false) -> Mutation.Kind {
        .also(status) { request in
            guard isNew, var json = try? JSON.parse(request.body) else { return request }
            var request = request
            json.edit("/name") { .string(($0.stringValue ?? "") + " again") }
            request.body = json.serialized()
            return request
        }
    }

    static let doubles: [Mutation] = [
        Mutation("a project is made twice", sees: "projects", of: ["createProject"], again(201, name: true)),
        Mutation("an executor is made twice", sees: "executors", of: ["createExecutor"], again(201, name: true)),
        Mutation("a credential is made twice", sees: "credentials", of: ["createCredential"], again(201)),
        Mutation("jobs are made twice", sees: "batches", of: ["createJobs"], again(202)),
        Mutation("tokens are added twice", sees: "accounts", of: ["addAccountTokens"], again(200)),
        Mutation("a prompt is answered and paid twice", sees: "prompts", of: ["createJobsFromPrompt"], again(200)),
        Mutation(
            "a prompt costs nothing", sees: "prompts", of: ["getAccountTokens"],
            .set("/data/tokens", 10_000)),
        Mutation("the use of AI is not counted", sees: "quotas", of: ["getAIUsage"], .set("/data/prompt/used", 0)),
        Mutation(
            "an account keeps its name", sees: "accounts", of: ["updateAccount"],
            .swallow { request in
                let name = (try? JSON.parse(request.body))?["name"]?.stringValue ?? ""
                guard !name.isEmpty else { return nil }
                let id = request.url.split(separator: "/").last.flatMap { Int64($0) } ?? 0
                let data: JSON = [
                    "id": .int(id), "name": .string(name), "dateCreated": "2026-01-01T00:00:00Z",
                    "dateModified": .null, "features": [],
                ]
                return TransportResponse(
                    status: 200, headers: [HeaderField("Content-Type", "application/json")],
                    body: (["data": data, "success": true] as JSON).serialized())
            }),
    ]

    // MARK: - Filters that do not filter

    static let filters: [Mutation] = [
        Mutation(
            "the state of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"], .without("status")),
        Mutation(
            "the order of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"], .without("order")),
        Mutation(
            "the start of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"], .without("start")),
        Mutation(
            "the model of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"], .without("model")),
        Mutation(
            "the provider of the prompt log ignored", sees: "prompt-log", of: ["listPromptRequests"],
            .without("provider")),
        Mutation("the job of executions ignored", sees: "executions", of: ["listExecutions"], .without("jobId")),
        Mutation(
            "the project of executions ignored", sees: "executions", of: ["listExecutions"], .without("projectId")),
        Mutation("the start of executions ignored", sees: "executions", of: ["listExecutions"], .without("startDate")),
        Mutation(
            "the direction of executions ignored", sees: "executions", of: ["listExecutions"],
            .without("orderDirection")),
    ]

    // MARK: - Columns of another row

    static let rows: [Mutation] = [
        Mutation(
            "a listed executor shows its secret", sees: "executors", of: ["listExecutors"],
            .set("/data/executors/*/webhookSecret", "s3cret12")),
        Mutation(
            "reported rows lose their ids", sees: "local-executors", of: ["listExecutions"],
            .json(200) {
                $0.edit("/data/executions/*/uniqueId") {
                    ($0.stringValue ?? "").hasPrefix("suite-") ? "suite-" : $0
                }
            }),
        Mutation(
            "reported rows lose their versions", sees: "executions", of: ["listExecutions"],
            .set("/data/executions/*/executionVersion", 0)),
        Mutation(
            "a pulled job of another executor", sees: "local-executors", of: ["pullLocalExecutorJobs"],
            .set("/data/*/executorId", 1)),
        Mutation(
            "a listed job is another's", sees: "jobs", of: ["listJobs"], .set("/data/jobs/*/projectId", 1)),
        Mutation(
            "the input of a task is another's", sees: "jobs", of: ["getAsyncTask"], .set("/data/input", "[]")),
        Mutation(
            "the second half of a batch is lost", sees: "batches", of: ["getAsyncTask"],
            .json(200) {
                $0.edit("/data/output") { output in
                    let jobs = (try? JSON.parse(Array((output.stringValue ?? "").utf8)))?.arrayValue ?? []
                    return jobs.count < 2 ? output : .string(JSON.array(Array(jobs.prefix(jobs.count / 2))).text)
                }
            }),
        Mutation(
            "the quota never shrinks", sees: "prompts", .header("X-RateLimit-Remaining", "1000", status: 200)),
    ]
}

extension Mutation.Kind {
    fileprivate static func set(_ pointer: String, _ value: JSON) -> Mutation.Kind { .set(200, pointer, value) }
}
