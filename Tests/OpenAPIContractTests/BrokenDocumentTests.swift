import OpenAPIContract
import Testing
import WireJSON

/// Documents that cannot be used are refused with place and reason.
@Suite struct BrokenDocumentTests {
    private static let heads: [(text: String, pointer: String, message: String)] = [
        ("{", "#", "no JSON: unexpected end of JSON input (byte 1)"),
        ("openapi: 3.1.0", "#", "no JSON: invalid character 'o'"),
        ("[]", "#", "must be an object, not empty array"),
        ("{}", "#/openapi", "must be a version"),
        (#"{"swagger":"2.0"}"#, "#/openapi", "Swagger 2.0, which is not supported"),
        (#"{"openapi":3.1}"#, "#/openapi", "must be a version"),
        (#"{"openapi":"2.0"}"#, "#/openapi", "version 2.0 is not 3.0.x or 3.1.x"),
        (#"{"openapi":"3.2.0"}"#, "#/openapi", "version 3.2.0 is not 3.0.x or 3.1.x"),
        (#"{"openapi":"3.1.0","paths":{}}"#, "#", "info is missing"),
        (#"{"openapi":"3.1.0","info":{"title":"","version":""}}"#, "#", "paths is missing"),
        (
            #"{"openapi":"3.1.0","info":{"title":"","version":""},"paths":[]}"#, "#/paths",
            "paths must be an object, not empty array"
        ),
    ]

    @Test(arguments: heads.indices) func asAWhole(_ index: Int) {
        let (text, pointer, message) = Self.heads[index]
        let problems = problems(text)
        #expect(problems.map(\.pointer) == [pointer])
        #expect(problems.first?.message.contains(message) ?? false, "\(problems)")
    }

    private static let operations: [(paths: String, pointer: String, message: String)] = [
        (#"{"a":{"get":{"responses":{}}}}"#, "#/paths/a", "must begin with /"),
        (#"{"/{a":{"get":{"responses":{}}}}"#, "#/paths/~1{a", "a { without its }"),
        (#"{"/{}":{"get":{"responses":{}}}}"#, "#/paths/~1{}", "without a name"),
        (#"{"/{a}{b}":{"get":{"responses":{}}}}"#, "#/paths/~1{a}{b}", "side by side"),
        (#"{"/{a}/{a}":{"get":{"responses":{}}}}"#, "#/paths/~1{a}~1{a}", "twice"),
        (#"{"/a":[]}"#, "#/paths/~1a", "a path item must be an object"),
        (#"{"/a":{"get":1}}"#, "#/paths/~1a/get", "an operation must be an object, not integer 1"),
        (#"{"/a":{"get":{}}}"#, "#/paths/~1a/get", "needs responses"),
        (#"{"/a":{"get":{"responses":[]}}}"#, "#/paths/~1a/get/responses", "must be an object"),
        (#"{"/a":{"get":{"responses":{"200":1}}}}"#, "#/paths/~1a/get/responses/200", "must be an object"),
        (
            #"{"/a":{"get":{"operationId":"x","responses":{}},"put":{"operationId":"x","responses":{}}}}"#,
            "#/paths/~1a/put/operationId", "also that of #/paths/~1a/get"
        ),
        (
            #"{"/a":{"get":{"responses":{},"parameters":[{"name":"b","in":"query"},{"name":"b","in":"query"}]}}}"#,
            "#/paths/~1a/get/parameters/1", "query parameter b is listed twice"
        ),
        (#"{"/a":{"get":{"responses":{},"parameters":{}}}}"#, "#/paths/~1a/get/parameters", "must be a list"),
        (
            #"{"/a":{"get":{"responses":{},"parameters":[{"in":"query"}]}}}"#, "#/paths/~1a/get/parameters/0",
            "needs name and in"
        ),
        (
            #"{"/a":{"get":{"responses":{},"parameters":[{"name":"b","in":"body"}]}}}"#, "#/paths/~1a/get/parameters/0",
            "not \"body\""
        ),
        (
            ##"{"/a":{"get":{"responses":{},"parameters":[{"$ref":"#/components/parameters/B"}]}}}"##,
            "#/paths/~1a/get/parameters/0/$ref", "\"#/components/parameters/B\" leads nowhere"
        ),
        (##"{"/a":{"$ref":"#/paths/~1b"},"/b":{"$ref":"#/paths/~1a"}}"##, "#/paths/~1a", "circle"),
        (
            ##"{"/a":{"get":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/nowhere"}}}}}}}}"##,
            "#/paths/~1a/get/responses/200/content/application~1json/schema/$ref", "leads nowhere"
        ),
        (
            ##"{"/a":{"get":{"responses":{"200":{"description":"","content":{"application/json":{"schema":[]}}}}}}}"##,
            "#/paths/~1a/get/responses/200/content/application~1json/schema",
            "a schema must be an object, not empty array"
        ),
    ]

    @Test(arguments: operations.indices) func inPaths(_ index: Int) {
        let (paths, pointer, message) = Self.operations[index]
        let problems = problems(text(paths: paths))
        #expect(problems.first?.pointer == pointer)
        #expect(problems.first?.message.contains(message) ?? false, "\(problems)")
    }

    @Test func pathsThatExcludeEachOther() {
        let item = #"{"get":{"responses":{},"parameters":[{"name":"a","in":"path","required":true}]}}"#
        let problems = problems(text(paths: #"{"/x/{a}":\#(item),"/x/{b}":\#(item)}"#))
        #expect(problems.map(\.pointer) == ["#/paths/~1x~1{b}"])
        #expect(problems.first?.message.contains("/x/{a}") ?? false)
    }

    @Test(arguments: ["3.0.3", "3.1.0"]) func schemasThatIncludeThemselves(_ version: String) {
        let components = ##"""
            {"schemas":{"A":{"$ref":"#/components/schemas/B"},"B":{"allOf":[{"$ref":"#/components/schemas/A"}]},
             "Tree":{"properties":{"kids":{"items":{"$ref":"#/components/schemas/Tree"},"type":"array"}}}}}
            """##
        let problems = problems(text(version: version, paths: "{}", components: components))
        #expect(problems.map(\.pointer) == ["#/components/schemas/A"])
        #expect(problems.first?.message.contains("includes itself") ?? false)
    }

    @Test func allProblemsAreTold() throws {
        let paths = ##"{"/a":{"get":{}},"b":{"get":{"responses":{"200":{"$ref":"#/x"}}}}}"##
        let error = try #require(throws: DocumentError.self) { try document(paths: paths) }
        #expect(error.problems.map(\.pointer) == ["#/paths/~1a/get", "#/paths/b/get/responses/200/$ref", "#/paths/b"])
        #expect(error.description == "#/paths/~1a/get: an operation needs responses (and 2 more problems)")
    }

    @Test func textsOutsideTheDocumentAreNamed() throws {
        let document = try document(
            paths: #"{"/a":{"get":{"responses":{"200":{"$ref":"other.json#/x"}}}}}"#,
            components: #"{"schemas":{"A":{"$ref":"schemas.json#/A"}}}"#)
        #expect(document.findings.map(\.kind) == [.externalReference, .externalReference])
        #expect(
            document.findings.map(\.pointer) == ["#/paths/~1a/get/responses/200/$ref", "#/components/schemas/A/$ref"])
    }
}
