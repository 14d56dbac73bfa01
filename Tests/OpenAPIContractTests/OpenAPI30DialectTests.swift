import OpenAPIContract
import Testing
import WireJSON

/// Where schemas of OpenAPI 3.0 mean something else than those of 3.1.
@Suite struct OpenAPI30DialectTests {
    private static let keywordCases: [(String, String, String, String)] = [
        (#"{"type":"string","nullable":true}"#, "null", "1", "type"),
        (#"{"type":"string","nullable":false}"#, #""a""#, "null", "type"),
        (#"{"type":"integer","minimum":3,"exclusiveMinimum":true}"#, "4", "3", "minimum"),
        (#"{"type":"integer","minimum":3,"exclusiveMinimum":false}"#, "3", "2", "minimum"),
        (#"{"exclusiveMaximum":true,"maximum":3}"#, "2", "3", "maximum"),
        (#"{"type":"string","format":"byte"}"#, #""YWJj""#, #""a-b""#, "format"),
        (#"{"type":"integer","format":"int64"}"#, "9223372036854775807", "9223372036854775808", "format"),
        (#"{"type":"number","format":"float"}"#, "3.4e38", "3.5e38", "format"),
        (#"{"type":"object","additionalProperties":false}"#, "{}", #"{"a":1}"#, "additionalProperties"),
        (#"{"type":"object","additionalProperties":true}"#, #"{"a":1}"#, "[]", "type"),
        (#"{"type":"object","additionalProperties":{"type":"string"}}"#, #"{"a":""}"#, #"{"a":1}"#, "type"),
        (#"{"type":"array","items":{"type":"string"},"uniqueItems":true}"#, #"["a"]"#, #"["a","a"]"#, "uniqueItems"),
        (#"{"allOf":[{"type":"object"},{"required":["a"]}]}"#, #"{"a":1}"#, "{}", "required"),
        (#"{"not":{"enum":[1]}}"#, "2", "1", "not"),
        (#"{"type":"string","format":"binary","example":1,"xml":{},"externalDocs":{}}"#, #""""#, "1", "type"),
    ]

    @Test(arguments: keywordCases)
    func keywords(_ schema: String, _ right: String, _ wrong: String, _ keyword: String) throws {
        #expect(try faults(schema, right, dialect: .openAPI30) == [])
        #expect(try faults(schema, wrong, dialect: .openAPI30) == [keyword])
    }

    @Test func nullableDoesNotReachIntoEnum() throws {
        let schema = #"{"type":"string","nullable":true,"enum":["a"]}"#
        #expect(try faults(schema, "null", dialect: .openAPI30) == ["enum"])
    }

    private static let ineffective: [(String, String, String)] = [
        (#"{"const":1}"#, "#/const", "unsupportedKeyword"),
        (#"{"if":{},"then":{}}"#, "#/if", "unsupportedKeyword"),
        (#"{"type":["string","null"]}"#, "#/type", "malformedKeyword"),
        (#"{"type":"null"}"#, "#/type", "malformedKeyword"),
        (#"{"nullable":true}"#, "#/nullable", "unsupportedKeyword"),
        (#"{"exclusiveMinimum":3}"#, "#/exclusiveMinimum", "malformedKeyword"),
        (#"{"minLenght":3}"#, "#/minLenght", "unknownKeyword"),
        (
            ##"{"properties":{"a":{"$ref":"#/properties/b","maxLength":1},"b":{}}}"##, "#/properties/a/maxLength",
            "unsupportedKeyword"
        ),
    ]

    /// Each of these is named, because a reader of the document may think it counts.
    @Test(arguments: ineffective)
    func whatDoesNotCountIsNamed(_ schema: String, _ pointer: String, _ kind: String) throws {
        let findings = try Schema(JSON.parse(schema), dialect: .openAPI30).findings
        #expect(findings.first?.pointer == pointer)
        #expect(findings.first?.kind.rawValue == kind)
    }

    @Test func aNumberAsExclusiveMinimumIsAppliedAsMeant() throws {
        let schema = try Schema(JSON.parse(#"{"exclusiveMinimum":3}"#), dialect: .openAPI30)
        #expect(schema.isValid(4))
        #expect(!schema.isValid(3))
    }

    @Test func schemasMustBeObjects() throws {
        #expect(throws: DocumentError.self) { try Schema(true, dialect: .openAPI30) }
    }
}
