import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/credentials`. Documented: README, Managing Credentials. Observed: server-behaviour 4.2.
enum Credentials {
    static let handlers: [String: Handler] = [
        "listCredentials": list, "createCredential": create, "getCredential": get, "updateCredential": update,
        "deleteCredential": delete, "archiveCredential": archive,
    ]

    private static let orderColumns = [
        "id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by", "expires_at",
    ]

    private static func list(_ request: Request) throws -> Reply {
        let page = try ListPage(
            request, plural: "credentials", columns: orderColumns, index: ListIndex.credentials(by:))
        let rows = try request.db.all(
            """
            SELECT \(StoredCredential.columns) FROM credentials
            WHERE account_id = ? AND date_deleted IS NULL AND archived = 0 \(page.clause)
            """, [request.accountID], StoredCredential.init)
        return page.reply(
            total: try request.liveCount("credentials"), plural: "credentials",
            rows.map { $0.members(request.world.quirks).json })
    }

    private static func get(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        return .success(try find(id, request).members(request.world.quirks).json)
    }

    // MARK: Create

    private static func create(_ request: Request) throws -> Reply {
        let fields = try request.fields("Credential")
        let archived = try fields.bool("archived") ?? false
        let scopeWords = try fields.strings("scopes") ?? []
        let lifetime = lifetime(try fields.int("expiresInSeconds"))
        guard let createdBy = try fields.text("createdBy") else { throw Problem.fieldRequired("createdBy") }
        let scopes = try scopes(scopeWords, request)
        let number = try request.db.count("SELECT COALESCE(MAX(id), 0) + 1 FROM credentials")
        let secret = request.world.identifiers.secret(number)
        let id = try request.db.insert(
            """
            INSERT INTO credentials
                (account_id, api_key, secret, scopes, archived, expires_at, created_by, date_created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.accountID, request.world.identifiers.apiKey(number),
                request.world.cipher.seal(secret, purpose: "credential \(number)"),
                scopes.map(\.rawValue).joined(separator: ","), archived, request.now + lifetime, createdBy,
                request.now,
            ])
        var members = try find(id, request).members(request.world.quirks)
        members.add("plaintextSecret", secret)
        // The Go client 1.4.0 reads the secret under this name. Documented: sdk-behaviour 7.3.
        if request.apiLevel == .v1_0, !request.has(.plaintextSecretOnly) { members.add("apiSecret", secret) }
        return .success(members.json, status: 201)
    }

    /// 90 days when nothing is said, else between 5 minutes and 90 days. Observed: server-behaviour 4.2, POST expiry.
    private static func lifetime(_ seconds: Int64?) -> Span {
        let most: Int64 = 90 * 86_400
        guard let seconds, seconds != 0 else { return .seconds(most) }
        return .seconds(min(max(seconds, 300), most))
    }

    /// Admin first, then emptiness, then each word. Observed: server-behaviour 4.2.
    /// Documented: product decisions, Credential without scopes (API level 1.0 gets read, write, execute).
    private static func scopes(_ words: [String], _ request: Request) throws -> [Scope] {
        if words.contains(Scope.admin.rawValue), !request.caller.may(.admin) { throw Problem.adminGrantRefused }
        if words.isEmpty {
            guard request.apiLevel == .v1_0, !request.has(.scopesRequired) else { throw Problem.scopesMissing }
            return [.read, .write, .execute]
        }
        var scopes: [Scope] = []
        for word in words {
            guard let scope = Scope(rawValue: word) else { throw Problem.scopeInvalid(word) }
            guard !scopes.contains(scope) else { throw Problem.scopeDuplicate(word) }
            scopes.append(scope)
        }
        return scopes
    }

    // MARK: Change

    /// Only `archived` and `modifiedBy` change; an omitted `archived` means false.
    private static func update(_ request: Request) throws -> Reply {
        let fields = try request.fields("Credential")
        let id = try request.pathID()
        let archived = try fields.bool("archived") ?? false
        let apiKey = try fields.text("apiKey")
        guard let modifiedBy = try fields.text("modifiedBy") else { throw Problem.fieldRequired("modifiedBy") }
        guard let stored = try StoredCredential.find(id: id, account: request.accountID, in: request.db) else {
            throw Problem.credentialUpdateUnknown
        }
        if let apiKey, apiKey != stored.apiKey { throw Problem.apiKeyImmutable }
        try change(
            "archived = ?, modified_by = ?, date_modified = ?", [archived, modifiedBy, request.now, id], request)
        return .success(try find(id, request).members(request.world.quirks).json)
    }

    private static func delete(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        let deletedBy = try request.signature("deletedBy")
        _ = try find(id, request)
        try change("archived = 1, deleted_by = ?, date_deleted = ?", [deletedBy, request.now, id], request)
        return .noContent
    }

    private static func archive(_ request: Request) throws -> Reply {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw Problem.credentialIDRequired }
        let archivedBy = try request.signature("archivedBy")
        if try request.accountID == Accounts.systemID { throw Problem.systemCredential }
        guard try StoredCredential.find(id: id, account: request.accountID, in: request.db) != nil else {
            throw Problem.credentialArchiveUnknown
        }
        try change("archived = 1, archived_by = ?, date_modified = ?", [archivedBy, request.now, id], request)
        return .noContent
    }

    /// The last of `values` is the id.
    private static func change(_ assignments: String, _ values: SQLArguments, _ request: Request) throws {
        try request.db.run("UPDATE credentials SET \(assignments) WHERE id = ?", values)
        request.world.credentials.forget()
    }

    private static func find(_ id: Int64, _ request: Request) throws -> StoredCredential {
        guard let found = try StoredCredential.find(id: id, account: request.accountID, in: request.db) else {
            throw Problem.credentialUnknown
        }
        return found
    }
}
