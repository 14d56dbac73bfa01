import Scheduler0API
import Scheduler0Client

/// An account without tokens and executors.
enum Poorhouse {
    static func party(_ stage: Stage) async throws(Stop) -> Cast.Party? {
        guard let admin = stage.cast.admin else { return nil }
        return try await stage.check("an account without anything", "createAccount") {
            let id = try await admin.createAccount(name: stage.unique()).id
            return try await newcomer(id, admin, stage)
        }
    }

    /// A credential that may read, write and execute in `account`.
    static func newcomer(_ account: Int64, _ admin: Scheduler0, _ stage: Stage) async throws -> Cast.Party {
        let made = try await admin.createCredential(
            CredentialCreate(createdBy: "contract suite", scopes: [.read, .write, .execute]), account: account)
        stage.cleanup.add {
            try? await admin.deleteCredential(made.id, deletedBy: "contract suite", account: account)
        }
        let secret = try stage.require(made.secret, "the secret of a new credential")
        stage.recorder.keepSecret(secret, "the secret of a credential, shown again")
        return Cast.Party(
            account: account, client: admin.authenticated(by: .key(made.apiKey, secret: secret), account: account),
            key: made.apiKey, secret: secret, credentialID: made.id)
    }

    static func executor(_ client: Scheduler0, _ stage: Stage) async throws -> Int64 {
        try await client.registerLocalExecutor(
            LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite")
        ).id
    }
}
