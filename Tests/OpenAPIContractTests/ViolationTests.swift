import OpenAPIContract
import Testing
import WireJSON

/// What a violation says.
@Suite struct ViolationTests {
    private func violations(_ schema: String, _ value: String) throws -> [Violation] {
        try Schema(JSON.parse(schema)).validate(JSON.parse(value))
    }

    @Test func itTellsPlaceKeywordExpectedAndFound() throws {
        let schema = #"{"properties":{"a/b":{"items":{"properties":{"~":{"type":["integer","null"]}}}}}}"#
        let violation = try #require(violations(schema, #"{"a/b":[{},{"~":"x"}]}"#).first)
        #expect(violation.location == .value)
        #expect(violation.pointer == "/a~1b/1/~0")
        #expect(violation.keyword == "type")
        #expect(violation.schemaPointer == "#/properties/a~1b/items/properties/~0/type")
        #expect(violation.expected == "integer or null")
        #expect(violation.found == #"string "x""#)
        #expect(
            violation.description
                == #"value /a~1b/1/~0: type: expected integer or null, found string "x" (#/properties/a~1b/items/properties/~0/type)"#
        )
    }

    @Test func everyFaultIsTold() throws {
        let schema = #"""
            {"required":["a","b"],"additionalProperties":false,"maxProperties":1,
             "properties":{"a":{"minLength":3,"pattern":"^x"},"b":true}}
            """#
        let found = try violations(schema, #"{"a":"y","c":1}"#).map { "\($0.pointer) \($0.keyword)" }
        #expect(found == ["/a minLength", "/a pattern", "/c additionalProperties", " required", " maxProperties"])
    }

    @Test func aWrongKindIsNotExplainedFurther() throws {
        #expect(try violations(#"{"type":"string","enum":["a"],"minLength":1}"#, "1").map(\.keyword) == ["type"])
    }

    @Test func whatIsFoundIsShortened() throws {
        let long = String(repeating: "é", count: 5_000)
        let violation = try #require(violations(#"{"maxLength":1}"#, "\"\(long)\"").first)
        #expect(violation.found.utf8.count < 200)
        #expect(violation.found.contains("5000 characters"))
        let list = try #require(violations(#"{"maxItems":1}"#, "[1,2,3]").first)
        #expect(list.found == "array of 3")
    }

    @Test func theAlternativeThatWasMeantIsExplained() throws {
        let schema = #"{"anyOf":[{"type":"object","required":["id"]},{"type":"null"}]}"#
        #expect(try violations(schema, "{}").map(\.keyword) == ["required"])
        #expect(try violations(schema, "{}").map(\.schemaPointer) == ["#/anyOf/0/required"])
        #expect(try violations(schema, "1").map(\.keyword) == ["anyOf"])
    }

    @Test func theDiscriminatorTellsWhichAlternativeWasMeant() throws {
        let schema = ##"""
            {"discriminator":{"propertyName":"kind","mapping":{"k":"#/$defs/Cat"}},
             "oneOf":[{"$ref":"#/$defs/Cat"},{"$ref":"#/$defs/Dog"}],
             "$defs":{"Cat":{"type":"object","required":["lives"]},"Dog":{"type":"object","required":["tricks"]}}}
            """##
        #expect(try violations(schema, #"{"kind":"k"}"#).map(\.expected) == [#"a member "lives""#])
        #expect(try violations(schema, #"{"kind":"Dog"}"#).map(\.expected) == [#"a member "tricks""#])
        #expect(try violations(schema, #"{"kind":"x"}"#).map(\.keyword) == ["oneOf"])
    }

    @Test func twoFittingAlternativesAreNamed() throws {
        let violation = try #require(violations(#"{"oneOf":[{"minimum":1},{"maximum":5}]}"#, "3").first)
        #expect(violation.found == "integer 3 that meets #/oneOf/0 and #/oneOf/1")
    }
}
