import Foundation
import OpenAPIContract
import Testing
import WireJSON

/// The document of this server: understood to the last keyword, and strict enough to notice a spoiled answer.
@Suite struct OwnDocumentTests {
    private static func load() throws -> (json: JSON, document: OpenAPIDocument) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let json = try JSON.parse([UInt8](Data(contentsOf: root.appending(path: "openapi.json"))))
        return (json, try OpenAPIDocument(json))
    }

    @Test func nothingInItGoesUnchecked() throws {
        let document = try Self.load().document
        #expect(document.findings == [])
        #expect(document.serverPrefixes == ["/api/v1"])
        #expect(document.operations.count > 50)
    }

    /// Every example of a JSON response is right; without a member that its schema requires, or with one of another
    /// kind, it is wrong.
    @Test func examplesAreRightAndSpoiledExamplesAreWrong() throws {
        let (json, document) = try Self.load()
        var checked = 0
        var missed: [String] = []
        for operation in document.operations {
            for response in operation.responses {
                for (example, status) in Self.examples(of: response, in: json) {
                    let faults = Self.faults(of: example, status, operation, document)
                    #expect(faults.isEmpty, "\(operation.id) \(status): \(faults)")
                    checked += 1
                    guard case .object(let object) = example else { continue }
                    for key in object.keys where key == "data" || key == "success" {
                        var spoiled = object
                        spoiled[key] = nil
                        if Self.faults(of: .object(spoiled), status, operation, document).isEmpty {
                            missed.append("\(operation.id) \(status) without \(key)")
                        }
                        // A dump's data is whatever the node holds.
                        if key == "data", response.pointer == "#/components/responses/Dump" { continue }
                        spoiled[key] = -0.5
                        if Self.faults(of: .object(spoiled), status, operation, document).isEmpty {
                            missed.append("\(operation.id) \(status) with a strange \(key)")
                        }
                    }
                }
            }
        }
        #expect(checked > 100)
        #expect(missed == [])
    }

    private static func faults(
        of example: JSON, _ status: Int, _ operation: OpenAPIContract.Operation, _ document: OpenAPIDocument
    ) -> [Violation] {
        let response = operation.response(for: status)
        var headers = [("Content-Type", "application/json")]
        for header in response?.headers ?? [] where header.isRequired { headers.append((header.name, "/x")) }
        let exchange = Exchange(
            method: operation.method, path: operation.pathTemplate, status: status, responseHeaders: headers,
            responseBody: .json(example))
        return document.violations(of: exchange, for: operation).filter { $0.location == .responseBody }
    }

    private static func examples(of response: Response, in json: JSON) -> [(JSON, Int)] {
        guard case .exact(let status) = response.status,
            let type = response.content.first(where: \.name.isJSON),
            let part = part(type.pointer, of: json)
        else { return [] }
        let named = part["examples"]?.objectValue?.members.compactMap { _, example in
            (example["$ref"]?.stringValue.flatMap { Self.part($0, of: json) } ?? example)["value"]
        }
        return ([part["example"]].compactMap { $0 } + (named ?? [])).map { ($0, status) }
    }

    /// The value at `#/a/b~1c`.
    private static func part(_ pointer: String, of json: JSON) -> JSON? {
        pointer.split(separator: "/").dropFirst().reduce(Optional(json)) { value, token in
            let name = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
            return value.flatMap { $0[name] ?? Int(name).flatMap { index in value?[index] } }
        }
    }
}
