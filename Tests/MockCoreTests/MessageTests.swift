import MockCore
import Testing
import WireJSON

/// Every refusal with its status and exact words: the table of server-behaviour parts 4 to 12.
@Suite struct MessageTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        let body: String?
        let status: Int
        let message: String

        init(_ method: String, _ path: String, _ body: String?, _ status: Int, _ message: String) {
            (self.method, self.path, self.body, self.status, self.message) = (method, path, body, status, message)
        }

        var testDescription: String { "\(method) \(path) \(body?.prefix(60) ?? "")" }
    }

    @Test(
        arguments: lists + credentials + projects + jobs + executors + local + executions + accounts + prompts + cluster
    )
    func isRefusedInTheseWords(_ row: Row) throws {
        let test = try TestWorld()
        let reply = test.call(row.method, row.path, raw: row.body ?? "")
        #expect(reply.status == row.status)
        #expect(reply.data == .string(row.message))
        #expect(reply.json["success"] == false)
    }

    static let lists = ["credentials", "projects", "jobs", "executors"].flatMap { plural in
        [
            Row("GET", "/\(plural)?limit=abc", nil, 400, "strconv.Atoi: parsing \"abc\": invalid syntax"),
            Row("GET", "/\(plural)?limit=0", nil, 400, "limit should be greater than 0"),
            Row("GET", "/\(plural)?limit=101", nil, 429, "too many \(plural). limit should be less than 100"),
            Row("GET", "/\(plural)?limit=-1", nil, 429, "too many \(plural). limit should be less than 100"),
            Row("GET", "/\(plural)?offset=x", nil, 400, "strconv.Atoi: parsing \"x\": invalid syntax"),
            Row("GET", "/\(plural)?offset=-1", nil, 400, "offset should not be less than 0"),
            Row("GET", "/\(plural)?orderBy=secret", nil, 400, "invalid order by column"),
            Row(
                "GET", "/\(plural)?orderByDirection=up", nil, 400,
                "invalid order by direction. Must be ASC or DESC"),
        ]
    }

    static let credentials = [
        Row(
            "POST", "/accounts", #"{"name":"a\u0000"}"#, 400, "Account.name may not contain the character U+0000"),
        Row(
            "POST", "/executors", #"{"tags":["a\u0000"]}"#, 422, "Executor.tags may not contain the character U+0000"),
        Row("GET", "/accounts/+1", nil, 400, "strconv.ParseUint: parsing \"+1\": invalid syntax"),
        Row(
            "POST", "/jobs",
            #"[{"projectId":123,"timezone":"UTC","startDate":"9999-12-31T23:59:59-12:00"}]"#, 422,
            "Job.startDate is not a date: \"9999-12-31T23:59:59-12:00\" (expected RFC 3339, for example 2026-01-31T09:00:00Z)"
        ),
        Row(
            "GET", "/executions/analytics?startDate=9999-12-31&startTime=23:00", nil, 400,
            "invalid startDate format (expected YYYY-MM-DD)"),
        Row("GET", "/credentials/abc", nil, 400, "strconv.Atoi: parsing \"abc\": invalid syntax"),
        Row("GET", "/credentials/9", nil, 404, "message: credential not found, code: 404"),
        Row("POST", "/credentials", "{}", 400, "createdBy is required"),
        Row("POST", "/credentials", "{", 422, "unexpected end of JSON input"),
        Row(
            "POST", "/credentials", #"{"createdBy":5}"#, 422,
            "json: cannot unmarshal number into Go struct field Credential.createdBy of type string"),
        Row("POST", "/credentials", #"{"createdBy":"a","scopes":["fly"]}"#, 400, "invalid scope: fly"),
        Row("POST", "/credentials", #"{"createdBy":"a","scopes":["read","read"]}"#, 400, "duplicate scope: read"),
        Row("PUT", "/credentials/1", "{}", 400, "modifiedBy is required"),
        Row("PUT", "/credentials/9", #"{"modifiedBy":"a"}"#, 404, "credential not found"),
        Row("PUT", "/credentials/1", #"{"modifiedBy":"a","apiKey":"b"}"#, 400, "api key cannot be updated"),
        Row("DELETE", "/credentials/1", "[]", 400, "Invalid request body"),
        Row("DELETE", "/credentials/1", "{}", 400, "deletedBy is required"),
        Row("DELETE", "/credentials/9", #"{"deletedBy":"a"}"#, 404, "message: credential not found, code: 404"),
        Row("POST", "/credentials/x/archive", #"{"archivedBy":"a"}"#, 400, "credential id is required"),
        Row("POST", "/credentials/1/archive", "{}", 400, "archivedBy is required"),
    ]

    static let projects = [
        Row("GET", "/projects/9", nil, 404, "message: project does not exist, code: 404"),
        Row("GET", "/projects/x", nil, 400, "strconv.Atoi: parsing \"x\": invalid syntax"),
        Row("POST", "/projects", "", 400, "request body required"),
        Row("POST", "/projects", #"{"createdBy":"a"}"#, 400, "name field is required"),
        Row("POST", "/projects", #"{"createdBy":"a","name":"n"}"#, 400, "description field is required"),
        Row(
            "POST", "/projects", #"{"createdBy":"a","name":" Quickstart ","description":"d"}"#, 400,
            "another project exist with the same name, project with id 123 has the same name"),
        Row("PUT", "/projects/123", #"{"description":"d"}"#, 400, "modifiedBy is required"),
        Row("PUT", "/projects/123", #"{"modifiedBy":"a"}"#, 400, "description field is required"),
        Row("PUT", "/projects/9", #"{"modifiedBy":"a","description":"d"}"#, 404, "project does not exist"),
        Row("DELETE", "/projects/123", "{}", 400, "deletedBy is required"),
        Row("DELETE", "/projects/9", #"{"deletedBy":"a"}"#, 404, "message: project does not exist, code: 404"),
    ]

    private static func job(_ rest: String) -> String { #"[{"projectId":123,"timezone":"UTC",\#(rest)}]"# }

    static let jobs = [
        Row("POST", "/jobs", "", 400, "request body required"),
        Row("POST", "/jobs", "{}", 422, "json: cannot unmarshal object into Go value of type []models.Job"),
        Row("POST", "/jobs", "[]", 400, "number of jobs should be between 1 and 100. Current number of jobs: 0"),
        Row(
            "POST", "/jobs", "[" + Array(repeating: "{}", count: 101).joined(separator: ",") + "]", 400,
            "number of jobs should be between 1 and 100. Current number of jobs: 101"),
        Row("POST", "/jobs", job(#""spec":"61 * * * *""#), 400, "job spec is not valid 61 * * * *"),
        Row(
            "POST", "/jobs", #"[{"projectId":123,"timezone":"UTC"}]"#, 400,
            "either spec or startDate is required. For one-time jobs, provide only startDate"),
        Row(
            "POST", "/jobs", #"[{"projectId":123,"spec":"* * * * *"}]"#, 400,
            "job timezone is not valid, provided timezone is "),
        Row(
            "POST", "/jobs", #"[{"projectId":123,"spec":"* * * * *","timezone":"Mars/Base"}]"#, 400,
            "job timezone is not valid, provided timezone is Mars/Base"),
        Row(
            "POST", "/jobs", job(#""spec":"* * * * *","data":"\#(String(repeating: "x", count: 3073))""#), 400,
            "job data exceeds maximum size of 3KB. Current size: 3073 bytes"),
        Row(
            "POST", "/jobs",
            job(#""spec":"* * * * *","startDate":"2026-02-01T00:00:00Z","endDate":"2026-01-01T00:00:00Z""#), 400,
            "job end date is before start date"),
        Row("POST", "/jobs", job(#""spec":"* * * * *","retryMax":16"#), 400, "job retry max is greater than 15"),
        Row(
            "POST", "/jobs", job(#""spec":"* * * * *","status":"paused""#), 400,
            "job status must be 'active' or 'inactive'"),
        Row(
            "POST", "/jobs", #"[{"projectId":7,"timezone":"UTC","spec":"* * * * *"}]"#, 400,
            "a project in the payload does not exist. project id [7]"),
        Row(
            "POST", "/jobs", job(#""spec":"* * * * *","executorId":7"#), 400,
            "a executor in the payload does not exist. executor id [7]"),
        Row("GET", "/jobs/9", nil, 404, "job cannot be found"),
        Row("GET", "/jobs/x", nil, 400, "strconv.Atoi: parsing \"x\": invalid syntax"),
        Row("GET", "/jobs?projectId=9", nil, 400, "message: project does not exist, code: 404"),
        Row("PUT", "/jobs/9", "{}", 400, "modifiedBy is required"),
        Row("PUT", "/jobs/9", #"{"modifiedBy":"a"}"#, 404, "job cannot be found"),
        Row("DELETE", "/jobs/9", "{}", 400, "deletedBy is required"),
        Row("DELETE", "/jobs/9", #"{"deletedBy":"a"}"#, 404, "job cannot be found"),
        Row("GET", "/async-tasks/none", nil, 404, "message: task doesn't exist, code: 404"),
    ]

    static let executors = [
        Row("GET", "/executors/9", nil, 404, "executor 9 not found"),
        Row("POST", "/executors", "{}", 400, "createdBy is required"),
        Row("POST", "/executors", #"{"createdBy":"a"}"#, 400, "executor name is required"),
        Row("POST", "/executors", #"{"createdBy":"a","name":"n","type":"x"}"#, 400, "invalid job executor type"),
        Row(
            "POST", "/executors", #"{"createdBy":"a","name":"n","type":"local"}"#, 400,
            "command is required for local executors"),
        Row(
            "POST", "/executors", #"{"createdBy":"a","name":"n","type":"webhook_url"}"#, 400, "webhook url is required"),
        Row(
            "POST", "/executors", #"{"createdBy":"a","name":"n","type":"webhook_url","webhookUrl":"u"}"#, 400,
            "webhook method is required"),
        Row(
            "POST", "/executors", #"{"createdBy":"a","name":"n","type":"cloud_function"}"#, 400,
            "cloud provider is required for cloud function executors"),
        Row("PUT", "/executors/456", "{}", 400, "modifiedBy is required"),
        Row("PUT", "/executors/9", #"{"modifiedBy":"a"}"#, 404, "executor 9 not found"),
        Row("DELETE", "/executors/456", "{}", 400, "deletedBy is required"),
        Row("POST", "/executors/9/test-invoke", nil, 404, "executor 9 not found"),
        Row("POST", "/executors/456/test-invoke", #"{"age":"-1h"}"#, 400, "age must be a positive duration"),
    ]

    static let local = [
        Row("POST", "/local-executors", "{}", 400, "name is required"),
        Row("POST", "/local-executors", #"{"name":"n"}"#, 400, "command is required"),
        Row("POST", "/local-executors", #"{"name":"n","command":"c"}"#, 400, "createdBy is required"),
        Row("GET", "/local-executors/9/jobs", nil, 404, "local executor not found"),
        Row("GET", "/local-executors/456/jobs", nil, 400, "executor is not a local executor"),
        Row("POST", "/local-executors/9/executions", "[]", 404, "local executor not found"),
    ]

    static let executions = [
        Row("GET", "/executions?startDate=x", nil, 400, "invalid startDate (expected RFC3339)"),
        Row("GET", "/executions?endDate=x", nil, 400, "invalid endDate (expected RFC3339)"),
        Row("GET", "/executions?projectId=x", nil, 400, "invalid projectId"),
        Row("GET", "/executions?jobId=-1", nil, 400, "invalid jobId"),
        Row("GET", "/executions?offset=x&limit=x", nil, 400, "invalid offset"),
        Row("GET", "/executions?limit=x", nil, 400, "invalid limit"),
        Row(
            "GET", "/executions?state=done", nil, 400,
            "invalid state parameter, expected 'scheduled', 'success', or 'failed'"),
        Row(
            "GET", "/executions?orderBy=id", nil, 400,
            "invalid orderBy parameter, expected 'dateCreated', 'lastExecutionDateTime', or 'nextExecutionDateTime'"),
        Row("GET", "/executions/analytics", nil, 400, "startDate is not provided"),
        Row("GET", "/executions/analytics?startDate=2026-01-01", nil, 400, "startTime is not provided"),
        Row(
            "GET", "/executions/analytics?startDate=1&startTime=10:00", nil, 400,
            "invalid startDate format (expected YYYY-MM-DD)"),
        Row(
            "GET", "/executions/analytics?startDate=2026-01-01&startTime=1", nil, 400,
            "invalid startTime format (expected HH:MM:SS or HH:MM)"),
        Row(
            "GET", "/executions/analytics?startDate=2026-01-01&startTime=25:00", nil, 400, "invalid startTime format"),
        Row("POST", "/executions/cleanup-old-logs", "x", 400, "invalid request body"),
        Row("POST", "/executions/cleanup-old-logs", "{}", 400, "accountId is required"),
        Row("POST", "/executions/cleanup-old-logs", #"{"accountId":"x"}"#, 400, "invalid account ID"),
        Row("POST", "/executions/cleanup-old-logs", #"{"accountId":"456"}"#, 400, "account ID mismatch"),
        Row(
            "POST", "/executions/cleanup-old-logs", #"{"accountId":"123"}"#, 400,
            "retentionMonths must be greater than 0"),
    ]

    static let accounts = [
        Row("GET", "/accounts/9", nil, 404, "account doesn't exist"),
        Row("POST", "/accounts", #"{"name":" "}"#, 400, "account name is required"),
        Row("POST", "/accounts", "{", 400, "unexpected end of JSON input"),
        Row("PUT", "/accounts/123/feature", "{}", 400, "feature id is required"),
        Row("PUT", "/accounts/123/feature", #"{"featureId":99}"#, 404, "feature not found with id: 99"),
        Row("PUT", "/accounts/123/tokens/add", "{}", 400, "amount must be greater than zero"),
        Row(
            "PUT", "/ai/settings", #"{"active_models":[{"model":"m"}]}"#, 422, "active_models[0]: provider is required"),
        Row(
            "PUT", "/ai/settings", #"{"active_models":[{"provider":"openai","model":"gpt-4o"}]}"#, 422,
            "active_models[0]: no API key set for provider \"openai\"; supply the key in the same request or set it first"
        ),
        Row("POST", "/account/rotate-secret", "{}", 400, "oldSecretKey is required"),
        Row(
            "POST", "/account/rotate-secret", #"{"oldSecretKey":"xyz"}"#, 400,
            "oldSecretKey must be a hex-encoded AES key (16, 24 or 32 bytes)"),
    ]

    private static let long = String(repeating: "a", count: 161)

    static let prompts = ["/prompt", "/ai/prompt"].flatMap { path in
        [
            Row("POST", path, "", 400, "request body required"),
            Row("POST", path, "{}", 400, "prompt is required"),
            Row(
                "POST", path, #"{"prompt":"daily","timezone":"X/Y"}"#, 400,
                "invalid timezone \"X/Y\": unknown time zone X/Y"),
            Row("POST", path, #"{"prompt":"\#(long)"}"#, 400, "prompt must be less than 160 characters"),
            Row(
                "POST", path, #"{"prompt":"daily","events":["1","2","3","4","5","6"]}"#, 400,
                "events must have 5 or fewer items"),
            Row(
                "POST", path, #"{"prompt":"daily","channels":["\#(long.prefix(37))"]}"#, 400,
                "channel must be less than 36 characters long"),
        ]
    }

    static let cluster = [
        Row("POST", "/cluster/restore", "{}", 400, "filePath is required"),
        Row("POST", "/cluster/restore", "x", 400, "invalid request body"),
        Row(
            "POST", "/cluster/restore", #"{"filePath":"../../etc/passwd"}"#, 400,
            "backup file must lie in the backup folder: \"../../etc/passwd\""),
        Row("POST", "/cluster/add-node", nil, 400, "nodeId query parameter is required"),
        Row("POST", "/cluster/remove-node?nodeId=9", nil, 404, "node 9 not found in cluster"),
        Row(
            "POST", "/cluster/promote-node?nodeId=x", nil, 400,
            "invalid nodeId: strconv.ParseUint: parsing \"x\": invalid syntax"),
        Row(
            "POST", "/cluster/force-rebuild?seedNodeId=2", nil, 400,
            "node 1 is not the seed node 2; cannot force rebuild"),
    ]
}
