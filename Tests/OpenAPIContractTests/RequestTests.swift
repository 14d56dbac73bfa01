import OpenAPIContract
import Testing
import WireJSON

/// Requests against what is documented for them.
@Suite struct RequestTests {
    /// `location pointer keyword` of each violation.
    private func faults(
        _ method: String, _ path: String, query: [(String, String)] = [], headers: [(String, String)] = [],
        body: Exchange.Body = .none
    ) throws -> [String] {
        let store = try document(PetStore.text)
        let exchange = Exchange(
            method: method, path: path, query: query, requestHeaders: headers, requestBody: body, status: 200)
        return store.requestViolations(of: exchange, for: try store.found(method, path), form: .withoutServerPrefix)
            .map { "\($0.location) \($0.pointer) \($0.keyword)" }
    }

    private static let shop = ("x-shop", "7")

    private static let queries: [(query: [(String, String)], faults: [String])] = [
        ([], []),
        ([("unknown", "x")], []),
        ([("limit", "50")], []),
        ([("limit", "51")], ["query parameter limit  maximum"]),
        ([("limit", "ten")], ["query parameter limit  type"]),
        ([("limit", "")], ["query parameter limit  type"]),
        ([("limit", "1e1")], []),
        ([("limit", "010")], ["query parameter limit  type"]),
        ([("sold", "true")], []),
        ([("sold", "TRUE")], ["query parameter sold  type"]),
        ([("flag", "")], []),
        ([("flag", "x")], ["query parameter flag  type"]),
        ([("tags", "ab"), ("tags", "cd")], []),
        ([("tags", "ab"), ("tags", "c")], ["query parameter tags /1 minLength"]),
        ([("ids", "1,2,3")], []),
        ([("ids", "1,b,3,4")], ["query parameter ids  maxItems", "query parameter ids /1 type"]),
        ([("sizes", "1.5|2")], []),
        ([("sizes", "1.5,2")], ["query parameter sizes /0 type"]),
        ([("filter[kind]", "cat"), ("filter[age]", "3")], []),
        ([("filter[age]", "old")], ["query parameter filter /age type", "query parameter filter  required"]),
        ([("from", "1"), ("to", "2")], []),
        ([("from", "a")], ["query parameter range /from type"]),
        ([("where", #"{"a":1}"#)], []),
        ([("where", "{}")], ["query parameter where  required"]),
        ([("where", "{")], ["query parameter where  content"]),
    ]

    @Test(arguments: queries.indices) func queryParameters(_ index: Int) throws {
        let (query, expected) = Self.queries[index]
        #expect(try faults("GET", "/pets", query: query, headers: [Self.shop]) == expected)
    }

    @Test func headersAndCookies() throws {
        #expect(try faults("GET", "/pets") == ["request header X-Shop  required"])
        #expect(try faults("GET", "/pets", headers: [("X-SHOP", "x")]) == ["request header X-Shop  type"])
        let right = ("Cookie", "a=b; session=00000000-0000-4000-8000-000000000000")
        #expect(try faults("GET", "/pets", headers: [Self.shop, right]) == [])
        #expect(
            try faults("GET", "/pets", headers: [Self.shop, ("cookie", "session=1")]) == ["cookie session  format"])
    }

    @Test func pathParameters() throws {
        #expect(try faults("GET", "/pets/12") == [])
        #expect(try faults("GET", "/pets/0") == ["path parameter petId  minimum"])
        #expect(try faults("GET", "/pets/abc") == ["path parameter petId  type"])
        #expect(
            try faults("GET", "/pets/1/photos/2026-13.gif")
                == ["path parameter month  maximum", "path parameter format  enum"])
        #expect(try faults("GET", "/colours/.red.green") == [])
        #expect(try faults("GET", "/colours/.red.b") == ["path parameter list /1 minLength"])
    }

    @Test func aPathWithThePrefixOfTheServer() throws {
        let store = try document(PetStore.text)
        let exchange = Exchange(method: "GET", path: "/shop/v2/pets/0", status: 200)
        let operation = try store.found("GET", "/pets/0")
        #expect(store.requestViolations(of: exchange, for: operation).map(\.keyword) == ["minimum"])
    }

    private static let json = ("Content-Type", "application/json")

    @Test func bodies() throws {
        let headers = [Self.shop, Self.json]
        let pet: JSON = ["name": "Rex", "secret": "s"]
        #expect(try faults("POST", "/pets", headers: headers, body: .json(pet)) == [])
        #expect(try faults("POST", "/pets", headers: headers, body: .bytes(pet.serialized())) == [])
        #expect(try faults("POST", "/pets", headers: headers) == ["request body  content"])
        #expect(
            try faults("POST", "/pets", headers: headers, body: .json(["name": "Rex"])) == ["request body  required"])
        #expect(try faults("POST", "/pets", headers: headers, body: .bytes([0x7B])) == ["request body  content"])
        #expect(
            try faults("POST", "/pets", headers: [Self.shop], body: .json(pet)) == [
                "request header Content-Type  content"
            ])
        #expect(
            try faults("POST", "/pets", headers: [Self.shop, ("content-type", "text/plain")], body: .json(pet))
                == ["request header Content-Type  content"])
    }

    @Test func forms() throws {
        let headers = [Self.shop, ("Content-Type", "application/x-www-form-urlencoded")]
        let right = "name=R%65x+I&secret=s&weight=1.5&tags=a&tags=b"
        #expect(try faults("POST", "/pets", headers: headers, body: .bytes(Array(right.utf8))) == [])
        let wrong = "name=Rex&secret=s&weight=0"
        #expect(
            try faults("POST", "/pets", headers: headers, body: .bytes(Array(wrong.utf8))) == [
                "request body /weight minimum"
            ])
    }

    @Test func whatIsReadOnlyIsNeitherDemandedNorRefused() throws {
        let headers = [Self.shop, Self.json]
        #expect(
            try faults("POST", "/pets", headers: headers, body: .json(["id": 1, "name": "R", "secret": "s"])) == [])
    }

    @Test func aBodyNobodyAskedFor() throws {
        let store = try document(paths: #"{"/a":{"put":{"operationId":"a","responses":{"204":{"description":""}}}}}"#)
        let exchange = Exchange(method: "PUT", path: "/api/v1/a", requestBody: .bytes([0x31]), status: 204)
        #expect(store.requestViolations(of: exchange, for: store.operations[0]).map(\.keyword) == ["content"])
    }
}
