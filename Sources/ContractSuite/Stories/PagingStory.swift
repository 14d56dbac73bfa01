import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// The laws of the four lists. Observed: server-behaviour 4.1.
enum PagingStory {
    private struct List: Sendable {
        let path: String
        let plural: String
        let operationID: String
        let columns: [String]
    }

    private static let lists = [
        List(
            path: "/credentials", plural: "credentials", operationID: "listCredentials",
            columns: CredentialColumn.allCases.map(\.rawValue)),
        List(
            path: "/projects", plural: "projects", operationID: "listProjects",
            columns: ProjectColumn.allCases.map(\.rawValue)),
        List(
            path: "/executors", plural: "executors", operationID: "listExecutors",
            columns: ExecutorColumn.allCases.map(\.rawValue)),
        List(path: "/jobs", plural: "jobs", operationID: "listJobs", columns: JobColumn.allCases.map(\.rawValue)),
    ]

    static let story = Story("paging", "limits, offsets, orders and totals of the lists") { stage async throws(Stop) in
        guard try await stage.check("rows to list can be made", nil, { try await rows(stage) }) != nil else { return }
        for list in lists {
            try await limits(list, stage)
            try await pages(list, stage)
            try await orders(list, stage)
        }
        try await typed(stage)
    }

    private static let rowCount = 12

    private static func rows(_ stage: Stage) async throws {
        let client = stage.client
        var projects: [Int64] = []
        for index in 0..<rowCount {
            let project = try await client.createProject(
                ProjectCreate(
                    name: stage.unique(), description: "row \(stage.number(below: 5))", createdBy: "contract suite"))
            stage.cleanup.add { try await client.deleteProject(project.id, deletedBy: "contract suite") }
            projects.append(project.id)
            let executor = try await client.createExecutor(
                ExecutorCreate(
                    name: stage.unique(), type: .local, createdBy: "maker \(index % 3)", command: "true"))
            stage.cleanup.add { try await client.deleteExecutor(executor.id, deletedBy: "contract suite") }
            let made = try await client.createCredential(
                CredentialCreate(
                    createdBy: "maker \(index % 3)", scopes: [.read], expiresInSeconds: 3600 + Int64(index)))
            stage.cleanup.add { try await client.deleteCredential(made.id, deletedBy: "contract suite") }
        }
        let jobs = (0..<rowCount).map { index in
            JobCreate(
                projectID: projects[index % 4], timezone: ["UTC", "Europe/Berlin"][index % 2],
                spec: ["@daily", "0 9 * * 1", "@hourly"][index % 3], retryMax: Int64(index % 5), status: .inactive,
                createdBy: "contract suite")
        }
        _ = try await stage.made(by: client, jobs)
    }

    private static func limits(_ list: List, _ stage: Stage) async throws(Stop) {
        for (query, status, word) in [
            ("limit=0", 400, "limit"), ("limit=abc", 400, "abc"), ("limit=1.5", 400, ""), ("limit=101", 429, "100"),
            ("limit=-1", 429, ""), ("offset=abc", 400, "abc"), ("orderBy=nonsense", 400, "order by"),
            ("orderBy=id%3BDROP%20TABLE%20jobs", 400, "order by"), ("orderByDirection=sideways", 400, "direction"),
        ] {
            try await stage.check("\(list.path)?\(query) is refused", list.operationID) {
                try stage.expect(try await stage.raw("GET", "\(list.path)?\(query)"), status: status, word)
            }
        }
        for (query, limit, offset) in [
            ("", 10, 0), ("?limit=&offset=", 10, 0), ("?limit=100", 100, 0), ("?limit=1&offset=2", 1, 2),
            ("?offset=3", 10, 3),
        ] {
            try await stage.check("\(list.path)\(query) says which part it is", list.operationID) {
                let data = try stage.expect(try await stage.raw("GET", list.path + query), status: 200).data
                try stage.expectEqual(data["limit"]?.intValue, Int64(limit), "limit")
                try stage.expectEqual(data["offset"]?.intValue, Int64(offset), "offset")
                let rows = data[list.plural]?.arrayValue ?? []
                let total = data["total"]?.intValue ?? 0
                try stage.expect(total >= rowCount, "a total of \(rowCount) or more", found: total)
                try stage.expectEqual(
                    rows.count, Int(min(Int64(limit), max(total - Int64(offset), 0))), "the number of rows:")
            }
        }
    }

    private static func pages(_ list: List, _ stage: Stage) async throws(Stop) {
        try await stage.check("the pages of \(list.path) make up the list", list.operationID) {
            let whole = try await ids(list, "limit=100&orderBy=id&orderByDirection=ASC", stage)
            var pieces: [Int64] = []
            for offset in stride(from: 0, to: whole.ids.count, by: 5) {
                let page = try await ids(list, "limit=5&offset=\(offset)&orderBy=id&orderByDirection=ASC", stage)
                try stage.expectEqual(page.total, whole.total, "the same total on each page:")
                try stage.expect(page.ids.count <= 5, "5 rows at most", found: page.ids.count)
                pieces += page.ids
            }
            try stage.expectEqual(pieces, whole.ids, "all rows, each once, in order:")
            try stage.expectEqual(Int64(whole.ids.count), min(whole.total, 100), "as many rows as the total says:")
        }
        try await stage.check("beyond the end of \(list.path) there is nothing", list.operationID) {
            let page = try await ids(list, "limit=5&offset=100000", stage)
            try stage.expectEqual(page.ids, [], "rows")
            try stage.expect(page.total >= rowCount, "the total all the same", found: page.total)
        }
    }

    private static func orders(_ list: List, _ stage: Stage) async throws(Stop) {
        try await stage.check("\(list.path) has the newest first by default", list.operationID) {
            let newest = try await ids(list, "limit=100", stage).ids
            try stage.expectEqual(newest, newest.sorted(by: >), "ids in descending order:")
        }
        for column in list.columns {
            try await stage.check("\(list.path) is ordered by \(column), both ways", list.operationID) {
                let up = try await rows(list, "limit=100&orderBy=\(column)&orderByDirection=asc", stage)
                let down = try await rows(list, "limit=100&orderBy=\(column)&orderByDirection=DESC", stage)
                // Of a longer list each direction has other rows.
                if up.count < 100 {
                    try stage.expectEqual(
                        up.compactMap { $0["id"]?.intValue }.sorted(), down.compactMap { $0["id"]?.intValue }.sorted(),
                        "the same rows both ways:")
                }
                try stage.expect(isAscending(up, column), "ascending \(column)", found: values(up, column))
                try stage.expect(
                    isAscending(down.reversed(), column), "descending \(column)", found: values(down, column))
            }
        }
    }

    private static func typed(_ stage: Stage) async throws(Stop) {
        try await stage.check("the client walks through all pages", "listProjects") {
            let first = try await stage.client.listProjects(.init(limit: 1)).total
            var count: Int64 = 0
            var names: Set<String> = []
            for try await project in stage.client.projects(.init(limit: 5, orderBy: .id, direction: .ascending)) {
                count += 1
                names.insert(project.name)
            }
            try stage.expectEqual(count, first, "as many projects as the total says:")
            try stage.expectEqual(Int64(names.count), first, "each name once:")
        }
        try await stage.check("jobs of one project alone", "listJobs") {
            let jobs = try await stage.client.listJobs(.init(limit: 100))
            let project = try stage.require(jobs.items.first?.projectID, "a job")
            let some = try await stage.client.listJobs(.init(limit: 100), projectID: project)
            try stage.expect(some.items.allSatisfy { $0.projectID == project }, "jobs of project \(project) only")
            try stage.expectEqual(
                some.total, Int64(jobs.items.count { $0.projectID == project }), "the total of the project:")
        }
        for (project, word) in [("abc", "abc"), ("999999999", "project")] {
            try await stage.check("jobs of project \(project) are refused", "listJobs") {
                try stage.expect(try await stage.raw("GET", "/jobs?projectId=\(project)"), status: 400, word)
            }
        }
    }

    // MARK: - Rows

    private static func rows(_ list: List, _ query: String, _ stage: Stage) async throws -> [JSON] {
        try stage.expect(try await stage.raw("GET", "\(list.path)?\(query)"), status: 200)
            .data[list.plural]?.arrayValue ?? []
    }

    private static func ids(_ list: List, _ query: String, _ stage: Stage) async throws -> (ids: [Int64], total: Int64)
    {
        let data = try stage.expect(try await stage.raw("GET", "\(list.path)?\(query)"), status: 200).data
        return (
            (data[list.plural]?.arrayValue ?? []).compactMap { $0["id"]?.intValue }, data["total"]?.intValue ?? -1
        )
    }

    private static func camelCase(_ column: String) -> String {
        let words = column.split(separator: "_")
        return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    private static func values(_ rows: [JSON], _ column: String) -> [String] {
        rows.map { $0[camelCase(column)]?.text ?? "none" }
    }

    /// Rows that have no value, or an unset one, may stand at either end.
    private static func isAscending(_ rows: some Sequence<JSON>, _ column: String) -> Bool {
        let values = rows.compactMap { $0[camelCase(column)] }.filter { !$0.isNull }
        let isDate = column.hasPrefix("date_") || column.hasSuffix("_date") || column.hasSuffix("_at")
        if isDate {
            // The text of a date does not sort: fractions lose their zeros.
            let instants = values.compactMap { $0.stringValue.flatMap(Instant.init(rfc3339:)) }
            return zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 }
        }
        return zip(values, values.dropFirst()).allSatisfy { left, right in
            switch (left, right) {
            case (.int(let left), .int(let right)): left <= right
            case (.string(let left), .string(let right)):
                Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)) || left == right
            default: true
            }
        }
    }
}
