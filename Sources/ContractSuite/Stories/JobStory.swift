import CivilTime
import ContractReport
import Foundation
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Jobs from birth to death, and the task that makes them. Observed: server-behaviour 4.4, 5.
enum JobStory {
    static let story = Story("jobs", "create, read, change and delete jobs") { stage async throws(Stop) in
        let client = stage.client
        let place = try await stage.check("a project and an executor", nil) { try await Workplace(stage) }
        guard let place else { return }
        let asked = JobCreate(
            projectID: place.project, timezone: "Europe/Berlin", executorID: place.executor, spec: "30 9 * * 1",
            data: "{\"a\":\"<b>\"}", startDate: "2027-01-01T09:00:00Z", endDate: "2028-01-01T09:00:00Z",
            timezoneOffset: 3600, retryMax: 2, status: .active, createdBy: "contract suite")
        let made = try await stage.check("a job is made by a task", "createJobs") {
            try await create(asked, stage)
        }
        guard let made else { return }
        try await stage.check("it can be read back", "getJob") {
            let read = try await client.getJob(made.id)
            try compare(read, asked, stage)
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated")
        }
        try await stage.check("it is in the list", "listJobs") {
            let page = try await client.listJobs(
                .init(limit: 100, orderBy: .id, direction: .descending), projectID: place.project)
            try compare(
                try stage.require(page.items.first { $0.id == made.id }, "job \(made.id) in the list"), asked, stage)
        }
        try await change(made, asked, place, stage)
        try await oneTime(place, stage)
        try await death(made, place, stage)
    }

    /// The 202, its Location, and the task to its end.
    private static func create(_ asked: JobCreate, _ stage: Stage) async throws -> Job {
        let requestID = try await stage.client.createJobs([asked])
        let location = stage.recorder.last?.exchange.responseHeaders.first { $0.name.lowercased() == "location" }?.value
        try stage.expectEqual(location, "/async-tasks/\(requestID)", "Location")
        let task = try await stage.client.waitForTask(requestID, atMost: stage.options.taskTimeout)
        try stage.expectEqual(task.requestID, requestID, "requestId")
        try stage.expectEqual(task.service, "create_job", "service")
        let input = (try? JSON.parse(task.input))?.arrayValue ?? []
        try stage.expectEqual(input.map { $0["spec"]?.stringValue }, [asked.spec], "the input, with the spec")
        try stage.expectEqual(task.accountID, stage.home.account, "the account of the task")
        let jobs = try JSONDecoder().decode([Job].self, from: Data(task.output.utf8))
        try stage.expectEqual(jobs.count, 1, "jobs in the output:")
        try compare(jobs[0], asked, stage)
        return jobs[0]
    }

    private static func compare(_ job: Job, _ asked: JobCreate, _ stage: Stage) throws {
        try stage.expectEqual(job.projectID, asked.projectID, "projectId")
        try stage.expectEqual(job.executorID, asked.executorID, "executorId")
        try stage.expectEqual(job.spec, asked.spec, "spec")
        try stage.expectEqual(job.data, asked.data, "data")
        try stage.expectEqual(job.timezone, asked.timezone, "timezone")
        try stage.expectEqual(job.timezoneOffset, asked.timezoneOffset, "timezoneOffset")
        try stage.expectEqual(job.retryMax, asked.retryMax, "retryMax")
        try stage.expectEqual(job.status, asked.status, "status")
        try stage.expectEqual(job.startDate?.instant, asked.startDate?.instant, "startDate")
        try stage.expectEqual(job.endDate?.instant, asked.endDate?.instant, "endDate")
        try stage.expectEqual(job.createdBy, asked.createdBy, "createdBy")
        try stage.expectEqual(job.accountID, stage.home.account, "the account")
    }

    /// Documented: PUT is a partial update and does not need projectId.
    private static func change(
        _ made: Job, _ asked: JobCreate, _ place: Workplace, _ stage: Stage
    ) async throws(Stop) {
        let client = stage.client
        try await stage.check("a change touches what it names, and nothing else", "updateJob") {
            let answer = try await client.updateJob(
                made.id, JobUpdate(modifiedBy: "changer", spec: "@hourly", data: "changed", retryMax: 5))
            var expected = asked
            expected.spec = "@hourly"
            expected.data = "changed"
            expected.retryMax = 5
            try compare(answer, expected, stage)
            let read = try await client.getJob(made.id)
            try compare(read, expected, stage)
            try stage.expectEqual(read.modifiedBy, "changer", "modifiedBy")
            _ = try stage.require(read.dateModified, "dateModified")
        }
        try await stage.check("a job is switched off and on", "updateJob") {
            _ = try await client.updateJob(made.id, JobUpdate(modifiedBy: "changer", status: .inactive))
            try stage.expectEqual(try await client.getJob(made.id).status, .inactive, "status")
            _ = try await client.updateJob(made.id, JobUpdate(modifiedBy: "changer", status: .active))
            try stage.expectEqual(try await client.getJob(made.id).status, .active, "status")
        }
        for (title, status, body, word) in [
            ("without modifiedBy", 400, ["data": "no"], "modifiedBy"),
            ("to an unknown spec", 400, ["modifiedBy": "m", "spec": "every now and then"], "every now and then"),
            ("to an unknown timezone", 400, ["modifiedBy": "m", "timezone": "Mars/Olympus"], "Mars/Olympus"),
            ("to an unknown status", 400, ["modifiedBy": "m", "status": "asleep"], "status"),
            ("to 16 retries", 400, ["modifiedBy": "m", "retryMax": 16], "retry"),
            ("to an end before the start", 400, ["modifiedBy": "m", "endDate": "2020-01-01T00:00:00Z"], "end date"),
            ("to a foreign executor", 403, ["modifiedBy": "m", "executorId": 999_999_999], "executor"),
            ("to an unknown project", 404, ["modifiedBy": "m", "projectId": 999_999_999], "project"),
            ("to a spec that is a number", 422, ["modifiedBy": "m", "spec": 7], "spec"),
        ] as [(String, Int, JSON, String)] {
            try await stage.check("a change \(title) is refused", "updateJob") {
                try stage.expect(try await stage.raw("PUT", "/jobs/\(made.id)", body), status: status, word)
                let read = try await client.getJob(made.id)
                try stage.expectEqual(read.data, "changed", "the data as it was:")
                try stage.expectEqual(read.spec, "@hourly", "the spec as it was:")
            }
        }
    }

    private static func oneTime(_ place: Workplace, _ stage: Stage) async throws(Stop) {
        try await stage.check("a job without spec runs once, at its start", "createJobs") {
            let jobs = try await stage.made(
                by: stage.client,
                [
                    JobCreate(
                        projectID: place.project, timezone: "UTC", startDate: "2027-06-01T12:00:00+02:00",
                        createdBy: "contract suite")
                ])
            let job = try await stage.client.getJob(try stage.require(jobs.first?.id, "a job"))
            try stage.expect(job.spec == nil || job.spec == "", "no spec", found: job.spec)
            let start: Timestamp = "2027-06-01T10:00:00Z"
            try stage.expectEqual(job.startDate?.instant, start.instant, "the offset of startDate respected:")
        }
    }

    private static func death(_ made: Job, _ place: Workplace, _ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("a deletion without deletedBy is refused", "deleteJob") {
            try stage.expect(try await stage.raw("DELETE", "/jobs/\(made.id)", [:]), status: 400, "deletedBy")
            _ = try await client.getJob(made.id)
        }
        try await stage.check("deleted, it is gone", "deleteJob") {
            let before = try await client.listJobs(.init(limit: 100), projectID: place.project).total
            try await client.deleteJob(made.id, deletedBy: "contract suite")
            try await stage.refused(404) { () throws(Scheduler0Error) in try await client.getJob(made.id) }
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await client.deleteJob(made.id, deletedBy: "contract suite")
            }
            let after = try await client.listJobs(.init(limit: 100), projectID: place.project)
            try stage.expectEqual(after.total, before - 1, "a total of")
            try stage.expect(!after.items.contains { $0.id == made.id }, "job \(made.id) not in the list")
        }
    }
}
