import Testing
import WireJSON

@testable import OpenAPIContract

/// Neither a schema nor a value can make a check crash or hang.
@Suite(.timeLimit(.minutes(1))) struct LimitTests {
    private func nested(_ depth: Int, _ inner: String = "1") -> String {
        String(repeating: #"{"a":"#, count: depth) + inner + String(repeating: "}", count: depth)
    }

    @Test func theDeepestValueIsChecked() throws {
        let schema = try Schema(JSON.parse(##"{"type":["object","integer"],"properties":{"a":{"$ref":"#"}}}"##))
        #expect(schema.isValid(try JSON.parse(nested(511))))
        let violations = schema.validate(try JSON.parse(nested(511, "true")))
        #expect(violations.map(\.keyword) == ["type"])
        #expect(violations.first?.pointer.utf8.count == 511 * 2)
    }

    @Test(arguments: ["allOf", "anyOf"]) func aLongChainOfSchemasIsRefusedNotFollowed(_ keyword: String) throws {
        var definitions = JSONObject()
        for number in 0..<5_000 {
            definitions.append("\(number)", [keyword: [["$ref": .string("#/$defs/\(number + 1)")]]])
        }
        definitions.append("5000", ["type": "integer"])
        let schema = try Schema(["$ref": "#/$defs/0", "$defs": .object(definitions)])
        #expect(schema.validate(1).map(\.keyword) == ["limit"])
        #expect(!schema.isValid(1))
    }

    @Test func aLongChainOfReferencesIsNoObstacle() throws {
        var definitions = JSONObject()
        for number in 0..<5_000 { definitions.append("\(number)", ["$ref": .string("#/$defs/\(number + 1)")]) }
        definitions.append("5000", ["type": "integer"])
        let schema = try Schema(["$ref": "#/$defs/0", "$defs": .object(definitions)])
        #expect(schema.isValid(1))
        #expect(schema.validate("1").map(\.schemaPointer) == ["#/$defs/5000/type"])
    }

    @Test func alternativesThatDoubleAtEachLevelGiveUp() throws {
        let schema = ##"""
            {"anyOf":[{"properties":{"a":{"$ref":"#"}},"required":["x"]},{"properties":{"a":{"$ref":"#"}},"required":["y"]}]}
            """##
        let value = try JSON.parse(nested(200))
        let compiled = try Schema(JSON.parse(schema))
        // Each alternative looks at the member before it misses its own.
        let violations = compiled.validate(value, location: .value, direction: .none, maximumSteps: 100_000)
        #expect(violations.map(\.keyword) == ["limit"])
    }

    @Test(arguments: [
        ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#"}]}"##, ##"{"not":{"$ref":"#"}}"##, ##"{"if":{"$ref":"#"}}"##,
        ##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"anyOf":[true,{"$ref":"#/$defs/a"}]}}}"##,
        ##"{"dependentSchemas":{"a":{"$ref":"#"}}}"##,
    ])
    func aSchemaThatIncludesItselfIsRefused(_ text: String) throws {
        let json = try JSON.parse(text)
        do {
            _ = try Schema(json)
            Issue.record("accepted")
        } catch {
            #expect(error.problems.count == 1)
            #expect(error.description.contains("includes itself"))
            #expect(error.problems.first?.pointer.hasPrefix("#") ?? false)
        }
    }

    @Test func aParameterWhoseAlternativesMultiplyIsRead() throws {
        let definitions = (0..<40).map { number in
            let next = ##"{"$ref":"#/components/schemas/S\##(number + 1)"}"##
            return #""S\#(number)":{"anyOf":[\#(next),\#(next),\#(next)]}"#
        }
        let document = try document(
            paths: ##"""
                {"/a":{"get":{"operationId":"a","responses":{},
                 "parameters":[{"name":"n","in":"query","schema":{"$ref":"#/components/schemas/S0"}}]}}}
                """##,
            components: #"{"schemas":{\#(definitions.joined(separator: ",")),"S40":{"type":"integer"}}}"#)
        let exchange = Exchange(method: "GET", path: "/api/v1/a", query: [("n", "12")], status: 200)
        #expect(document.requestViolations(of: exchange, for: document.operations[0]) == [])
    }

    @Test func manyEqualElementsAreComparedQuickly() throws {
        let schema = try Schema(["uniqueItems": true])
        let numbers = (0..<100_000).map { JSON.int($0) }
        #expect(schema.isValid(.array(numbers)))
        #expect(!schema.isValid(.array(numbers + [99_999])))
    }

    @Test func hugeNumbersAreComparedAndDivided() throws {
        let schema = try Schema(["multipleOf": 7, "minimum": 0])
        #expect(!schema.isValid(.bigNumber("1e999999999999999999")))
        #expect(!schema.isValid(.bigNumber("-7e999999999999999999")))
        #expect(schema.isValid(.bigNumber("7e999999999999999999")))
        #expect(!schema.isValid(.bigNumber("1" + String(repeating: "0", count: 100_000))))
    }
}
