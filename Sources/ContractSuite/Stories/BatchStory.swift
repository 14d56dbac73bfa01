import Scheduler0API
import Scheduler0Client
import WireJSON

/// Many jobs at once: all or none. Observed: server-behaviour 4.4, 14 (rows 18, 19).
enum BatchStory {
    static let story = Story("batches", "many jobs at once: all or none") { stage async throws(Stop) in
        let client = stage.client
        guard let place = try await stage.check("a project and an executor", nil, { try await Workplace(stage) }) else {
            return
        }
        try await stage.check("100 jobs are made, in the order given", "createJobs") {
            let asked = (0..<100).map { place.job(data: "number \($0)") }
            let made = try await stage.made(by: client, asked)
            try stage.expectEqual(made.map(\.data), asked.map(\.data), "the jobs in their order:")
            try stage.expectEqual(Set(made.map(\.id)).count, 100, "different ids:")
            let listed = try await client.listJobs(
                .init(limit: 100, orderBy: .id, direction: .ascending), projectID: place.project)
            try stage.expectEqual(listed.total, 100, "jobs in the project:")
            try stage.expectEqual(listed.items.map(\.data), asked.map(\.data), "the jobs that were written:")
        }
        for (title, jobs, word) in [
            ("no job", [], "0"), ("101 jobs", (0..<101).map { _ in place.job() }, "101"),
        ] {
            try await stage.check("\(title) are refused", "createJobs") {
                try await stage.refused(400, word) { () throws(Scheduler0Error) in try await client.createJobs(jobs) }
            }
        }
        try await stage.check("one bad job, and none is made", "createJobs") {
            let before = try await client.listJobs(.init(limit: 1), projectID: place.project).total
            var jobs = (0..<5).map { _ in place.job() }
            jobs[4].spec = "every now and then"
            try await stage.refused(400, "every now and then") { () throws(Scheduler0Error) in
                try await client.createJobs(jobs)
            }
            jobs[4] = place.job()
            jobs[2].projectID = 999_999_999
            try await stage.refused(400, "999999999") { () throws(Scheduler0Error) in try await client.createJobs(jobs)
            }
            let after = try await client.listJobs(.init(limit: 1), projectID: place.project).total
            try stage.expectEqual(after, before, "as many jobs as before:")
        }
        try await stage.check("a job that is no list is refused", "createJobs") {
            try stage.expect(try await stage.raw("POST", "/jobs", ["projectId": 1]), status: 422, "unmarshal object")
        }
        try await stage.check("another account's task is not to be seen", "getAsyncTask") {
            let requestID = try await client.createJobs([place.job()])
            _ = try await client.waitForTask(requestID, atMost: stage.options.taskTimeout)
            guard let other = stage.cast.other else { return }
            try await stage.refused(404, "task") { () throws(Scheduler0Error) in
                try await other.client.getAsyncTask(requestID)
            }
        }
    }
}
