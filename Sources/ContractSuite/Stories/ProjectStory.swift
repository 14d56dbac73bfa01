import Scheduler0API
import Scheduler0Client
import WireJSON

/// Projects from birth to death. Observed: server-behaviour 4.3.
enum ProjectStory {
    static let story = Story("projects", "create, read, change and delete projects") { stage async throws(Stop) in
        let client = stage.client
        let name = stage.unique()
        let made = try await stage.check("a project can be made", "createProject") {
            let before = try await client.listProjects(.init(limit: 1)).total
            let made = try await client.createProject(
                ProjectCreate(name: name, description: "<first> & \"ünïcode\" 漢字 🙂", createdBy: "contract suite"))
            stage.cleanup.add { try await client.deleteProject(made.id, deletedBy: "contract suite") }
            try stage.expectEqual(made.name, name, "name")
            try stage.expectEqual(made.description, "<first> & \"ünïcode\" 漢字 🙂", "description")
            try stage.expectEqual(made.accountID, stage.home.account, "the account")
            try stage.expectEqual(made.createdBy, "contract suite", "createdBy")
            try stage.expect(made.dateModified == nil, "no dateModified of a new row", found: made.dateModified)
            try stage.expectEqual(try await client.listProjects(.init(limit: 1)).total, before + 1, "a total of")
            return made
        }
        guard let made else { return }
        try await stage.check("it can be read back", "getProject") {
            let read = try await client.getProject(made.id)
            try stage.expectEqual(read.name, name, "name")
            try stage.expectEqual(read.description, made.description, "description")
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated")
            try stage.expectEqual(read.createdBy, "contract suite", "createdBy")
        }
        try await stage.check("it is in the list", "listProjects") {
            let page = try await client.listProjects(.init(limit: 100, orderBy: .id, direction: .descending))
            let row = try stage.require(page.items.first { $0.id == made.id }, "project \(made.id) in the list")
            try stage.expectEqual(row.name, name, "name")
        }
        try await stage.check("its description changes, and nothing else", "updateProject") {
            let answer = try await stage.raw(
                "PUT", "/projects/\(made.id)",
                ["description": "second", "modifiedBy": "changer", "name": "another name"])
            try stage.expect(answer, status: 200)
            try stage.expectEqual(answer.data["description"]?.stringValue, "second", "description")
            let read = try await client.getProject(made.id)
            try stage.expectEqual(read.description, "second", "the description that was written:")
            try stage.expectEqual(read.name, name, "the name as it was:")
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated as it was:")
            try stage.expectEqual(read.modifiedBy, "changer", "modifiedBy")
            _ = try stage.require(read.dateModified, "dateModified")
        }
        try await rules(made, name, stage)
        try await death(made, name, stage)
    }

    private static func rules(_ made: Project, _ name: String, _ stage: Stage) async throws(Stop) {
        for (title, body, word) in [
            ("without name", ["description": "d", "createdBy": "c"], "name"),
            ("with a blank name", ["name": "  ", "description": "d", "createdBy": "c"], "name"),
            ("without description", ["name": .string(stage.unique()), "createdBy": "c"], "description"),
            ("without createdBy", ["name": .string(stage.unique()), "description": "d"], "createdBy"),
            ("of a name that is taken", ["name": .string(name), "description": "d", "createdBy": "c"], "\(made.id)"),
        ] as [(String, JSON, String)] {
            try await stage.check("a project \(title) is refused", "createProject") {
                try stage.expect(try await stage.raw("POST", "/projects", body), status: 400, word)
            }
        }
        for (title, body, word) in [
            ("without modifiedBy", ["description": "third"], "modifiedBy"),
            ("without description", ["modifiedBy": "m"], "description"),
            ("with a blank description", ["modifiedBy": "m", "description": " "], "description"),
        ] as [(String, JSON, String)] {
            try await stage.check("a change \(title) is refused", "updateProject") {
                try stage.expect(try await stage.raw("PUT", "/projects/\(made.id)", body), status: 400, word)
            }
        }
        try await stage.check("a deletion without deletedBy is refused", "deleteProject") {
            try stage.expect(try await stage.raw("DELETE", "/projects/\(made.id)", [:]), status: 400, "deletedBy")
        }
        try await stage.check("refusals have changed nothing", "getProject") {
            try stage.expectEqual(try await stage.client.getProject(made.id).description, "second", "description")
        }
    }

    /// Documented: README, Managing Projects (deleting a project deletes its jobs).
    private static func death(_ made: Project, _ name: String, _ stage: Stage) async throws(Stop) {
        let client = stage.client
        let death: Void? = try await stage.check(
            "deleted, it is gone, and its jobs with it", "deleteProject"
        ) {
            let jobs = try await stage.made(
                by: client,
                [
                    JobCreate(projectID: made.id, timezone: "UTC", spec: "@daily", createdBy: "contract suite")
                ])
            let job = try stage.require(jobs.first, "a job")
            let before = try await client.listProjects(.init(limit: 1)).total
            try await client.deleteProject(made.id, deletedBy: "contract suite")
            try await stage.refused(404) { () throws(Scheduler0Error) in try await client.getProject(made.id) }
            try await stage.refused(404) { () throws(Scheduler0Error) in try await client.getJob(job.id) }
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await client.deleteProject(made.id, deletedBy: "contract suite")
            }
            try stage.expectEqual(try await client.listProjects(.init(limit: 1)).total, before - 1, "a total of")
            let jobsLeft = try await client.listJobs(.init(limit: 100)).items
            try stage.expect(!jobsLeft.contains { $0.projectID == made.id }, "no job of the project in the list")
        }
        guard death != nil else { return }
        try await stage.check("its name is free again", "createProject") {
            let again = try await client.createProject(
                ProjectCreate(name: name, description: "reborn", createdBy: "contract suite"))
            try stage.expect(again.id != made.id, "a new id", found: again.id)
            try await client.deleteProject(again.id, deletedBy: "contract suite")
        }
    }
}
