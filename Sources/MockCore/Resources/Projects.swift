import CivilTime
import GRDB
import WireJSON

/// `/projects`. Documented: README, Managing Projects. Observed: server-behaviour 4.3.
enum Projects {
    static let handlers: [String: Handler] = [
        "listProjects": list, "createProject": create, "getProject": get, "updateProject": update,
        "deleteProject": delete,
    ]

    private static let orderColumns = ["id", "name", "description", "date_created", "account_id"]

    private static func list(_ request: Request) throws -> Reply {
        let page = try ListPage(request, plural: "projects", columns: orderColumns, index: ListIndex.projects(by:))
        let rows = try request.db.all(
            """
            SELECT \(StoredProject.columns) FROM projects
            WHERE account_id = ? AND date_deleted IS NULL \(page.clause)
            """, [request.accountID], StoredProject.init)
        return page.reply(
            total: try request.liveCount("projects"), plural: "projects", rows.map { $0.json(request.world.quirks) })
    }

    private static func get(_ request: Request) throws -> Reply {
        guard let stored = try StoredProject.find(pathID(request), request) else { throw Problem.projectUnknown }
        return .success(stored.json(request.world.quirks))
    }

    private static func create(_ request: Request) throws -> Reply {
        let fields = try request.fields("Project")
        let name = try fields.string("name")?.trimmed ?? ""
        let description = try fields.string("description")?.trimmed ?? ""
        guard let createdBy = try fields.text("createdBy") else { throw Problem.fieldRequired("createdBy") }
        if name.isEmpty { throw Problem.projectFieldRequired("name") }
        if description.isEmpty { throw Problem.projectFieldRequired("description") }
        if let id = try StoredProject.id(named: name, request) { throw Problem.projectNameTaken(id: id) }
        let id = try insert(name: name, description: description, createdBy: createdBy, request)
        return .success(try StoredProject.find(id, request)?.json(request.world.quirks) ?? .null, status: 201)
    }

    /// Adds a project whose name is known to be free; answers its id.
    static func insert(
        name: String, description: String, createdBy: String, _ request: Request
    ) throws -> Int64 {
        try request.db.insert(
            "INSERT INTO projects (account_id, name, description, created_by, date_created) VALUES (?, ?, ?, ?, ?)",
            [request.accountID, name, description, createdBy, request.now])
    }

    /// Only the description changes; a name in the body is ignored.
    private static func update(_ request: Request) throws -> Reply {
        let fields = try request.fields("Project")
        let id = try pathID(request)
        let description = try fields.string("description")?.trimmed ?? ""
        guard let modifiedBy = try fields.text("modifiedBy") else { throw Problem.fieldRequired("modifiedBy") }
        if description.isEmpty { throw Problem.projectDescriptionRequired }
        guard try StoredProject.find(id, request) != nil else { throw Problem.projectUpdateUnknown }
        try request.db.run(
            "UPDATE projects SET description = ?, modified_by = ?, date_modified = ? WHERE id = ?",
            [description, modifiedBy, request.now, id])
        return .success(try StoredProject.find(id, request)?.json(request.world.quirks) ?? .null)
    }

    /// The jobs of a project go with it. Observed: server-behaviour 4.3, DELETE.
    private static func delete(_ request: Request) throws -> Reply {
        let id = try pathID(request)
        let deletedBy = try request.signature("deletedBy")
        if try request.accountID == Accounts.systemID { throw Problem.systemProject }
        guard try StoredProject.find(id, request) != nil else { throw Problem.projectUnknown }
        try Jobs.deleteAll(ofProject: id, by: deletedBy, request)
        try request.db.run(
            "UPDATE projects SET deleted_by = ?, date_deleted = ? WHERE id = ?", [deletedBy, request.now, id])
        return .noContent
    }

    private static func pathID(_ request: Request) throws -> Int64 {
        let text = request.parameters["id"] ?? ""
        guard let id = Int64(text) else { throw Problem.projectIDNotAnInteger(text) }
        return id
    }
}

extension String {
    /// Without blanks at either end.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
