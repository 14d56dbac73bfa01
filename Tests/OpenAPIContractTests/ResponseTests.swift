import OpenAPIContract
import Testing
import WireJSON

/// Responses against what is documented for them.
@Suite struct ResponseTests {
    private static let json = ("Content-Type", "application/json; charset=utf-8")
    private static let total = ("x-total", "3")

    /// `location pointer keyword` of each violation.
    private func faults(
        _ operationId: String, _ status: Int, headers: [(String, String)] = [], body: Exchange.Body = .none,
        method: String? = nil
    ) throws -> [String] {
        let store = try document(PetStore.text)
        let operation = try #require(store.operation(id: operationId))
        let exchange = Exchange(
            method: method ?? operation.method, path: "/pets", status: status, responseHeaders: headers,
            responseBody: body)
        return store.violations(of: exchange, for: operation).map { "\($0.location) \($0.pointer) \($0.keyword)" }
    }

    @Test func aRightAnswerHasNoViolation() throws {
        let pets: JSON = [["id": 1, "name": "Rex"], ["id": 2, "name": "Tom", "born": nil, "weight": 0.5]]
        #expect(try faults("listPets", 200, headers: [Self.json, Self.total], body: .json(pets)) == [])
        let bytes = Exchange.Body.bytes(pets.serialized())
        #expect(try faults("listPets", 200, headers: [Self.json, Self.total], body: bytes) == [])
        #expect(try faults("deletePet", 204) == [])
    }

    @Test func theStatusMustBeDocumented() throws {
        #expect(try faults("deletePet", 200) == ["status  responses"])
        #expect(try faults("getPet", 404) == ["status  responses"])
        let store = try document(PetStore.text)
        let operation = try #require(store.operation(id: "deletePet"))
        let exchange = Exchange(method: "DELETE", path: "/pets/1", status: 418)
        let violation = try #require(store.violations(of: exchange, for: operation).first)
        #expect(
            violation.description
                == "status: responses: expected one of 204, found 418 (#/paths/~1pets~1{petId}/delete/responses)")
    }

    @Test func rangesAndDefaultCount() throws {
        let problem = ("Content-Type", "application/problem+json")
        #expect(try faults("listPets", 422, headers: [problem], body: .json(["title": "no"])) == [])
        #expect(
            try faults("listPets", 422, headers: [problem], body: .json(["name": "no"])) == ["response body  required"])
        #expect(try faults("listPets", 500, headers: [Self.json], body: .json("anything")) == [])
    }

    @Test func theSchemaOfTheBodyIsApplied() throws {
        let headers = [Self.json, Self.total]
        let pets: JSON = [
            ["id": "1", "name": "Much too long"], ["id": 2, "name": "Tom", "colour": "red", "weight": 0],
        ]
        #expect(
            try faults("listPets", 200, headers: headers, body: .json(pets)) == [
                "response body /0/id type", "response body /0/name maxLength",
                "response body /1/colour additionalProperties", "response body /1/weight minimum",
            ])
    }

    @Test func whatIsWriteOnlyMustNotBeAnswered() throws {
        let pet: JSON = ["id": 1, "name": "Rex", "secret": "s3cret"]
        #expect(
            try faults("getPet", 200, headers: [Self.json], body: .json(pet)) == ["response body /secret writeOnly"])
    }

    @Test func theContentTypeMustBeDocumented() throws {
        let page = Exchange.Body.json([])
        #expect(
            try faults("listPets", 200, headers: [Self.total], body: page) == ["response header Content-Type  content"])
        let wrong = ("Content-Type", "application/xml")
        #expect(
            try faults("listPets", 200, headers: [Self.total, wrong], body: page) == [
                "response header Content-Type  content"
            ])
    }

    @Test func rangesOfMediaTypesAreRead() throws {
        let plain = ("content-type", "text/plain")
        #expect(try faults("listPets", 200, headers: [Self.total, plain], body: .bytes(Array("short".utf8))) == [])
        #expect(
            try faults("listPets", 200, headers: [Self.total, plain], body: .bytes(Array("longer".utf8)))
                == ["response body  maxLength"])
        #expect(try faults("listPets", 200, headers: [Self.total, plain]) == [])
        #expect(try faults("listPets", 200, headers: [Self.total]) == ["response body  content"])
        let image = ("content-type", "image/png")
        #expect(try faults("listPets", 200, headers: [Self.total, image], body: .bytes([0xFF, 0x00])) == [])
    }

    @Test(arguments: ["{", "", "[] []", "[1,]"]) func aBodyThatShouldBeJSON(_ text: String) throws {
        let body = Exchange.Body.bytes(Array(text.utf8))
        #expect(
            try faults("listPets", 200, headers: [Self.json, Self.total], body: body) == ["response body  content"])
    }

    @Test func aBodyWhereNoneBelongs() throws {
        #expect(try faults("deletePet", 204, body: .bytes([0x20])) == ["response body  content"])
        #expect(try faults("listPets", 404, headers: [Self.json], body: .json(nil)) == ["response body  content"])
        let head = try faults("listPets", 200, headers: [Self.json, Self.total], body: .json([]), method: "HEAD")
        #expect(head == ["response body  content"])
    }

    @Test func headHasHeadersAndNoBody() throws {
        #expect(try faults("listPets", 200, headers: [Self.json, Self.total], method: "HEAD") == [])
        #expect(
            try faults("listPets", 200, headers: [Self.json], method: "HEAD") == ["response header X-Total  required"])
    }

    @Test func headersAreRequiredAndRead() throws {
        let page = Exchange.Body.json([])
        #expect(try faults("listPets", 200, headers: [Self.json], body: page) == ["response header X-Total  required"])
        #expect(
            try faults("listPets", 200, headers: [Self.json, ("X-TOTAL", "many")], body: page)
                == ["response header X-Total  type"])
        #expect(
            try faults("listPets", 200, headers: [Self.json, ("X-Total", "-1"), ("X-Next", "a b")], body: page)
                == ["response header X-Total  minimum", "response header X-Next  format"])
    }
}
