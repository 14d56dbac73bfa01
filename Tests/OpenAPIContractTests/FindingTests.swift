import OpenAPIContract
import Testing
import WireJSON

/// Nothing that is not checked goes unnamed.
@Suite struct FindingTests {
    private static let oddSchemas: [(String, String, String)] = [
        (#"{"minLenght":3}"#, "#/minLenght", "unknownKeyword"),
        (#"{"dependencies":{}}"#, "#/dependencies", "unknownKeyword"),
        (#"{"properties":{"a":{"items":{"colour":1}}}}"#, "#/properties/a/items/colour", "unknownKeyword"),
        (#"{"$defs":{"never used":{"colour":1}}}"#, "#/$defs/never used/colour", "unknownKeyword"),
        (#"{"then":{"colour":1}}"#, "#/then/colour", "unknownKeyword"),
        (#"{"nullable":true}"#, "#/nullable", "unsupportedKeyword"),
        (#"{"format":"colour"}"#, "#/format", "unknownFormat"),
        (#"{"pattern":"(a)\\1"}"#, "#/pattern", "unsupportedPattern"),
        (#"{"pattern":"(a"}"#, "#/pattern", "unsupportedPattern"),
        (#"{"patternProperties":{"[":{}}}"#, "#/patternProperties", "unsupportedPattern"),
        (#"{"$ref":"http://elsewhere/job.json"}"#, "#/$ref", "externalReference"),
        (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, "#/$schema", "unsupportedKeyword"),
        (#"{"minLength":"3"}"#, "#/minLength", "malformedKeyword"),
        (#"{"minLength":-3}"#, "#/minLength", "malformedKeyword"),
        (#"{"maxItems":1.5}"#, "#/maxItems", "malformedKeyword"),
        (#"{"type":"text"}"#, "#/type", "malformedKeyword"),
        (#"{"type":[]}"#, "#/type", "malformedKeyword"),
        (#"{"enum":1}"#, "#/enum", "malformedKeyword"),
        (#"{"required":"a"}"#, "#/required", "malformedKeyword"),
        (#"{"required":[1]}"#, "#/required", "malformedKeyword"),
        (#"{"properties":[]}"#, "#/properties", "malformedKeyword"),
        (#"{"items":[{}]}"#, "#/items", "malformedKeyword"),
        (#"{"allOf":{}}"#, "#/allOf", "malformedKeyword"),
        (#"{"anyOf":[]}"#, "#/anyOf", "malformedKeyword"),
        (#"{"multipleOf":0}"#, "#/multipleOf", "malformedKeyword"),
        (#"{"minimum":"1"}"#, "#/minimum", "malformedKeyword"),
        (#"{"exclusiveMaximum":true,"maximum":3}"#, "#/exclusiveMaximum", "malformedKeyword"),
        (#"{"uniqueItems":"yes"}"#, "#/uniqueItems", "malformedKeyword"),
        (#"{"format":1}"#, "#/format", "malformedKeyword"),
        (#"{"pattern":1}"#, "#/pattern", "malformedKeyword"),
        (#"{"$ref":1}"#, "#/$ref", "malformedKeyword"),
        (#"{"additionalProperties":1}"#, "#/additionalProperties", "malformedKeyword"),
        (#"{"dependentRequired":{"a":"b"}}"#, "#/dependentRequired", "malformedKeyword"),
        (#"{"discriminator":"a"}"#, "#/discriminator", "malformedKeyword"),
    ]

    @Test(arguments: oddSchemas)
    func inSchemas(_ schema: String, _ pointer: String, _ kind: String) throws {
        let findings = try Schema(JSON.parse(schema)).findings
        #expect(findings.map(\.pointer) == (pointer.isEmpty ? [] : [pointer]))
        #expect(findings.map(\.kind.rawValue) == (kind.isEmpty ? [] : [kind]))
    }

    @Test func annotationsAndExtensionsAreUnderstood() throws {
        let schema = #"""
            {"title":"","description":"","default":1,"examples":[],"example":1,"deprecated":true,"readOnly":true,
             "writeOnly":true,"$comment":"","x-colour":1,"contentEncoding":"base64","contentMediaType":"a/b",
             "externalDocs":{},"xml":{},"format":"password","discriminator":{"propertyName":"kind"}}
            """#
        #expect(try Schema(JSON.parse(schema)).findings.isEmpty)
    }

    private static let oddDocuments: [(String, String, String)] = [
        (#""colour": 1"#, "#/paths/~1jobs/get/colour", "unknownField"),
        (#""callbacks": {}"#, "#/paths/~1jobs/get/callbacks", "uncheckedField"),
        (#""servers": []"#, "#/paths/~1jobs/get/servers", "uncheckedField"),
        (
            #""parameters": [{"name":"a","in":"query","colour":1}]"#, "#/paths/~1jobs/get/parameters/0/colour",
            "unknownField"
        ),
        (
            #""parameters": [{"name":"a","in":"query","style":"simple"}]"#, "#/paths/~1jobs/get/parameters/0/style",
            "malformedField"
        ),
        (#""parameters": [{"name":"accept","in":"header"}]"#, "#/paths/~1jobs/get/parameters/0", "uncheckedField"),
        (#""parameters": [{"name":"id","in":"path","required":true}]"#, "#/paths/~1jobs/get", "malformedField"),
        (
            #""requestBody": {"content":{"application/xml":{"schema":{"type":"object"}}}}"#,
            "#/paths/~1jobs/get/requestBody/content/application~1xml", "uncheckedMediaType"
        ),
        (
            #""requestBody": {"content":{"application/json":{"encoding":{}}}}"#,
            "#/paths/~1jobs/get/requestBody/content/application~1json/encoding", "uncheckedField"
        ),
        (#""deprecated": "yes""#, "#/paths/~1jobs/get/deprecated", "malformedField"),
        (#""security": [{"nobody":[]}]"#, "#/paths/~1jobs/get/security/0/nobody", "malformedField"),
    ]

    @Test(arguments: oddDocuments)
    func inDocuments(_ member: String, _ pointer: String, _ kind: String) throws {
        let findings = try document(
            paths: #"{"/jobs":{"get":{"operationId":"a","responses":{"200":{"description":""}},\#(member)}}}"#
        ).findings
        #expect(findings.map(\.pointer) == [pointer])
        #expect(findings.map(\.kind.rawValue) == [kind])
    }

    @Test func aSharedPartIsNamedOnce() throws {
        let operation = ##"{"responses":{"200":{"$ref":"#/components/responses/Ok"}}}"##
        let findings = try document(
            paths: #"{"/a":{"get":\#(operation)},"/b":{"get":\#(operation)}}"#,
            components: #"{"responses":{"Ok":{"description":"","colour":1}}}"#
        ).findings
        #expect(findings.map(\.pointer) == ["#/components/responses/Ok/colour"])
    }
}
