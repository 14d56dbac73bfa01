import CivilTime
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// A row of `credentials`.
struct StoredCredential {
    let id: Int64
    let accountID: Int64
    let apiKey: String
    let secret: Data
    let scopes: [Scope]
    let archived: Bool
    let expiresAt: Instant?
    let createdBy: String
    let modifiedBy: String?
    let deletedBy: String?
    let archivedBy: String?
    let dateCreated: Instant
    let dateModified: Instant?
    let dateDeleted: Instant?

    static let columns = """
        id, account_id, api_key, secret, scopes, archived, expires_at, created_by, modified_by, deleted_by,
        archived_by, date_created, date_modified, date_deleted
        """

    init(_ row: Row) {
        id = row[0]
        accountID = row[1]
        apiKey = row[2]
        secret = row[3]
        scopes = Self.scopes(row[4])
        archived = row[5]
        expiresAt = row[6]
        createdBy = row[7]
        modifiedBy = row[8]
        deletedBy = row[9]
        archivedBy = row[10]
        dateCreated = row[11]
        dateModified = row[12]
        dateDeleted = row[13]
    }

    private static func scopes(_ text: String) -> [Scope] {
        text.split(separator: ",").compactMap { Scope(rawValue: String($0)) }
    }

    /// Observed: server-behaviour 2.3, row 2c.
    func hasExpired(at now: Instant) -> Bool { expiresAt.map { now >= $0 } ?? false }

    static func find(key: String, in db: Database) throws -> StoredCredential? {
        try db.first("SELECT \(columns) FROM credentials WHERE api_key = ?", [key], StoredCredential.init)
    }

    /// The credential of this account that is not deleted.
    static func find(id: Int64, account: Int64, in db: Database) throws -> StoredCredential? {
        try db.first(
            "SELECT \(columns) FROM credentials WHERE id = ? AND account_id = ? AND date_deleted IS NULL",
            [id, account], StoredCredential.init)
    }

    /// Never with the secret. Observed: server-behaviour 3.1.
    func members(_ quirks: Set<Quirk>) -> Members {
        var members = Members(quirks)
        members.add("id", id)
        members.add("archived", archived)
        members.add("apiKey", apiKey)
        members.add("dateCreated", dateCreated)
        members.add("accountId", accountID)
        members.add("dateModified", ifSet: dateModified)
        members.add("createdBy", createdBy)
        members.add("modifiedBy", ifSet: modifiedBy)
        members.add("deletedBy", ifSet: deletedBy)
        members.add("archivedBy", ifSet: archivedBy)
        members.add("expiresAt", ifSet: expiresAt)
        members.add("scopes", .array(scopes.map { .string($0.rawValue) }))
        return members
    }
}
