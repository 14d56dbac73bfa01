import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Credentials from birth to death; the secret is shown once. Observed: server-behaviour 4.2.
enum CredentialStory {
    static let story = Story("credentials", "create, read, change, archive and delete credentials") {
        stage async throws(Stop) in
        try await life(stage)
        try await rules(stage)
    }

    private static func create(_ stage: Stage, _ scopes: [Scope], seconds: Int64? = nil) async throws -> Credential {
        let made = try await stage.client.createCredential(
            CredentialCreate(createdBy: "contract suite", scopes: scopes, expiresInSeconds: seconds))
        stage.cleanup.add { try await stage.client.deleteCredential(made.id, deletedBy: "contract suite") }
        if let secret = made.secret { stage.recorder.keepSecret(secret, "the secret of a credential, shown again") }
        return made
    }

    private static func life(_ stage: Stage) async throws(Stop) {
        let client = stage.client
        let made = try await stage.check("a new credential comes with its secret", "createCredential") {
            let before = try await client.listCredentials(.init(limit: 1)).total
            let made = try await create(stage, [.read, .execute])
            try stage.expectEqual(try await client.listCredentials(.init(limit: 1)).total, before + 1, "a total of")
            _ = try stage.require(made.plaintextSecret, "plaintextSecret")
            try stage.expectEqual(made.scopes, [.read, .execute], "scopes in the order given:")
            try stage.expectEqual(made.accountID, stage.home.account, "the account")
            try stage.expectEqual(made.createdBy, "contract suite", "createdBy")
            let created = try stage.require(made.dateCreated?.instant, "dateCreated")
            let expires = try stage.require(made.expiresAt?.instant, "expiresAt")
            try stage.expectEqual((expires - created).milliseconds, 90 * 86_400_000, "a life of 90 days in ms:")
            return made
        }
        guard let made else { return }
        try await stage.check("it can be read back, without its secret", "getCredential") {
            let read = try await client.getCredential(made.id)
            try stage.expectEqual(read.apiKey, made.apiKey, "the key")
            try stage.expectEqual(read.scopes, made.scopes, "the scopes")
            try stage.expectEqual(read.dateCreated, made.dateCreated, "dateCreated")
            try stage.expectEqual(read.expiresAt, made.expiresAt, "expiresAt")
            try stage.expect(read.secret == nil, "no secret")
        }
        try await stage.check("it is in the list, without its secret", "listCredentials") {
            let page = try await client.listCredentials(.init(limit: 100, orderBy: .id, direction: .descending))
            let row = try stage.require(page.items.first { $0.id == made.id }, "credential \(made.id) in the list")
            try stage.expect(row.secret == nil, "no secret")
        }
        try await stage.check("it opens what its scopes allow", "listProjects") {
            let caller = client.authenticated(by: .key(made.apiKey, secret: made.secret ?? ""))
            _ = try await caller.listProjects()
            try await stage.refused(403, "write") { () throws(Scheduler0Error) in
                try await caller.deleteProject(999_999_999, deletedBy: "nobody")
            }
        }
        try await stage.check("archiving takes it from the list, un-archiving brings it back", "updateCredential") {
            let archived = try await client.updateCredential(
                made.id, .init(modifiedBy: "contract suite", archived: true))
            try stage.expectEqual(archived.archived, true, "archived")
            try stage.expectEqual(archived.modifiedBy, "contract suite", "modifiedBy")
            try stage.expect(try await !listed(made.id, stage), "credential \(made.id) not in the list")
            let back = try await client.updateCredential(made.id, .init(modifiedBy: "contract suite"))
            try stage.expectEqual(back.archived, false, "archived")
            try stage.expect(try await listed(made.id, stage), "credential \(made.id) in the list")
        }
        try await stage.check("archive says who did it", "archiveCredential") {
            try await client.archiveCredential(made.id, archivedBy: "archivist")
            let read = try await client.getCredential(made.id)
            try stage.expectEqual(read.archived, true, "archived")
            try stage.expectEqual(read.archivedBy, "archivist", "archivedBy")
        }
        try await stage.check("deleted, it is gone", "deleteCredential") {
            try await client.deleteCredential(made.id, deletedBy: "contract suite")
            try await stage.refused(404) { () throws(Scheduler0Error) in try await client.getCredential(made.id) }
            try await stage.refused(404) { () throws(Scheduler0Error) in
                try await client.deleteCredential(made.id, deletedBy: "contract suite")
            }
            try stage.expect(try await !listed(made.id, stage), "credential \(made.id) not in the list")
        }
    }

    private static func listed(_ id: Int64, _ stage: Stage) async throws -> Bool {
        try await stage.client.listCredentials(.init(limit: 100)).items.contains { $0.id == id }
    }

    private static func rules(_ stage: Stage) async throws(Stop) {
        for (name, body, word) in [
            ("without createdBy", ["scopes": ["read"]], "createdBy"),
            ("with an empty createdBy", ["createdBy": "", "scopes": ["read"]], "createdBy"),
            ("with an unknown scope", ["createdBy": "suite", "scopes": ["fly"]], "fly"),
            ("with a scope twice", ["createdBy": "suite", "scopes": ["read", "read"]], "duplicate"),
        ] as [(String, JSON, String)] {
            try await stage.check("a credential \(name) is refused", "createCredential") {
                try stage.expect(try await stage.raw("POST", "/credentials", body), status: 400, word)
            }
        }
        try await stage.check("scopes that are no list are refused", "createCredential") {
            let body: JSON = ["createdBy": "suite", "scopes": "read"]
            try stage.expect(try await stage.raw("POST", "/credentials", body), status: 422, "scopes")
        }
        for (asked, given) in [(1, 300), (3600, 3600), (99_999_999, 90 * 86_400)] as [(Int64, Int64)] {
            try await stage.check("a life of \(asked) s is one of \(given) s", "createCredential") {
                let made = try await create(stage, [.read], seconds: asked)
                let created = try stage.require(made.dateCreated?.instant, "dateCreated")
                let expires = try stage.require(made.expiresAt?.instant, "expiresAt")
                try stage.expectEqual((expires - created).milliseconds, given * 1000, "a life in ms of")
            }
        }
        try await changes(stage)
    }

    private static func changes(_ stage: Stage) async throws(Stop) {
        guard
            let made = try await stage.check(
                "a credential to change", "createCredential", { try await create(stage, [.read]) })
        else { return }
        for (name, body, word) in [
            ("without modifiedBy", ["archived": true], "modifiedBy"),
            ("with another key", ["modifiedBy": "suite", "apiKey": "another"], "api key"),
        ] as [(String, JSON, String)] {
            try await stage.check("a change \(name) is refused", "updateCredential") {
                try stage.expect(try await stage.raw("PUT", "/credentials/\(made.id)", body), status: 400, word)
            }
        }
        for (method, path, operation, word) in [
            ("DELETE", "/credentials/\(made.id)", "deleteCredential", "deletedBy"),
            ("POST", "/credentials/\(made.id)/archive", "archiveCredential", "archivedBy"),
        ] {
            try await stage.check("\(operation) without \(word) is refused", operation) {
                try stage.expect(try await stage.raw(method, path, [:]), status: 400, word)
            }
        }
        try await stage.check("refusals have changed nothing", "getCredential") {
            let read = try await stage.client.getCredential(made.id)
            try stage.expectEqual(read.archived, false, "archived")
            try stage.expectEqual(read.apiKey, made.apiKey, "the key")
        }
    }
}
