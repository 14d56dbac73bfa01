import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// 401: every way to fail, and every operation. Observed: server-behaviour 2.3.
enum AuthenticationStory {
    static let story = Story("authentication", "401 for every operation, and for every way to fail") {
        stage async throws(Stop) in
        for operation in stage.refusableOperations where operation.documents(401) {
            try await stage.check("\(operation.id) needs a credential", operation.id) {
                let answer = try await stage.raw(
                    operation.method, operation.path(), operation.takesBody ? [:] : nil, as: .nobody)
                try stage.expect(answer, status: 401, "unauthorized")
            }
        }
        for (name, headers) in wrongCredentials(stage) {
            try await stage.check("\(name) is refused", "listProjects") {
                let answer = try await stage.raw("GET", "/projects", as: .headers(headers))
                try stage.expect(answer, status: 401)
            }
        }
        try await stage.check("header names are read without case", "listProjects") {
            let headers = RawCaller.client(stage.client).headers.map { HeaderField($0.name.lowercased(), $0.value) }
            try stage.expect(try await stage.raw("GET", "/projects", as: .headers(headers)), status: 200)
        }
        try await lostCredentials(stage)
        try await operatorLogin(stage)
    }

    private static func wrongCredentials(_ stage: Stage) -> [(String, [HeaderField])] {
        let key = HeaderField("X-API-Key", stage.home.key)
        let secret = HeaderField("X-Secret-Key", stage.home.secret)
        let account = HeaderField("X-Account-ID", String(stage.home.account))
        return [
            ("a wrong secret", [key, HeaderField("X-Secret-Key", String(repeating: "0", count: 64)), account]),
            ("a secret with something after it", [key, HeaderField("X-Secret-Key", stage.home.secret + "0"), account]),
            ("an unknown key", [HeaderField("X-API-Key", "nosuchkey"), secret, account]),
            ("a key without secret", [key, account]),
            ("a secret without key", [secret, account]),
            ("an empty secret", [key, HeaderField("X-Secret-Key", ""), account]),
            ("a key with an account that is not its own", [key, secret, HeaderField("X-Account-ID", "999999999")]),
            ("Basic without X-Peer", [HeaderField("Authorization", "Basic bm9ib2R5Om5vdGhpbmc="), account]),
            (
                "a wrong operator password",
                [HeaderField("Authorization", "Basic bm9ib2R5Om5vdGhpbmc="), HeaderField("X-Peer", "cmd"), account]
            ),
            ("X-Peer without Basic", [HeaderField("X-Peer", "cmd"), account]),
            (
                "Basic that is no base64",
                [HeaderField("Authorization", "Basic ***"), HeaderField("X-Peer", "cmd"), account]
            ),
            ("a bearer token", [HeaderField("Authorization", "Bearer \(stage.home.key)"), account]),
        ]
    }

    /// A credential that was archived or deleted no longer authenticates. Documented: product decisions.
    private static func lostCredentials(_ stage: Stage) async throws(Stop) {
        for (name, isDeleted) in [("an archived credential", false), ("a deleted credential", true)] {
            try await stage.check("\(name) no longer authenticates", "getCredential") {
                let made = try await stage.client.createCredential(
                    CredentialCreate(createdBy: "contract suite", scopes: [.read]))
                let secret = try stage.require(made.secret, "the secret of a new credential")
                stage.recorder.keepSecret(secret, "the secret of a credential, shown again")
                let client = stage.client.authenticated(by: .key(made.apiKey, secret: secret))
                _ = try await client.listProjects()
                if isDeleted {
                    try await stage.client.deleteCredential(made.id, deletedBy: "contract suite")
                } else {
                    try await stage.client.archiveCredential(made.id, archivedBy: "contract suite")
                    stage.cleanup.add {
                        try? await stage.client.deleteCredential(made.id, deletedBy: "contract suite")
                    }
                }
                try await stage.refused(401) { () throws(Scheduler0Error) in try await client.listProjects() }
            }
        }
    }

    private static func operatorLogin(_ stage: Stage) async throws(Stop) {
        guard let login = stage.cast.login else {
            return stage.skip("the operator's login works", because: Cast.noLogin)
        }
        let client = stage.client.authenticated(
            by: .operator(username: login.username, password: login.password), account: stage.home.account)
        try await stage.check("the operator's login works without any scope", "listProjects") {
            _ = try await client.listProjects()
        }
        for (name, peer) in [("without X-Peer", nil), ("with another X-Peer", "neither"), ("with an empty X-Peer", "")]
        {
            try await stage.check("the operator's login \(name) is refused", "listProjects") {
                var headers = RawCaller.client(client).headers.filter { $0.name != "X-Peer" }
                if let peer { headers.append(HeaderField("X-Peer", peer)) }
                try stage.expect(try await stage.raw("GET", "/projects", as: .headers(headers)), status: 401)
            }
        }
        try await stage.check("a wrong password is refused", "listProjects") {
            let wrong = client.authenticated(by: .operator(username: login.username, password: login.password + "x"))
            try await stage.refused(401) { () throws(Scheduler0Error) in try await wrong.listProjects() }
        }
        try await stage.check("a wrong key beside the operator's login does no harm", "listProjects") {
            let headers =
                RawCaller.client(client).headers + [HeaderField("X-API-Key", "no"), HeaderField("X-Secret-Key", "no")]
            try stage.expect(try await stage.raw("GET", "/projects", as: .headers(headers)), status: 200)
        }
    }
}
