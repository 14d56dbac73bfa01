import OpenAPIContract
import Testing
import WireJSON

/// Documents spoiled at any place are refused, or used with what is left; neither crashes.
@Suite struct RobustnessTests {
    /// The places of a value, depth first.
    private static func paths(_ json: JSON, _ prefix: [String] = []) -> [[String]] {
        switch json {
        case .object(let object):
            [prefix] + object.members.flatMap { paths($0.value, prefix + [$0.key]) }
        case .array(let elements):
            [prefix] + elements.enumerated().flatMap { paths($1, prefix + [String($0)]) }
        default: [prefix]
        }
    }

    private static func replacing(_ path: ArraySlice<String>, of json: JSON, with value: JSON?) -> JSON {
        guard let step = path.first else { return value ?? .null }
        let rest = path.dropFirst()
        switch json {
        case .object(var object):
            if rest.isEmpty, value == nil {
                object[step] = nil
            } else if let member = object[step] {
                object[step] = replacing(rest, of: member, with: value)
            }
            return .object(object)
        case .array(var elements):
            guard let index = Int(step), elements.indices.contains(index) else { return json }
            if rest.isEmpty, value == nil {
                elements.remove(at: index)
            } else {
                elements[index] = replacing(rest, of: elements[index], with: value)
            }
            return .array(elements)
        default: return json
        }
    }

    private static let substitutes: [JSON?] = [
        nil, .null, true, -1, 1.5, "", "#", "/", "{", "x", [], [[]], [nil], [:], ["$ref": "#"], ["$ref": "#/paths"],
        ["$ref": 1], ["a": ["b": "c"]],
    ]

    @Test(.timeLimit(.minutes(2)), arguments: 0..<3) func spoiledDocuments(_ round: Int) throws {
        let json = try JSON.parse(PetStore.text)
        var refused = 0
        var used = 0
        for (index, path) in Self.paths(json).enumerated() where index % 3 == round {
            for number in 0..<3 {
                let substitute = Self.substitutes[(index * 7 + number * 5) % Self.substitutes.count]
                let spoiled = Self.replacing(path[...], of: json, with: substitute)
                do {
                    exercise(try OpenAPIDocument(spoiled))
                    used += 1
                } catch {
                    #expect(!error.problems.isEmpty)
                    #expect(error.problems.allSatisfy { $0.pointer.hasPrefix("#") && !$0.message.isEmpty })
                    refused += 1
                }
            }
        }
        #expect(refused > 50)
        #expect(used > 50)
    }

    /// Uses every operation of a document for exchanges of odd values.
    private func exercise(_ document: OpenAPIDocument) {
        let bodies: [Exchange.Body] = [.none, .json(nil), .json([["id": 1]]), .json(["name": [:]]), .bytes([0xFF])]
        for (operation, body) in zip(document.operations, bodies + bodies) {
            let exchange = Exchange(
                method: operation.method, path: operation.pathTemplate, query: [("limit", "x"), ("filter[a]", "")],
                requestHeaders: [("Content-Type", "application/json"), ("Cookie", ";;=")], requestBody: body,
                status: 200,
                responseHeaders: [("Content-Type", "application/json")], responseBody: body)
            _ = document.violations(of: exchange, for: operation)
            _ = document.requestViolations(of: exchange, for: operation)
        }
    }
}
