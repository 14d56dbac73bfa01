import MockCore
import Testing
import WireJSON

/// The order of the real service: route, authenticate, scope, account, rules. Observed: server-behaviour 2.2.
@Suite struct OrderOfChecksTests {
    private let test: TestWorld
    private let readOnly: [(String, String)]

    init() throws {
        test = try TestWorld()
        let created = test.call("POST", "/credentials", ["createdBy": "t", "scopes": ["read"]]).data
        readOnly = [
            ("X-API-Key", created["apiKey"]?.stringValue ?? ""),
            ("X-Secret-Key", created["plaintextSecret"]?.stringValue ?? ""), ("X-Account-ID", "123"),
        ]
    }

    @Test func anUnknownPathIsNotFoundBeforeAnybodyIsAsked() {
        let reply = test.call("GET", "/nothing", as: [])
        #expect(reply.status == 404)
        #expect(reply.text == "404 page not found\n")
    }

    @Test func aWrongMethodIsRefusedBeforeAnybodyIsAsked() {
        let reply = test.call("PATCH", "/projects", as: [])
        #expect(reply.status == 405)
        #expect(reply.headers.contains { $0.name == "Allow" && $0.value == "GET, HEAD, POST" })
        #expect(reply.text.isEmpty)
    }

    @Test func authenticationComesBeforeTheScope() {
        let wrong = [("X-API-Key", "api-key"), ("X-Secret-Key", "wrong"), ("X-Account-ID", "123")]
        let reply = test.call("POST", "/projects", [:], as: wrong)
        #expect(reply.status == 401)
        #expect(reply.data == "unauthorized request - cannot determine authentication type")
    }

    @Test func theScopeComesBeforeTheAccountHeader() {
        let reply = test.call("POST", "/projects", [:], as: Array(readOnly.prefix(2)))
        #expect(reply.status == 403)
        #expect(reply.data == "credential missing required scope: write")
    }

    @Test func theAccountHeaderComesBeforeTheBody() {
        let reply = test.call("POST", "/projects", as: Array(TestWorld.key.prefix(2)), raw: "{")
        #expect(reply.status == 400)
        #expect(reply.data == "x-account-id header is required")
        let named = test.call(
            "POST", "/projects", as: Array(TestWorld.key.prefix(2)) + [("X-Account-ID", "abc")], raw: "{")
        #expect(named.data == "invalid x-account-id header")
    }

    @Test func emptyComesBeforeSyntaxComesBeforeFields() {
        #expect(test.call("POST", "/projects").data == "request body required")
        #expect(test.call("POST", "/projects", raw: "{").status == 422)
        #expect(test.call("POST", "/projects", [:]).data == "createdBy is required")
    }

    @Test func accountsAndFeaturesNeedNoAccountHeader() {
        let key = Array(TestWorld.key.prefix(2))
        #expect(test.call("GET", "/accounts/123", as: key).status == 200)
        #expect(test.call("GET", "/features", as: key).status == 200)
        #expect(test.call("GET", "/healthcheck", as: []).status == 200)
    }

    @Test func anAdminKeyMayNameAnyAccountAndNoOther() {
        let second = Array(TestWorld.key.prefix(2)) + [("X-Account-ID", "456")]
        #expect(test.call("GET", "/projects", as: second).data["total"] == 0)
        let stranger = Array(readOnly.prefix(2)) + [("X-Account-ID", "456")]
        #expect(test.call("GET", "/projects", as: stranger).status == 401)
    }
}
