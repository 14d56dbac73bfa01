import OpenAPIContract
import Testing
import WireJSON

/// What is read out of a document.
@Suite struct DocumentTests {
    @Test func headAndServers() throws {
        let store = try document(PetStore.text)
        #expect(store.title == "Pet Store")
        #expect(store.version == "2.1.0")
        #expect(store.openAPIVersion == "3.0.3")
        #expect(store.dialect == .openAPI30)
        #expect(store.serverPrefixes == ["/shop/v2", ""])
        #expect(store.extensions == ["x-owner": "shop"])
        #expect(store.securitySchemes["key"]?["name"] == "X-Key")
        #expect(Array(store.schemas.keys) == ["Pet"])
        #expect(store.findings == [])
    }

    @Test func operationsInTheOrderOfTheDocument() throws {
        let store = try document(PetStore.text)
        #expect(
            store.operations.map(\.id) == [
                "listPets", "addPet", "GET /pets/mine", "getPet", "deletePet", "getPhoto", "colours",
            ])
        let list = try #require(store.operation(id: "listPets"))
        #expect(list.method == "GET")
        #expect(list.pathTemplate == "/pets")
        #expect(list.tags == ["pets"])
        #expect(list.summary == "All pets")
        #expect(list.extensions == ["x-required-scope": "read"])
        #expect(list.pointer == "#/paths/~1pets/get")
        #expect(list.security == [["key": []]])
        #expect(store.operation(id: "addPet")?.security == [])
        #expect(store.operation(id: "deletePet")?.isDeprecated == true)
        #expect(store.operation(id: "nothing") == nil)
    }

    @Test func parametersOfTheOperationComeBeforeThoseOfThePath() throws {
        let store = try document(PetStore.text)
        let list = try #require(store.operation(id: "listPets"))
        let limits = list.parameters.filter { $0.name == "limit" }
        #expect(limits.map(\.pointer) == ["#/paths/~1pets/get/parameters/9"])
        #expect(store.operation(id: "addPet")?.parameters.map(\.name) == ["X-Shop", "limit"])
        #expect(list.parameters.first { $0.name == "X-Shop" }?.isRequired == true)
    }

    @Test func responsesByStatusRangeAndDefault() throws {
        let list = try #require(try document(PetStore.text).operation(id: "listPets"))
        #expect(list.responses.map(\.status.description) == ["200", "4XX", "404", "default"])
        #expect(list.response(for: 200)?.status == .exact(200))
        #expect(list.response(for: 404)?.status == .exact(404))
        #expect(list.response(for: 418)?.status == .hundreds(4))
        #expect(list.response(for: 500)?.status == .standard)
        #expect(list.response(for: 418)?.pointer == "#/components/responses/Problem")
    }

    @Test func namedSchemasCanBeUsedAlone() throws {
        let pet = try #require(try document(PetStore.text).schemas["Pet"])
        #expect(pet.pointer == "#/components/schemas/Pet")
        #expect(pet.isValid(["id": 1, "name": "Rex", "secret": "x", "born": nil]))
        #expect(pet.validate(["id": 1, "name": "Rex", "secret": "x", "parent": 1]).map(\.pointer) == ["/parent"])
    }

    @Test func pathItemsCanBeReferences() throws {
        let document = try document(
            paths: ##"{"/a":{"$ref":"#/components/pathItems/A"},"/b":{"$ref":"#/paths/~1a"}}"##,
            components: #"{"pathItems":{"A":{"put":{"responses":{"204":{"description":""}}}}}}"#)
        #expect(document.operations.map(\.id) == ["PUT /a", "PUT /b"])
        #expect(document.operations.map(\.pointer) == ["#/components/pathItems/A/put", "#/components/pathItems/A/put"])
        #expect(try document.found("PUT", "/b").response(for: 204) != nil)
    }
}
