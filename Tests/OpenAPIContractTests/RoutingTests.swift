import OpenAPIContract
import Testing
import WireJSON

/// From method and path to operation.
@Suite struct RoutingTests {
    /// `operationId name=value …`, the allowed methods, or `-`.
    private func route(_ document: OpenAPIDocument, _ method: String, _ path: String, prefixed: Bool = false) -> String
    {
        switch document.match(method: method, path: path, form: prefixed ? .withServerPrefix : .withoutServerPrefix) {
        case .operation(let operation, let parameters):
            ([operation.id] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
                .joined(separator: " ")
        case .methodNotAllowed(let allowed): allowed.joined(separator: ",")
        case .unknownPath: "-"
        }
    }

    @Test(arguments: [
        ("GET", "/pets", "listPets"),
        ("POST", "/pets", "addPet"),
        ("HEAD", "/pets", "listPets"),
        ("PATCH", "/pets", "GET,POST"),
        ("get", "/pets", "GET,POST"),
        ("GET", "/pets/", "-"),
        ("GET", "/pets/mine", "GET /pets/mine"),
        ("DELETE", "/pets/mine", "GET"),
        ("GET", "/pets/12", "getPet petId=12"),
        ("GET", "/pets/a%2Fb%20c", "getPet petId=a/b c"),
        ("GET", "/%70ets/12", "getPet petId=12"),
        ("GET", "/pets/12/", "-"),
        ("GET", "/pets/12/photos", "-"),
        ("GET", "/pets/12/photos/2026-11.png", "getPhoto format=png month=11 petId=12 year=2026"),
        ("GET", "/pets/mine/photos/2026-11.png", "getPhoto format=png month=11 petId=mine year=2026"),
        ("GET", "/pets/12/photos/2026-.png", "-"),
        ("GET", "/pets/12/photos/2026.png", "-"),
        ("HEAD", "/nothing", "-"),
        ("GET", "pets", "-"),
        ("GET", "", "-"),
        ("GET", "//pets", "-"),
        ("GET", "/PETS", "-"),
    ])
    func withoutPrefix(_ method: String, _ path: String, _ expected: String) throws {
        #expect(route(try document(PetStore.text), method, path) == expected)
    }

    @Test(arguments: [
        ("/shop/v2/pets", "listPets"), ("/pets", "listPets"), ("/shop/v2/pets/7", "getPet petId=7"), ("/shop/v2", "-"),
        ("/shop/v3/pets", "-"), ("/shop/v2pets", "-"),
    ])
    func withPrefix(_ path: String, _ expected: String) throws {
        #expect(route(try document(PetStore.text), "GET", path, prefixed: true) == expected)
    }

    @Test func literalSegmentsWinFromTheLeftAndDoNotHideTemplates() throws {
        let paths = ["/{a}/x", "/{a}/{b}/y", "/k/{b}", "/k/l/{c}"].map { path in
            let names = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
            let parameters = names.map { #"{"name":"\#($0)","in":"path","required":true}"# }.joined(separator: ",")
            return #""\#(path)":{"get":{"operationId":"\#(path)","parameters":[\#(parameters)],"responses":{}}}"#
        }
        let document = try document(paths: "{\(paths.joined(separator: ","))}")
        #expect(route(document, "GET", "/k/x") == "/k/{b} b=x")
        #expect(route(document, "GET", "/j/x") == "/{a}/x a=j")
        #expect(route(document, "GET", "/k/l/y") == "/k/l/{c} c=y")
        #expect(route(document, "GET", "/k/m/y") == "/{a}/{b}/y a=k b=m")
        #expect(route(document, "GET", "/k/m/z") == "-")
    }
}
