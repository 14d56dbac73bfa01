import CivilTime
import GRDB
import WireJSON

/// A row of `projects`.
struct StoredProject {
    let id: Int64
    let accountID: Int64
    let name: String
    let description: String
    let createdBy: String
    let modifiedBy: String?
    let dateCreated: Instant
    let dateModified: Instant?

    static let columns = "id, account_id, name, description, created_by, modified_by, date_created, date_modified"

    init(_ row: Row) {
        id = row[0]
        accountID = row[1]
        name = row[2]
        description = row[3]
        createdBy = row[4]
        modifiedBy = row[5]
        dateCreated = row[6]
        dateModified = row[7]
    }

    /// The project of the request's account that is not deleted.
    static func find(_ id: Int64, _ request: Request) throws -> StoredProject? {
        try request.db.first(
            "SELECT \(columns) FROM projects WHERE id = ? AND account_id = ? AND date_deleted IS NULL",
            [id, request.accountID], StoredProject.init)
    }

    static func id(named name: String, _ request: Request) throws -> Int64? {
        try request.db.first(
            "SELECT id FROM projects WHERE account_id = ? AND name = ? AND date_deleted IS NULL",
            [request.accountID, name]
        ) { $0[0] }
    }

    /// Observed: server-behaviour 3.2 (order of members).
    func json(_ quirks: Set<Quirk>) -> JSON {
        var members = Members(quirks)
        members.add("id", id)
        members.add("name", name)
        members.add("description", description)
        members.add("dateCreated", dateCreated)
        members.add("accountId", accountID)
        members.add("dateModified", ifSet: dateModified)
        members.add("createdBy", createdBy)
        members.add("modifiedBy", ifSet: modifiedBy)
        members.add("deletedBy", ifSet: nil as String?)
        return members.json
    }
}
