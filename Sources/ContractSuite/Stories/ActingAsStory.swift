import Scheduler0API
import Scheduler0Client

/// An operator with the scopes of a credential. Observed: server-behaviour 2.3, rows 3b to 3g.
enum ActingAsStory {
    static let story = Story("acting-as", "an operator acting as a credential") { stage async throws(Stop) in
        guard let login = stage.cast.login, let reader = stage.cast.scoped[.read] else {
            return stage.skip("an operator acts as a credential", because: Cast.noLogin)
        }
        let acting = stage.client.authenticated(
            by: .operatorActing(as: reader.key, username: login.username, password: login.password))
        try await stage.check("an operator acts as a credential", "listProjects") {
            _ = try await acting.listProjects()
        }
        try await stage.check("the credential's scopes bind the operator", "createProject") {
            try await stage.refused(403, "write") { () throws(Scheduler0Error) in
                try await acting.createProject(
                    ProjectCreate(name: stage.unique(), description: "no", createdBy: "contract suite"))
            }
        }
        let headers = RawCaller.client(acting).headers.filter { $0.name != "X-Account-ID" }
        for (name, extra, word) in [
            ("no account", [], "account id is required"),
            ("an account that is no number", ["abc"], "invalid account id"),
            ("account 0", ["0"], "invalid account id"), ("another account", ["999999999"], "credential not found"),
        ] {
            try await stage.check("acting with \(name) is refused", "listProjects") {
                let caller = RawCaller.headers(headers + extra.map { HeaderField("X-Account-ID", $0) })
                try stage.expect(try await stage.raw("GET", "/projects", as: caller), status: 401, word)
            }
        }
        try await stage.check("acting as an unknown credential is refused", "listProjects") {
            let nobody = stage.client.authenticated(
                by: .operatorActing(as: "nosuchkey", username: login.username, password: login.password))
            try await stage.refused(401, "credential not found") { () throws(Scheduler0Error) in
                try await nobody.listProjects()
            }
        }
        try await stage.check("acting as an archived credential is refused", "archiveCredential") {
            let made = try await stage.client.createCredential(
                CredentialCreate(createdBy: "contract suite", scopes: [.read]))
            if let secret = made.secret { stage.recorder.keepSecret(secret, "the secret of a credential, shown again") }
            try await stage.client.archiveCredential(made.id, archivedBy: "contract suite")
            stage.cleanup.add { try await stage.client.deleteCredential(made.id, deletedBy: "contract suite") }
            let archived = stage.client.authenticated(
                by: .operatorActing(as: made.apiKey, username: login.username, password: login.password))
            try await stage.refused(401, "archived") { () throws(Scheduler0Error) in try await archived.listProjects() }
        }
        try await stage.check("X-Act-As-API-Key without the operator's login is nothing", "listProjects") {
            let caller = RawCaller.headers([
                HeaderField("X-Act-As-API-Key", reader.key), HeaderField("X-Account-ID", "\(stage.home.account)"),
            ])
            try stage.expect(try await stage.raw("GET", "/projects", as: caller), status: 401)
        }
    }
}
