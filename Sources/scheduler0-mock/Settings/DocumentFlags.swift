import ArgumentParser
import MockCore
import OpenAPIContract
import WireJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The option that names the document to check against; `contract` and `proxy` share it.
struct DocumentFlags: ParsableArguments {
    @Option(
        name: .customLong("openapi"),
        help: ArgumentHelp("Check against this OpenAPI document. (default: the one built in)", valueName: "file"))
    var file: String?

    /// The document, and its JSON.
    func document(
        _ environment: Environment
    ) throws(CommandFailure) -> (contract: OpenAPIDocument, source: JSON) {
        let path = try environment.value(file, "openapi")
        let bytes = if let path { try Self.read(path) } else { try APIDocument.forCommand().bytes }
        let name = path ?? "the built-in document"
        do {
            let source = try JSON.parse(bytes)
            return (try OpenAPIDocument(source), source)
        } catch let error as JSONError {
            guard !Self.isYAML(bytes) else {
                throw .cannotStart("--openapi: \(name) is YAML, and only JSON is read: yq -o json \(name) makes it so")
            }
            throw .cannotStart("--openapi: \(name) is not JSON: \(error)")
        } catch {
            throw .cannotStart("--openapi: \(name): \(error)")
        }
    }

    /// Whether this looks like an OpenAPI document in the other notation.
    private static func isYAML(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .contains { $0.hasPrefix("openapi:") || $0.hasPrefix("swagger:") }
    }

    private static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .cannotStart("--openapi: \(path) cannot be read")
        }
    }
}
