import CivilTime
import Foundation
import Scheduler0API
import Scheduler0Client
import WireJSON

/// The execution log: filters, order, analytics, totals, cleaning up. Observed: server-behaviour 7.
enum ExecutionStory {
    static let story = Story("executions", "the execution log, its filters and its sums") { stage async throws(Stop) in
        let client = stage.client
        guard let place = try await stage.check("a project and an executor", nil, { try await Workplace(stage) }),
            let job = try await stage.check("a job with a log", "createJobs", { try await logged(place, stage) })
        else { return }
        try await filters(job, place, stage)
        try await order(job, stage)
        try await refusals(stage)
        try await analytics(stage)
        try await stage.check("totals are the account's own", "getExecutionTotals") {
            let totals = try await client.getExecutionTotals()
            try stage.expectEqual(totals.accountID, stage.home.account, "the account")
            let failed = try await client.listExecutions(.init(limit: 0, state: .failed))
            try stage.expectEqual(totals.failed, failed.total, "failures as the log has them:")
        }
        try await cleanUp(stage)
    }

    private static let rowCount = 7

    private static func logged(_ place: Workplace, _ stage: Stage) async throws -> Int64 {
        let made = try await stage.made(by: stage.client, [place.job()])
        let job = try stage.require(made.first?.id, "a job")
        let rows = (0..<rowCount).map { index in
            LocalExecutionReport(
                jobID: job, uniqueID: "suite-\(index)", state: index % 3 == 0 ? .failed : .success,
                lastExecutionTime: Timestamp(text: "2026-03-0\((index * 3) % rowCount + 1)T09:00:00Z"),
                nextExecutionTime: Timestamp(text: "2026-04-0\((index * 5) % rowCount + 1)T09:00:00Z"),
                executionVersion: Int64(index + 1), jobQueueVersion: 0)
        }
        try stage.expectEqual(
            try await stage.client.reportLocalExecutions(place.executor, rows).committed, Int64(rowCount), "committed")
        return job
    }

    private static func filters(_ job: Int64, _ place: Workplace, _ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("filters leave what they name", "listExecutions") {
            let all = try await client.listExecutions(.init(limit: 100, jobID: job))
            let reported = all.items.filter { $0.uniqueID.hasPrefix("suite-") }
            try stage.expectEqual(reported.count, rowCount, "reported rows:")
            try stage.expectEqual(
                reported.map(\.executionVersion).sorted(), (1...Int64(rowCount)).map(\.self), "their versions:")
            for state in [ExecutionState.success, .failed] {
                let some = try await client.listExecutions(.init(limit: 100, jobID: job, state: state))
                try stage.expect(some.items.allSatisfy { $0.state == state }, "rows of state \(state) only")
                try stage.expectEqual(
                    some.total, Int64(all.items.count { $0.state == state }), "rows of state \(state):")
            }
            let project = try await client.listExecutions(.init(limit: 100, projectID: place.project))
            try stage.expectEqual(project.total, all.total, "rows of the project:")
            let other = try await client.listExecutions(.init(limit: 100, jobID: 999_999_999))
            try stage.expectEqual(other.total, 0, "rows of a job that does not exist:")
        }
        try await stage.check("0 is no filter", "listExecutions") {
            let all = try await client.listExecutions(.init(limit: 1))
            let zero = try await client.listExecutions(.init(limit: 1, projectID: 0, jobID: 0))
            try stage.expectEqual(zero.total, all.total, "the total of the whole log:")
        }
        try await stage.check("dates bound the log, both ends included", "listExecutions") {
            let row = try stage.require(
                try await client.listExecutions(.init(limit: 1, jobID: job)).items.first, "a row")
            let date = try stage.require(row.dateCreated, "dateCreated")
            let same = try await client.listExecutions(.init(limit: 100, startDate: date, endDate: date, jobID: job))
            try stage.expect(same.items.contains { $0.id == row.id }, "row \(row.id), written at \(date.text)")
            let past = try await client.listExecutions(.init(limit: 1, endDate: "2000-01-01T00:00:00Z", jobID: job))
            try stage.expectEqual(past.total, 0, "rows before 2000:")
            let future = try await client.listExecutions(
                .init(limit: 1, startDate: "2999-01-01T00:00:00+01:00", jobID: job))
            try stage.expectEqual(future.total, 0, "rows after 2999:")
        }
        try await stage.check("pages make up the log", "listExecutions") {
            let all = try await client.listExecutions(.init(limit: 100, jobID: job))
            var ids: [Int64] = []
            for try await row in client.executions(.init(limit: 3, jobID: job)) { ids.append(row.id) }
            try stage.expectEqual(ids, all.items.map(\.id), "all rows, each once, in order:")
            let none = try await client.listExecutions(.init(limit: 3, offset: 1000, jobID: job))
            try stage.expectEqual(none.items.count, 0, "rows beyond the end:")
            try stage.expectEqual(none.total, all.total, "the total all the same:")
        }
        try await stage.check("without limit there are 10 rows a page", "listExecutions") {
            let page = try await client.listExecutions()
            try stage.expectEqual(page.limit, 10, "limit")
            try stage.expectEqual(page.offset, 0, "offset")
        }
    }

    private static func order(_ job: Int64, _ stage: Stage) async throws(Stop) {
        for column in ExecutionQuery.Column.allCases {
            try await stage.check("the log is ordered by \(column.rawValue), both ways", "listExecutions") {
                for direction in SortDirection.allCases {
                    let page = try await stage.client.listExecutions(
                        .init(limit: 100, jobID: job, orderBy: column, direction: direction))
                    let dates = page.items.filter { $0.uniqueID.hasPrefix("suite-") }.compactMap { row -> Instant? in
                        switch column {
                        case .dateCreated: row.dateCreated?.instant
                        case .lastExecutionDateTime: row.lastExecutionDatetime?.instant
                        case .nextExecutionDateTime: row.nextExecutionDatetime?.instant
                        }
                    }
                    let sorted = direction == .ascending ? dates.sorted() : dates.sorted(by: >)
                    try stage.expectEqual(dates, sorted, "dates \(direction):")
                }
            }
        }
    }

    private static func refusals(_ stage: Stage) async throws(Stop) {
        for (query, word) in [
            ("limit=abc", "limit"), ("offset=abc", "offset"), ("startDate=yesterday", "startDate"),
            ("endDate=2026-01-01", "endDate"), ("projectId=abc", "projectId"), ("jobId=abc", "jobId"),
            ("state=done", "state"), ("orderBy=id", "orderBy"),
        ] {
            try await stage.check("/executions?\(query) is refused", "listExecutions") {
                try stage.expect(try await stage.raw("GET", "/executions?\(query)"), status: 400, word)
            }
        }
    }

    private static func analytics(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        try await stage.check("analytics count a point a minute around the instant", "getExecutionAnalytics") {
            let row = try stage.require(try await client.listExecutions(.init(limit: 1)).items.first, "a row")
            let text = try stage.require(row.dateCreated?.instant?.rfc3339(), "dateCreated")
            let result = try await client.getExecutionAnalytics(
                startDate: String(text.prefix(10)), startTime: String(text.dropFirst(11).prefix(5)))
            try stage.expectEqual(result.accountID, stage.home.account, "the account")
            let stamps = result.points.map { "\($0.date)T\($0.time)Z" }
            try stage.expectEqual(stamps, stamps.sorted(), "points in ascending order:")
            try stage.expectEqual(Set(stamps).count, stamps.count, "each point once:")
            try stage.expectEqual(
                stamps.first, "\(result.startDate)T\(result.startTime)Z", "the first point at the start:")
            try stage.expectEqual(stamps.last, "\(result.endDate)T\(result.endTime)Z", "the last point at the end:")
            try stage.expectEqual(result.points.count, 12 * 60 + 1, "points:")
            let failed = result.points.reduce(0) { $0 + $1.failed }
            let success = result.points.reduce(0) { $0 + $1.success }
            try stage.expect(failed > 0 && success > 0, "successes and failures counted", found: (success, failed))
            let totals = try await client.getExecutionTotals()
            try stage.expect(
                failed <= totals.failed && success <= totals.success, "no more than the totals",
                found: (success, failed))
        }
        for (query, word) in [
            ("startTime=00:00", "startDate"), ("startDate=2026-01-01", "startTime"),
            ("startDate=1.1.2026&startTime=00:00", "startDate"), ("startDate=2026-13-01&startTime=00:00", "startDate"),
            ("startDate=2026-01-01&startTime=9:00", "startTime"), ("startDate=2026-01-01&startTime=25:00", "startTime"),
        ] {
            try await stage.check("analytics with \(query) are refused", "getExecutionAnalytics") {
                try stage.expect(try await stage.raw("GET", "/executions/analytics?\(query)"), status: 400, word)
            }
        }
    }

    private static func cleanUp(_ stage: Stage) async throws(Stop) {
        guard stage.cast.ownsHome || stage.cast.mayHarm else {
            return stage.skip("cleaning up leaves what is young", "cleanupOldExecutionLogs", because: Cast.harmful)
        }
        let account = String(stage.home.account)
        try await stage.check("cleaning up leaves what is young", "cleanupOldExecutionLogs") {
            let before = try await stage.client.listExecutions(.init(limit: 1)).total
            let done = try await stage.client.cleanupOldExecutionLogs(.init(accountID: account, retentionMonths: 1))
            try stage.expect(done.message.contains(account), "a message about account \(account)", found: done.message)
            try stage.expectEqual(try await stage.client.listExecutions(.init(limit: 1)).total, before, "rows:")
        }
        for (title, body, word) in [
            ("without account", ["retentionMonths": 1], "accountId"),
            ("with an account that is no number", ["accountId": "abc", "retentionMonths": 1], "account"),
            ("of another account", ["accountId": "999999999", "retentionMonths": 1], "mismatch"),
            ("of 0 months", ["accountId": .string(account), "retentionMonths": 0], "retentionMonths"),
            ("without months", ["accountId": .string(account)], "retentionMonths"),
        ] as [(String, JSON, String)] {
            try await stage.check("cleaning up \(title) is refused", "cleanupOldExecutionLogs") {
                let answer = try await stage.raw("POST", "/executions/cleanup-old-logs", body)
                try stage.expect(answer, status: 400, word)
            }
        }
    }
}
