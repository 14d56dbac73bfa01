import Scheduler0API
import Scheduler0Client
import WireJSON

/// What a job may say. Observed: server-behaviour 4.4; documented: product decisions, Jobs.
enum JobRuleStory {
    static let story = Story("job-rules", "the rules of a job's fields") { stage async throws(Stop) in
        guard let place = try await stage.check("a project and an executor", nil, { try await Workplace(stage) }) else {
            return
        }
        let good: JSONObject = [
            "projectId": .int(place.project), "timezone": "UTC", "executorId": .int(place.executor), "spec": "@daily",
            "createdBy": "contract suite",
        ]
        try await refusals(good, stage)
        try await permissions(good, stage)
    }

    private static func refusals(_ good: JSONObject, _ stage: Stage) async throws(Stop) {
        for (title, field, value, word) in [
            ("a spec that is none", "spec", "every now and then", "every now and then"),
            ("a spec of 4 fields", "spec", "* * * *", "* * * *"),
            ("a minute of 60", "spec", "60 * * * *", "60"),
            ("weekday 7", "spec", "0 0 * * 7", "7"),
            ("an unknown timezone", "timezone", "Mars/Olympus", "Mars/Olympus"),
            ("no timezone", "timezone", nil, "timezone"),
            ("timezone Local", "timezone", "Local", "timezone"),
            ("data beyond 3 KB", "data", .string(String(repeating: "x", count: 3073)), "3073"),
            ("16 retries", "retryMax", 16, "retry"),
            ("-1 retries", "retryMax", -1, "retry"),
            ("an unknown status", "status", "asleep", "status"),
            ("an unknown project", "projectId", 999_999_999, "999999999"),
            ("no project", "projectId", nil, "project"),
            ("an unknown executor", "executorId", 999_999_999, "999999999"),
        ] as [(String, String, JSON?, String)] {
            try await stage.check("a job with \(title) is refused", "createJobs") {
                var job = good
                job[field] = value
                try stage.expect(try await stage.raw("POST", "/jobs", [.object(job)]), status: 400, word)
            }
        }
        try await stage.check("a job with an end before its start is refused", "createJobs") {
            var job = good
            job["startDate"] = "2027-01-02T00:00:00Z"
            job["endDate"] = "2027-01-01T00:00:00Z"
            try stage.expect(try await stage.raw("POST", "/jobs", [.object(job)]), status: 400, "end date")
        }
        try await stage.check("a job with neither spec nor start is refused", "createJobs") {
            var job = good
            job["spec"] = nil
            try stage.expect(try await stage.raw("POST", "/jobs", [.object(job)]), status: 400, "startDate")
        }
        for (title, field, value) in [
            ("a spec that is a number", "spec", 7), ("a start that is no date", "startDate", "soon"),
            ("retries in words", "retryMax", "two"), ("a half retry", "retryMax", 1.5),
        ] as [(String, String, JSON)] {
            try await stage.check("a job with \(title) is refused", "createJobs") {
                var job = good
                job[field] = value
                try stage.expect(try await stage.raw("POST", "/jobs", [.object(job)]), status: 422, field)
            }
        }
    }

    private static func permissions(_ good: JSONObject, _ stage: Stage) async throws(Stop) {
        for (title, changes) in [
            ("without executor", ["executorId": nil]), ("without createdBy", ["createdBy": nil]),
            ("with 15 retries", ["retryMax": 15]), ("of six fields", ["spec": "0 30 9 * * 1"]),
            ("of five fields", ["spec": "30 9 * * 1-5"]), ("every 90 minutes", ["spec": "@every 1h30m"]),
            ("with data of 3 KB", ["data": .string(String(repeating: "x", count: 3072))]),
            ("that is switched off", ["status": "inactive"]),
            ("with dates without offset", ["startDate": "2098-01-01T09:00:00", "timezone": "America/New_York"]),
            ("with nulls", ["data": .null, "endDate": .null, "retryMax": .null, "status": .null]),
            ("with an end in the past", ["startDate": "2024-01-01T00:00:00Z", "endDate": "2024-12-31T23:59:59Z"]),
        ] as [(String, [String: JSON?])] {
            try await stage.check("a job \(title) is fine", "createJobs") {
                var job = good
                for (field, value) in changes { job[field] = value }
                let answer = try await stage.raw("POST", "/jobs", [.object(job)])
                try stage.expect(answer, status: 202)
                let requestID = try stage.require(answer.data.stringValue, "a request id")
                let task = try await stage.client.waitForTask(requestID, atMost: stage.options.taskTimeout)
                let made = try stage.require((try? JSON.parse(Array(task.output.utf8)))?[0], "the job in the output")
                let id = try stage.require(made["id"]?.intValue, "an id")
                let read = try await stage.client.getJob(id)
                if let status = changes["status"], let word = status?.stringValue {
                    try stage.expectEqual(read.status?.rawValue, word, "status")
                }
                if let spec = changes["spec"], let text = spec?.stringValue {
                    try stage.expectEqual(read.spec, text, "the spec as it was given:")
                }
                try await stage.client.deleteJob(id, deletedBy: "contract suite")
            }
        }
    }
}
