import OpenAPIContract
import Testing
import WireJSON

/// Every keyword of draft 2020-12: one value that fits and one that does not.
@Suite struct KeywordTests {
    private static let scalarsAndLists: [(String, String, String, String)] = [
        (#"{"type":"object"}"#, "{}", "[]", "type"),
        (#"{"type":"array"}"#, "[]", "{}", "type"),
        (#"{"type":"string"}"#, #""a""#, "1", "type"),
        (#"{"type":"number"}"#, "1.5", #""1.5""#, "type"),
        (#"{"type":"integer"}"#, "1.0", "1.5", "type"),
        (#"{"type":"integer"}"#, "123456789012345678901234567890", "1e-4", "type"),
        (#"{"type":"boolean"}"#, "false", "0", "type"),
        (#"{"type":"null"}"#, "null", "false", "type"),
        (#"{"type":["string","null"]}"#, "null", "1", "type"),
        (#"{"enum":[1,"a",null,{"b":[2]}]}"#, #"{"b":[2.0]}"#, #"{"b":[3]}"#, "enum"),
        (#"{"const":{"a":1,"b":2}}"#, #"{"b":2,"a":1}"#, #"{"a":1}"#, "const"),
        (#"{"const":1}"#, "1.0", "true", "const"),
        (#"{"minimum":3}"#, "3", "2.999", "minimum"),
        (#"{"maximum":3}"#, "3.0", "3.001", "maximum"),
        (#"{"maximum":9223372036854775807}"#, "9223372036854775807", "9223372036854775808", "maximum"),
        (#"{"minimum":0.1}"#, "1e400", "-1e400", "minimum"),
        (#"{"exclusiveMinimum":3}"#, "3.001", "3", "exclusiveMinimum"),
        (#"{"exclusiveMaximum":3}"#, "2.999", "3", "exclusiveMaximum"),
        (#"{"multipleOf":0.01}"#, "19.99", "19.995", "multipleOf"),
        (#"{"multipleOf":0.1}"#, "0.3", "0.35", "multipleOf"),
        (#"{"multipleOf":3}"#, "-9", "10", "multipleOf"),
        (#"{"multipleOf":7}"#, "70000000000000000000000000000", "70000000000000000000000000001", "multipleOf"),
        (#"{"multipleOf":1e3}"#, "12000", "12100", "multipleOf"),
        (#"{"minLength":2}"#, #""ab""#, #""a""#, "minLength"),
        (#"{"maxLength":1}"#, #""😀""#, #""ab""#, "maxLength"),
        (#"{"minLength":2}"#, #""👍🏽""#, #""😀""#, "minLength"),
        (#"{"pattern":"^a+$"}"#, #""aaa""#, #""aab""#, "pattern"),
        (#"{"format":"uuid"}"#, #""00000000-0000-4000-8000-00000000000a""#, #""x""#, "format"),
        (#"{"format":"int32"}"#, "2147483647", "2147483648", "format"),
        (#"{"minItems":1}"#, "[1]", "[]", "minItems"),
        (#"{"maxItems":1}"#, "[1]", "[1,2]", "maxItems"),
        (#"{"uniqueItems":true}"#, #"[1,true,"1",{"a":1}]"#, #"[{"a":1,"b":2},{"b":2.0,"a":1}]"#, "uniqueItems"),
        (#"{"items":{"type":"integer"}}"#, "[1,2]", "[1,null]", "type"),
        (#"{"prefixItems":[{"type":"string"}],"items":false}"#, #"["a"]"#, #"["a",1]"#, "false"),
        (#"{"prefixItems":[{"type":"string"},{"type":"null"}]}"#, #"["a"]"#, #"["a",1]"#, "type"),
        (#"{"contains":{"const":1}}"#, "[0,1]", "[0]", "contains"),
        (#"{"contains":{"const":1},"minContains":2}"#, "[1,1]", "[1]", "minContains"),
        (#"{"contains":{"const":1},"minContains":0}"#, "[]", "[1,1]", ""),
        (#"{"contains":{"const":1},"maxContains":1}"#, "[1,2]", "[1,1]", "maxContains"),
        (#"{"unevaluatedItems":false,"prefixItems":[true]}"#, "[1]", "[1,2]", "unevaluatedItems"),
    ]

    @Test(arguments: scalarsAndLists)
    func aboutScalarsAndLists(_ schema: String, _ right: String, _ wrong: String, _ keyword: String) throws {
        #expect(try faults(schema, right) == [])
        #expect(try faults(schema, wrong) == (keyword.isEmpty ? [] : [keyword]))
    }

    private static let objectsAndCombinations: [(String, String, String, String)] = [
        (#"{"properties":{"a":{"type":"integer"}}}"#, #"{"a":1,"b":"x"}"#, #"{"a":"1"}"#, "type"),
        (#"{"required":["a"]}"#, #"{"a":null}"#, "{}", "required"),
        (#"{"required":["a"],"properties":{"a":true}}"#, #"{"a":null}"#, #"{"b":1}"#, "required"),
        (#"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1}"#, #"{"b":1}"#, "additionalProperties"),
        (#"{"additionalProperties":{"type":"string"}}"#, #"{"a":"b"}"#, #"{"a":1}"#, "type"),
        (#"{"patternProperties":{"^x-":{"type":"string"}}}"#, #"{"x-a":"b","y":1}"#, #"{"x-a":1}"#, "type"),
        (
            #"{"patternProperties":{"^x-":true},"additionalProperties":false}"#, #"{"x-a":1}"#, #"{"y":1}"#,
            "additionalProperties"
        ),
        (#"{"propertyNames":{"maxLength":2}}"#, #"{"ab":1}"#, #"{"abc":1}"#, "propertyNames"),
        (#"{"minProperties":1}"#, #"{"a":1}"#, "{}", "minProperties"),
        (#"{"maxProperties":1}"#, #"{"a":1}"#, #"{"a":1,"b":2}"#, "maxProperties"),
        (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1,"b":2}"#, #"{"a":1}"#, "dependentRequired"),
        (#"{"dependentSchemas":{"a":{"required":["c"]}}}"#, #"{"b":1}"#, #"{"a":1}"#, "required"),
        (#"{"allOf":[{"required":["a"]},{"required":["b"]}]}"#, #"{"a":1,"b":1}"#, #"{"b":1}"#, "required"),
        (#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, "7", "3", "minimum"),
        (#"{"oneOf":[{"multipleOf":3},{"multipleOf":5}]}"#, "9", "15", "oneOf"),
        (#"{"oneOf":[{"multipleOf":3},{"multipleOf":5}]}"#, "10", "7", "oneOf"),
        (#"{"not":{"type":"string"}}"#, "1", #""a""#, "not"),
        (#"{"if":{"type":"string"},"then":{"minLength":2}}"#, "1", #""a""#, "minLength"),
        (#"{"if":{"type":"string"},"else":{"minimum":2}}"#, #""a""#, "1", "minimum"),
        (
            #"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}"#, #"{"a":1}"#, #"{"b":1}"#,
            "unevaluatedProperties"
        ),
        (
            #"{"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":true}}],"unevaluatedProperties":{"type":"null"}}"#,
            #"{"a":null,"b":1}"#, #"{"a":2,"b":1}"#, "type"
        ),
        (##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"number"}}}"##, "1", "null", "type"),
        (##"{"$ref":"#n","$defs":{"n":{"$anchor":"n","type":"number"}}}"##, "1", "null", "type"),
        (#"{"$ref":"http://a/n","$defs":{"n":{"$id":"http://a/n","type":"number"}}}"#, "1", "null", "type"),
        (##"{"$ref":"#/$defs/a~1b%25","$defs":{"a/b%":{"type":"number"}}}"##, "1", "null", "type"),
        (##"{"$ref":"#/$defs/n","minimum":2,"$defs":{"n":{"type":"number"}}}"##, "2", "1", "minimum"),
        ("true", "1", "null", ""),
    ]

    @Test(arguments: objectsAndCombinations)
    func aboutObjectsAndCombinations(_ schema: String, _ right: String, _ wrong: String, _ keyword: String) throws {
        #expect(try faults(schema, right) == [])
        #expect(try faults(schema, wrong) == (keyword.isEmpty ? [] : [keyword]))
    }

    @Test func recursionThroughReferences() throws {
        let tree =
            ##"{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#"}}},"required":["kids"]}"##
        #expect(try faults(tree, #"{"kids":[{"kids":[]},{"kids":[{"kids":[]}]}]}"#) == [])
        let violations = try Schema(JSON.parse(tree)).validate(JSON.parse(#"{"kids":[{"kids":[{"kids":1}]}]}"#))
        #expect(violations.map(\.pointer) == ["/kids/0/kids/0/kids"])
    }

    @Test func aDynamicReferenceIsDecidedByTheOutermostSchema() throws {
        let schema = ##"""
            {"$id":"http://a/strings","$ref":"list","$defs":{
              "items":{"$dynamicAnchor":"item","type":"string"},
              "list":{"$id":"list","type":"array","items":{"$dynamicRef":"#item"},
                "$defs":{"any":{"$dynamicAnchor":"item"}}}}}
            """##
        #expect(try faults(schema, #"["a"]"#) == [])
        #expect(try faults(schema, "[1]") == ["type"])
    }

    @Test func otherTextsCanBeReferredTo() throws {
        let schema = try Schema(
            JSON.parse(#"{"properties":{"job":{"$ref":"job.json#/$defs/Job"}}}"#), uri: "http://a/root.json",
            resources: ["http://a/job.json": JSON.parse(#"{"$defs":{"Job":{"type":"integer"}}}"#)])
        #expect(schema.findings.isEmpty)
        #expect(schema.isValid(["job": 1]))
        let violation = try #require(schema.validate(["job": "1"]).first)
        #expect(violation.schemaPointer == "http://a/job.json#/$defs/Job/type")
    }

    @Test func formatsCanBeMereDescriptions() throws {
        let schema = try Schema(JSON.parse(#"{"format":"date"}"#), assertsFormats: false)
        #expect(schema.isValid("never"))
    }
}
