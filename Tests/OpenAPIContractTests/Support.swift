import OpenAPIContract
import Testing
import WireJSON

/// A schema text and a value: whether they fit, and which keywords complain if not.
func faults(
    _ schema: String, _ value: String, dialect: Dialect = .jsonSchema202012,
    _ location: SourceLocation = #_sourceLocation
) throws -> [String] {
    let compiled = try Schema(JSON.parse(schema), dialect: dialect)
    #expect(compiled.findings.isEmpty, sourceLocation: location)
    let json = try JSON.parse(value)
    let violations = compiled.validate(json)
    #expect(compiled.isValid(json) == violations.isEmpty, sourceLocation: location)
    return violations.map(\.keyword)
}

/// The document of a text; a failure to load fails the test.
func document(_ text: String) throws -> OpenAPIDocument {
    try OpenAPIDocument(parsing: Array(text.utf8))
}

/// The problems of a text that should not load.
func problems(_ text: String) -> [DocumentError.Problem] {
    do {
        _ = try OpenAPIDocument(parsing: Array(text.utf8))
        return []
    } catch {
        return error.problems
    }
}

/// A document of version 3.1 with these paths and components.
func document(version: String = "3.1.0", paths: String, components: String = "{}") throws -> OpenAPIDocument {
    try document(text(version: version, paths: paths, components: components))
}

func text(version: String = "3.1.0", paths: String, components: String = "{}") -> String {
    """
    {"openapi": "\(version)", "info": {"title": "Sample", "version": "1"}, "servers": [{"url": "/api/v1"}],
     "paths": \(paths), "components": \(components)}
    """
}

extension OpenAPIDocument {
    /// The operation for a request, without prefix.
    func found(_ method: String, _ path: String) throws -> Operation {
        guard case .operation(let operation, _) = match(method: method, path: path, form: .withoutServerPrefix) else {
            throw NoOperation()
        }
        return operation
    }
}

struct NoOperation: Error {}
