import CivilTime
import MockCore
import Testing
import WireJSON

/// Observed: server-behaviour 2.3 and 2.4. Documented: archived and deleted credentials are refused.
@Suite struct AuthenticationTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func credential(_ scopes: [String], expiresIn: Int64? = nil) -> (id: Int64, headers: [(String, String)]) {
        var body: JSONObject = ["createdBy": "t", "scopes": .array(scopes.map(JSON.string))]
        if let expiresIn { body.append("expiresInSeconds", .int(expiresIn)) }
        let data = test.call("POST", "/credentials", .object(body)).data
        let headers = [
            ("X-API-Key", data["apiKey"]?.stringValue ?? ""),
            ("X-Secret-Key", data["plaintextSecret"]?.stringValue ?? ""), ("X-Account-ID", "123"),
        ]
        return (data["id"]?.intValue ?? 0, headers)
    }

    @Test(arguments: [
        [], [("X-API-Key", "api-key")], [("X-Secret-Key", "api-secret")], [("X-Peer", "cmd")],
        [("Authorization", "Basic dXNlcm5hbWU6cGFzc3dvcmQ=")],
        [("Authorization", "Basic dXNlcm5hbWU6d3Jvbmc="), ("X-Peer", "cmd")],
        [("Authorization", "Basic !!!"), ("X-Peer", "cmd")],
        [("Authorization", "Basic dXNlcm5hbWU6cGFzc3dvcmQ="), ("X-Peer", "other")],
        [("X-API-Key", "' OR 1=1 --"), ("X-Secret-Key", "x"), ("X-Account-ID", "123")],
    ])
    func whoCannotBeRecognisedIsRefused(_ headers: [(String, String)]) {
        let reply = test.call("GET", "/projects", as: headers + [("X-Account-ID", "123")])
        #expect(reply.status == 401)
        #expect(reply.data == "unauthorized request - cannot determine authentication type")
    }

    @Test func headerNamesAreComparedWithoutCase() {
        let headers = [("x-api-key", "api-key"), ("X-SECRET-KEY", "api-secret"), ("x-account-id", "123")]
        #expect(test.call("GET", "/projects", as: headers).status == 200)
    }

    @Test func anExpiredCredentialIsNamedSo() {
        let (_, headers) = credential(["read"], expiresIn: 300)
        test.wall = test.wall + .seconds(299)
        #expect(test.call("GET", "/projects", as: headers).status == 200)
        _ = test.control("PUT", "clock", ["mode": "frozen", "now": "2026-01-01T00:05:00Z"])
        let reply = test.call("GET", "/projects", as: headers)
        #expect(reply.status == 401)
        #expect(reply.data == "credential expired")
    }

    @Test func anArchivedOrDeletedCredentialNoLongerOpens() {
        let archived = credential(["read"])
        #expect(test.call("POST", "/credentials/\(archived.id)/archive", ["archivedBy": "t"]).status == 204)
        #expect(test.call("GET", "/projects", as: archived.headers).status == 401)
        let deleted = credential(["read"])
        #expect(test.call("DELETE", "/credentials/\(deleted.id)", ["deletedBy": "t"]).status == 204)
        #expect(test.call("GET", "/projects", as: deleted.headers).status == 401)
    }

    @Test(arguments: [
        ("GET", "/projects", "read"), ("POST", "/projects", "write"), ("POST", "/prompt", "execute"),
        ("GET", "/accounts/123", "admin"), ("POST", "/executions/cleanup-old-logs", "execute"),
        ("POST", "/local-executors/1/executions", "execute"), ("POST", "/cluster/backup", "admin"),
    ])
    func eachOperationNeedsItsScopeAndAdminHasAll(_ method: String, _ path: String, _ scope: String) {
        let others = ["read", "write", "execute", "admin"].filter { $0 != scope && $0 != "admin" }
        let refused = test.call(method, path, as: credential(others).headers)
        #expect(refused.status == 403)
        #expect(refused.data == .string("credential missing required scope: \(scope)"))
        #expect(test.call(method, path, as: credential([scope]).headers).status != 403)
        #expect(test.call(method, path, as: credential(["admin"]).headers).status != 403)
    }

    @Test func theOperatorActsAsACredentialWithItsScopes() {
        let (_, key) = credential(["read"])
        let base = TestWorld.theOperator + [("X-Act-As-API-Key", key[0].1)]
        func act(_ method: String, _ account: String?) -> Reply {
            test.call(method, "/projects", [:], as: base + (account.map { [("X-Account-ID", $0)] } ?? []))
        }
        #expect(act("GET", "123").status == 200)
        #expect(act("POST", "123").data == "credential missing required scope: write")
        #expect(act("GET", nil).data == "account id is required to act as a credential")
        #expect(act("GET", "abc").data == "invalid account id")
        #expect(act("GET", "456").data == "credential not found for account")
    }

    @Test func theOperatorNeedsNoScope() {
        let headers = TestWorld.theOperator + [("X-Account-ID", "123")]
        #expect(test.call("GET", "/accounts/123", as: headers).status == 200)
        #expect(test.call("GET", "/projects", as: headers).status == 200)
    }
}
