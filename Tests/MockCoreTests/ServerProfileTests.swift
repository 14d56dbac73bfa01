import MockCore
import Testing
import WireJSON

/// What the profile `server` answers where the documents and the real server differ; each row is seen at the real one.
/// Observed: server-behaviour 2.7, 4.1, 4.2, 4.3, 4.5, 9.1 and 13.2.
@Suite struct ServerProfileTests {
    private func world() throws -> TestWorld { try TestWorld { $0.profile = .server } }

    @Test(arguments: [
        ("POST", "/credentials/99/archive", #"{"archivedBy":"t"}"#, 404, "message: credential not found, code: 404"),
        ("GET", "/credentials/99", "", 400, "message: credential not found, code: 404"),
        ("GET", "/credentials?orderBy=modified_by", "", 404, "no such column: modified_by"),
        ("GET", "/jobs?orderBy=modified_by", "", 500, "no such column: modified_by"),
        ("GET", "/executors?limit=abc", "", 500, "strconv.Atoi: parsing \"abc\": invalid syntax"),
        ("GET", "/executors?limit=101", "", 500, "too many executors. limit should be less than 100"),
        ("GET", "/executors?orderBy=secret", "", 500, "invalid order by column"),
        ("PUT", "/projects/123", #"{"modifiedBy":"t"}"#, 400, "description field is required"),
        ("DELETE", "/executors/99", #"{"deletedBy":"t"}"#, 400, "account id is required"),
    ])
    func isRefusedAsTheRealServerDoes(_ row: (String, String, String, Int, String)) throws {
        let reply = try world().call(row.0, row.1, raw: row.2)
        #expect(reply.status == row.3)
        #expect(reply.data == .string(row.4))
    }

    @Test func anEmptyBodyOfAnAccountIsAnEmptyObject() throws {
        let reply = try world().call("POST", "/accounts", as: TestWorld.theOperator)
        #expect(reply.status == 400)
        #expect(reply.data == [:])
    }

    @Test(arguments: ["/ai/settings", "/account/ai-settings", "/ai/prompt-requests", "/local-executors/456/jobs"])
    func aMissingAccountIsAFaultOfTheHandlerWhereNoMiddlewareAsks(_ path: String) throws {
        let seen = try world().call("GET", path, as: TestWorld.theOperator)
        #expect(seen.status == 500)
        #expect(seen.data == "account ID not found in context")
        let documented = try TestWorld().call("GET", path, as: TestWorld.theOperator)
        #expect(documented.status == 400)
        #expect(documented.data == "x-account-id header is required")
    }

    @Test func aNewSecretHasOneName() throws {
        let body: JSON = ["createdBy": "t", "scopes": ["read"]]
        #expect(try world().call("POST", "/credentials", body).data["apiSecret"] == nil)
        #expect(try TestWorld().call("POST", "/credentials", body).data["apiSecret"] != nil)
    }

    @Test func aDeletedExecutorCanStillBeRead() throws {
        let test = try world()
        #expect(test.call("DELETE", "/executors/456", ["deletedBy": "t"]).status == 204)
        #expect(test.call("GET", "/executors/456").data["deletedBy"] == "t")
        #expect(test.call("GET", "/executors/99").data["id"] == 0)
    }

    @Test func settingsAreReadInSnakeCaseOnly() throws {
        let test = try world()
        #expect(test.call("PUT", "/ai/settings", ["openaiApiKey": "k"]).status == 200)
        #expect(test.call("GET", "/ai/settings").data["openai_api_key"] == nil)
        #expect(test.call("PUT", "/ai/settings", ["openai_api_key": "k"]).status == 200)
        #expect(test.call("GET", "/ai/settings").data["openai_api_key"] == "•")
    }

    /// A spec that only the real server's cron takes comes back with the state.
    @Test func aStateComesBack() throws {
        let test = try world()
        let body: JSON = [
            ["projectId": 123, "executorId": 456, "timezone": "UTC", "spec": "0 59 23 * *", "createdBy": "t"]
        ]
        #expect(test.call("POST", "/jobs", body).status == 202)
        let state = test.control("GET", "state")
        #expect(test.control("PUT", "state", state.json).status == 204)
        #expect(test.control("GET", "state").text == state.text)
    }
}
