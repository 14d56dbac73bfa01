import CivilTime
import Foundation
import GRDB
import Scheduler0API
import WireJSON

/// A row of `executors`; its three secrets are boxes.
struct StoredExecutor {
    let id: Int64
    let accountID: Int64
    var name: String
    var description: String
    var tags: [String]
    var type: ExecutorType
    var cloudProvider: String
    var region: String
    var cloudResourceURL: String
    var cloudAPIKey: Data?
    var cloudAPISecret: Data?
    var webhookURL: String
    var webhookMethod: String
    var webhookSecret: Data?
    var command: String
    var workingDirectory: String
    var aggregatesPayload: Bool
    let createdBy: String
    let modifiedBy: String?
    let deletedBy: String?
    let dateCreated: Instant
    let dateModified: Instant?

    static let columns = """
        id, account_id, name, description, tags, type, cloud_provider, region, cloud_resource_url, cloud_api_key,
        cloud_api_secret, webhook_url, webhook_method, webhook_secret, command, working_dir, payload_aggregation,
        created_by, modified_by, deleted_by, date_created, date_modified
        """

    init(_ row: Row) {
        id = row[0]
        accountID = row[1]
        name = row[2]
        description = row[3]
        tags = (try? JSON.parse(row[4] as String))?.arrayValue?.compactMap(\.stringValue) ?? []
        type = ExecutorType(rawValue: row[5]) ?? .webhookURL
        cloudProvider = row[6]
        region = row[7]
        cloudResourceURL = row[8]
        cloudAPIKey = row[9]
        cloudAPISecret = row[10]
        webhookURL = row[11]
        webhookMethod = row[12]
        webhookSecret = row[13]
        command = row[14]
        workingDirectory = row[15]
        aggregatesPayload = row[16]
        createdBy = row[17]
        modifiedBy = row[18]
        deletedBy = row[19]
        dateCreated = row[20]
        dateModified = row[21]
    }

    /// The executor of this account that is not deleted.
    static func find(
        _ id: Int64, account: Int64, in db: Database, evenDeleted: Bool = false
    ) throws -> StoredExecutor? {
        try db.first(
            "SELECT \(columns) FROM executors WHERE id = ? AND account_id = ? AND (date_deleted IS NULL OR ?)",
            [id, account, evenDeleted], StoredExecutor.init)
    }

    /// Never with the secrets. Observed: server-behaviour 3.4 (order of members; null when unset).
    func members(_ world: World) -> Members {
        let quirks = world.quirks
        var members = Members(quirks, capacity: 24)
        members.add("id", id)
        members.add("name", name)
        members.add("description", ifFilled: description)
        if !(tags.isEmpty && quirks.contains(.zeroDates)) { members.add("tags", .array(tags.map(JSON.string))) }
        members.add("type", type.rawValue)
        members.add("cloudProvider", cloudProvider)
        members.add("region", region)
        members.add("cloudResourceUrl", cloudResourceURL)
        members.add("dateCreated", dateCreated)
        members.add("accountId", accountID)
        members.add("dateModified", dateModified.map { .string($0.rfc3339()) } ?? .null)
        members.add("createdBy", createdBy)
        members.add("modifiedBy", orNull: modifiedBy)
        members.add("deletedBy", orNull: deletedBy)
        members.add("webhookUrl", world.absolute(webhookURL))
        members.add("webhookMethod", webhookMethod)
        members.add("command", command)
        members.add("workingDir", workingDirectory)
        members.add("payloadAggregation", aggregatesPayload)
        return members
    }

    /// What the real server answers for an executor that does not exist. Observed: server-behaviour 4.5, GET.
    static let zero: JSON = [
        "id": 0, "name": "", "type": "", "cloudProvider": "", "region": "", "cloudResourceUrl": "",
        "dateCreated": "0001-01-01T00:00:00Z", "accountId": 0, "dateModified": nil, "createdBy": "",
        "modifiedBy": nil, "deletedBy": nil, "webhookUrl": "", "webhookMethod": "", "command": "", "workingDir": "",
        "payloadAggregation": false,
    ]
}
