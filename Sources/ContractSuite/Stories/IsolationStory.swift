import Scheduler0API
import Scheduler0Client
import WireJSON

/// Accounts never see each other. Documented: README, Account ID Handling.
enum IsolationStory {
    static let story = Story("isolation", "what is one account's is not the other's") { stage async throws(Stop) in
        guard let other = stage.cast.other else {
            return stage.skip("accounts do not see each other", because: Cast.noSecondAccount)
        }
        guard let place = try await stage.check("a project and an executor", nil, { try await Workplace(stage) }),
            let job = try await stage.check(
                "a job", "createJobs",
                {
                    try await stage.made(by: stage.client, [place.job(data: "mine")]).first?.id ?? 0
                })
        else { return }
        guard try await stage.check("rows of the other account", nil, { try await settle(other, stage) }) != nil else {
            return
        }
        let rows: [(String, Int64, String, JSON)] = [
            ("projects", place.project, "Project", ["description": "stolen", "modifiedBy": "thief"]),
            ("executors", place.executor, "Executor", ["name": "stolen", "modifiedBy": "thief"]),
            ("jobs", job, "Job", ["data": "stolen", "modifiedBy": "thief"]),
            ("credentials", stage.home.credentialID, "Credential", ["archived": true, "modifiedBy": "thief"]),
        ]
        for (plural, id, kind, change) in rows {
            try await stage.check(
                "\(plural) of another account can neither be read nor changed nor deleted", "get\(kind)"
            ) {
                try stage.expect(try await stage.raw("GET", "/\(plural)/\(id)"), status: 200)
                for (method, body) in [("GET", nil), ("PUT", change), ("DELETE", ["deletedBy": "thief"])]
                    as [(String, JSON?)]
                {
                    let answer = try await stage.raw(method, "/\(plural)/\(id)", body, as: .client(other.client))
                    try stage.expect(answer, status: 404)
                }
                try stage.expect(try await stage.raw("GET", "/\(plural)/\(id)"), status: 200)
            }
            try await stage.check("\(plural) of another account are not listed", "list\(kind)s") {
                let answer = try await stage.raw("GET", "/\(plural)?limit=100", as: .client(other.client))
                let listed = answer.data[plural]?.arrayValue ?? []
                try stage.expect(!listed.isEmpty, "rows of its own")
                try stage.expect(
                    listed.allSatisfy { $0["accountId"]?.intValue == other.account },
                    "rows of account \(other.account) only")
            }
        }
        try await crossings(place, job, other, stage)
    }

    /// Gives the other account a row of each kind.
    private static func settle(_ other: Cast.Party, _ stage: Stage) async throws {
        let client = other.client
        let project = try await client.createProject(
            ProjectCreate(name: stage.unique(), description: "the other account's", createdBy: "contract suite"))
        stage.cleanup.add { try await client.deleteProject(project.id, deletedBy: "contract suite") }
        let executor = try await client.registerLocalExecutor(
            LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite"))
        stage.cleanup.add { try await client.deleteExecutor(executor.id, deletedBy: "contract suite") }
        _ = try await stage.made(
            by: client,
            [JobCreate(projectID: project.id, timezone: "UTC", spec: "@yearly", startDate: "2099-01-01T00:00:00Z")])
    }

    private static func crossings(_ place: Workplace, _ job: Int64, _ other: Cast.Party, _ stage: Stage)
        async throws(Stop)
    {
        try await stage.check("a job cannot be put into another account's project", "createJobs") {
            try await stage.refused(400, "project") { () throws(Scheduler0Error) in
                try await other.client.createJobs([
                    JobCreate(projectID: place.project, timezone: "UTC", spec: "@daily", createdBy: "thief")
                ])
            }
        }
        try await stage.check("a job cannot use another account's executor", "createJobs") {
            let project = try await other.client.createProject(
                ProjectCreate(name: stage.unique(), description: "own", createdBy: "contract suite"))
            stage.cleanup.add { try await other.client.deleteProject(project.id, deletedBy: "contract suite") }
            try await stage.refused(400, "executor") { () throws(Scheduler0Error) in
                try await other.client.createJobs([
                    JobCreate(
                        projectID: project.id, timezone: "UTC", executorID: place.executor, spec: "@daily",
                        createdBy: "thief")
                ])
            }
        }
        try await stage.check(
            "another account's local executor can neither be pulled nor reported to", "pullLocalExecutorJobs"
        ) {
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await other.client.pullLocalExecutorJobs(place.executor)
            }
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await other.client.reportLocalExecutions(place.executor, [])
            }
        }
        try await stage.check("names are taken only in one's own account", "createProject") {
            let mine = try await stage.client.getProject(place.project)
            let same = try await other.client.createProject(
                ProjectCreate(name: mine.name, description: "the same name", createdBy: "contract suite"))
            stage.cleanup.add { try await other.client.deleteProject(same.id, deletedBy: "contract suite") }
        }
        try await stage.check("the execution log is one's own", "listExecutions") {
            let log = try await other.client.listExecutions(.init(limit: 100))
            try stage.expect(
                log.items.allSatisfy { $0.accountID == other.account }, "rows of account \(other.account) only")
            try stage.expectEqual(
                try await other.client.listExecutions(.init(limit: 1, jobID: job)).total, 0, "rows of the other's job:")
        }
        try await stage.check("a key opens its own account only", "listProjects") {
            let foreign = stage.client.authenticated(by: stage.client.authentication, account: other.account)
            try await stage.refused(401) { () throws(Scheduler0Error) in try await foreign.listProjects() }
        }
    }
}
