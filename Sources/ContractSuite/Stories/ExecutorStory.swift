import Scheduler0API
import Scheduler0Client
import WireJSON

/// Executors of the three types; secrets are shown once. Observed: server-behaviour 4.5.
enum ExecutorStory {
    static let story = Story("executors", "create, read, change and delete executors") { stage async throws(Stop) in
        try await webhook(stage)
        try await others(stage)
        try await rules(stage)
    }

    private static func create(_ executor: ExecutorCreate, _ stage: Stage) async throws -> Executor {
        let made = try await stage.client.createExecutor(executor)
        stage.cleanup.add { try await stage.client.deleteExecutor(made.id, deletedBy: "contract suite") }
        for secret in [executor.webhookSecret, executor.cloudAPIKey, executor.cloudAPISecret].compactMap(\.self) {
            stage.recorder.keepSecret(secret, "a secret of an executor, shown again")
        }
        return made
    }

    private static func webhook(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        let secret = stage.unique("webhook-secret")
        let asked = ExecutorCreate(
            name: stage.unique(), type: .webhookURL, createdBy: "contract suite", description: "calls a hook",
            tags: ["a", "b"], webhookURL: "http://127.0.0.1:9/hook", webhookMethod: "POST", webhookSecret: secret,
            payloadAggregation: true)
        let made = try await stage.check("a webhook executor comes with its secret", "createExecutor") {
            let before = try await client.listExecutors(.init(limit: 1)).total
            let made = try await create(asked, stage)
            try stage.expectEqual(try await client.listExecutors(.init(limit: 1)).total, before + 1, "a total of")
            try stage.expectEqual(made.webhookSecret, secret, "webhookSecret")
            try compare(made, asked, stage)
            return made
        }
        guard let made else { return }
        try await stage.check("it can be read back, without its secret", "getExecutor") {
            let read = try await client.getExecutor(made.id)
            try compare(read, asked, stage)
            try stage.expect(read.webhookSecret == nil, "no webhookSecret")
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated")
        }
        try await stage.check("it is in the list, without its secret", "listExecutors") {
            let page = try await client.listExecutors(.init(limit: 100, orderBy: .id, direction: .descending))
            let row = try stage.require(page.items.first { $0.id == made.id }, "executor \(made.id) in the list")
            try compare(row, asked, stage)
        }
        try await stage.check("it changes, and keeps its address when none is given", "updateExecutor") {
            let changed = try await client.updateExecutor(
                made.id,
                ExecutorUpdate(
                    modifiedBy: "changer", name: "renamed", type: .webhookURL, description: "still calls",
                    tags: ["c"], payloadAggregation: false))
            try stage.expectEqual(changed.id, made.id, "the executor that was changed, id")
            for executor in [changed, try await client.getExecutor(made.id)] {
                try stage.expectEqual(executor.name, "renamed", "name")
                try stage.expectEqual(executor.description, "still calls", "description")
                try stage.expectEqual(executor.tags, ["c"], "tags")
                try stage.expectEqual(executor.payloadAggregation, false, "payloadAggregation")
                try stage.expectEqual(executor.webhookURL, asked.webhookURL ?? "", "the address as it was:")
                try stage.expectEqual(executor.modifiedBy, "changer", "modifiedBy")
                _ = try stage.require(executor.dateModified, "dateModified")
                try stage.expectEqual(executor.createdBy, "contract suite", "createdBy as it was:")
            }
        }
        try await stage.check("a change without modifiedBy is refused", "updateExecutor") {
            try stage.expect(
                try await stage.raw("PUT", "/executors/\(made.id)", ["name": "no"]), status: 400, "modifiedBy")
            try stage.expectEqual(try await client.getExecutor(made.id).name, "renamed", "name")
        }
        try await stage.check("a deletion without deletedBy is refused", "deleteExecutor") {
            try stage.expect(try await stage.raw("DELETE", "/executors/\(made.id)", [:]), status: 400, "deletedBy")
        }
        try await stage.check("deleted, it is gone", "deleteExecutor") {
            let before = try await client.listExecutors(.init(limit: 1)).total
            try await client.deleteExecutor(made.id, deletedBy: "contract suite")
            try await stage.refused(404) { () throws(Scheduler0Error) in try await client.getExecutor(made.id) }
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await client.deleteExecutor(made.id, deletedBy: "contract suite")
            }
            try stage.expectEqual(try await client.listExecutors(.init(limit: 1)).total, before - 1, "a total of")
        }
    }

    private static func compare(_ executor: Executor, _ asked: ExecutorCreate, _ stage: Stage) throws {
        try stage.expectEqual(executor.name, asked.name, "name")
        try stage.expectEqual(executor.type, asked.type, "type")
        try stage.expectEqual(executor.description ?? "", asked.description ?? "", "description")
        try stage.expectEqual(executor.tags, asked.tags ?? [], "tags")
        try stage.expectEqual(executor.webhookURL, asked.webhookURL ?? "", "webhookUrl")
        try stage.expectEqual(executor.webhookMethod, asked.webhookMethod ?? "", "webhookMethod")
        try stage.expectEqual(executor.cloudProvider, asked.cloudProvider ?? "", "cloudProvider")
        try stage.expectEqual(executor.region, asked.region ?? "", "region")
        try stage.expectEqual(executor.cloudResourceURL, asked.cloudResourceURL ?? "", "cloudResourceUrl")
        try stage.expectEqual(executor.command, asked.command ?? "", "command")
        try stage.expectEqual(executor.workingDirectory, asked.workingDirectory ?? "", "workingDir")
        try stage.expectEqual(executor.payloadAggregation, asked.payloadAggregation ?? false, "payloadAggregation")
        try stage.expectEqual(executor.createdBy, asked.createdBy, "createdBy")
        try stage.expectEqual(executor.accountID, stage.home.account, "the account")
    }

    private static func others(_ stage: Stage) async throws(Stop) {
        let cloud = ExecutorCreate(
            name: stage.unique(), type: .cloudFunction, createdBy: "contract suite", cloudProvider: "aws",
            region: "eu-central-1", cloudResourceURL: "arn:aws:lambda:eu-central-1:1:function:f",
            cloudAPIKey: stage.unique("cloud-key"), cloudAPISecret: stage.unique("cloud-secret"))
        try await stage.check("a cloud executor comes with its secrets, once", "createExecutor") {
            let made = try await create(cloud, stage)
            try stage.expectEqual(made.cloudAPIKey, cloud.cloudAPIKey, "cloudApiKey")
            try stage.expectEqual(made.cloudAPISecret, cloud.cloudAPISecret, "cloudApiSecret")
            try compare(made, cloud, stage)
            let read = try await stage.client.getExecutor(made.id)
            try compare(read, cloud, stage)
            try stage.expect(read.cloudAPIKey == nil && read.cloudAPISecret == nil, "no secrets")
        }
        let local = ExecutorCreate(
            name: stage.unique(), type: .local, createdBy: "contract suite", command: "echo hello",
            workingDirectory: "/tmp")
        try await stage.check("a local executor is made", "createExecutor") {
            let made = try await create(local, stage)
            try compare(try await stage.client.getExecutor(made.id), local, stage)
        }
    }

    private static let webhookBody: JSONObject = [
        "name": "n", "type": "webhook_url", "webhookUrl": "http://127.0.0.1:9/", "webhookMethod": "POST",
        "createdBy": "c",
    ]
    private static let cloudBody: JSONObject = [
        "name": "n", "type": "cloud_function", "cloudProvider": "aws", "region": "r", "cloudResourceUrl": "u",
        "cloudApiKey": "k", "cloudApiSecret": "s", "createdBy": "c",
    ]
    private static let localBody: JSONObject = ["name": "n", "type": "local", "command": "true", "createdBy": "c"]

    private static func rules(_ stage: Stage) async throws(Stop) {
        for (kind, body, needed) in [
            ("webhook", webhookBody, ["name", "type", "webhookUrl", "webhookMethod", "createdBy"]),
            ("cloud", cloudBody, ["cloudProvider", "region", "cloudResourceUrl", "cloudApiKey", "cloudApiSecret"]),
            ("local", localBody, ["command"]),
        ] {
            for field in needed {
                try await stage.check("a \(kind) executor without \(field) is refused", "createExecutor") {
                    var broken = body
                    broken[field] = nil
                    try stage.expect(try await stage.raw("POST", "/executors", .object(broken)), status: 400)
                }
            }
        }
        try await stage.check("an executor of an unknown type is refused", "createExecutor") {
            var broken = webhookBody
            broken["type"] = "carrier_pigeon"
            try stage.expect(try await stage.raw("POST", "/executors", .object(broken)), status: 400, "type")
        }
        try await stage.check("a name that is a number is refused", "createExecutor") {
            var broken = webhookBody
            broken["name"] = 7
            try stage.expect(try await stage.raw("POST", "/executors", .object(broken)), status: 422, "name")
        }
    }
}
