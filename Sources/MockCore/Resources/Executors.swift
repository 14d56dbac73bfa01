import CivilTime
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// `/executors`. Documented: README, Managing Executors. Observed: server-behaviour 4.5.
enum Executors {
    static let handlers: [String: Handler] = [
        "listExecutors": list, "createExecutor": create, "getExecutor": get, "updateExecutor": update,
        "deleteExecutor": delete,
    ]

    private static let orderColumns = [
        "id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by",
    ]

    private static func list(_ request: Request) throws -> Reply {
        let page = try page(request)
        let rows = try request.db.all(
            """
            SELECT \(StoredExecutor.columns) FROM executors
            WHERE account_id = ? AND date_deleted IS NULL \(page.clause)
            """, [request.accountID], StoredExecutor.init)
        return page.reply(
            total: try request.liveCount("executors"), plural: "executors",
            rows.map { $0.members(request.world).json })
    }

    private static func page(_ request: Request) throws -> ListPage {
        do {
            return try ListPage(request, plural: "executors", columns: orderColumns, index: ListIndex.executors(by:))
        } catch let problem as Problem where request.has(.executorListErrorsAreServerErrors) {
            throw Problem.executorListFailed(problem.words)
        }
    }

    private static func get(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        let stored = try StoredExecutor.find(
            id, account: request.accountID, in: request.db, evenDeleted: request.has(.unknownExecutorIsZero))
        guard let stored else {
            if request.has(.unknownExecutorIsZero) { return .success(StoredExecutor.zero) }
            throw Problem.executorUnknown(id)
        }
        return .success(stored.members(request.world).json)
    }

    private static func create(_ request: Request) throws -> Reply {
        let fields = try request.fields("Executor", emptySecond: "body is nil")
        let body = try ExecutorBody(fields)
        guard let createdBy = try fields.text("createdBy") else { throw Problem.fieldRequired("createdBy") }
        let id = try insert(body, type: body.checkedType(), createdBy: createdBy, request)
        guard let stored = try StoredExecutor.find(id, account: request.accountID, in: request.db) else {
            throw Problem.executorUnknown(id)
        }
        var members = stored.members(request.world)
        // The secrets come back this once. Observed: server-behaviour 3.4.
        for (key, value) in [
            ("cloudApiKey", body.cloudAPIKey), ("cloudApiSecret", body.cloudAPISecret),
            ("webhookSecret", body.webhookSecret),
        ] where !value.isEmpty {
            members.add(key, value)
        }
        return .success(members.json, status: 201)
    }

    /// Adds an executor; answers its id.
    static func insert(_ body: ExecutorBody, type: ExecutorType, createdBy: String, _ request: Request) throws -> Int64
    {
        try request.db.insert(
            """
            INSERT INTO executors (account_id, name, description, tags, type, cloud_provider, region,
                cloud_resource_url, cloud_api_key, cloud_api_secret, webhook_url, webhook_method, webhook_secret,
                command, working_dir, payload_aggregation, created_by, date_created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.accountID, body.name, body.description, JSON.array(body.tags.map(JSON.string)).text,
                type.rawValue, body.cloudProvider, body.region, body.cloudResourceURL,
                box(body.cloudAPIKey, request), box(body.cloudAPISecret, request), body.webhookURL,
                body.webhookMethod, box(body.webhookSecret, request), body.command, body.workingDirectory,
                body.aggregatesPayload, createdBy, request.now,
            ])
    }

    private static func box(_ secret: String, _ request: Request) throws -> Data? {
        secret.isEmpty ? nil : try request.world.cipher.seal(secret, purpose: "executor")
    }

    /// Empty texts keep the stored address, method and secrets; the other fields are overwritten, absent = cleared.
    /// Observed: server-behaviour 4.5, PUT. Documented: the answer is the updated executor.
    private static func update(_ request: Request) throws -> Reply {
        let fields = try request.fields("Executor", emptySecond: "body is nil")
        let id = try request.pathID()
        let body = try ExecutorBody(fields)
        guard let modifiedBy = try fields.text("modifiedBy") else { throw Problem.fieldRequired("modifiedBy") }
        guard let stored = try StoredExecutor.find(id, account: request.accountID, in: request.db) else {
            if request.has(.unknownExecutorIsZero) { return .success(StoredExecutor.zero) }
            throw Problem.executorUnknown(id)
        }
        // A partial body keeps name and type: no client can mean an executor without them.
        let type = body.type.isEmpty ? stored.type.rawValue : body.type
        guard ExecutorType(rawValue: type) != nil else { throw Problem.executorTypeInvalid }
        func kept(_ new: String, _ old: String) -> String { new.isEmpty ? old : new }
        try request.db.run(
            """
            UPDATE executors SET name = ?, description = ?, tags = ?, type = ?, cloud_provider = ?, region = ?,
                cloud_resource_url = ?, cloud_api_key = COALESCE(?, cloud_api_key),
                cloud_api_secret = COALESCE(?, cloud_api_secret), webhook_url = ?, webhook_method = ?,
                webhook_secret = COALESCE(?, webhook_secret), command = ?, working_dir = ?,
                payload_aggregation = ?, modified_by = ?, date_modified = ?
            WHERE id = ?
            """,
            [
                kept(body.name, stored.name), body.description, JSON.array(body.tags.map(JSON.string)).text, type,
                kept(body.cloudProvider, stored.cloudProvider), kept(body.region, stored.region),
                kept(body.cloudResourceURL, stored.cloudResourceURL), box(body.cloudAPIKey, request),
                box(body.cloudAPISecret, request), kept(body.webhookURL, stored.webhookURL),
                kept(body.webhookMethod, stored.webhookMethod), box(body.webhookSecret, request),
                type == ExecutorType.local.rawValue ? kept(body.command, stored.command) : body.command,
                body.workingDirectory, body.aggregatesPayload, modifiedBy, request.now, id,
            ])
        let answered = request.has(.executorUpdateAnswersFirst) ? 1 : id
        let result = try StoredExecutor.find(answered, account: request.accountID, in: request.db)
        return .success(result?.members(request.world).json ?? StoredExecutor.zero)
    }

    private static func delete(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        let deletedBy = try request.signature("deletedBy")
        guard try StoredExecutor.find(id, account: request.accountID, in: request.db) != nil else {
            throw Problem.executorDeleteUnknown
        }
        try request.db.run(
            "UPDATE executors SET deleted_by = ?, date_deleted = ? WHERE id = ?", [deletedBy, request.now, id])
        return .noContent
    }
}
