import WireJSON

/// The members that the schemas of a document give to its responses.
///
/// The compiled schemas answer whether a value fits, not what could be in one, so this reads the document's JSON.
struct ResponseFields {
    /// Members deeper than this are not counted; a schema that contains itself would have no end of them.
    private static let maximumDepth = 12
    private static let maximumReferences = 64

    let source: JSON

    /// Pointers into the body of the response that stands at `pointer` (`#/paths/~1jobs/get/responses/200`).
    func fields(ofResponseAt pointer: String) -> Set<String> {
        guard let content = resolved(value(at: pointer))?["content"]?.objectValue,
            let type = content.first(where: { $0.key.contains("json") })
        else { return [] }
        var found: Set<String> = []
        if let schema = type.value["schema"] { collect(schema, at: "", depth: 0, followed: [], into: &found) }
        return found
    }

    private func collect(
        _ schema: JSON, at place: String, depth: Int, followed: [String], into found: inout Set<String>
    ) {
        guard depth < Self.maximumDepth, followed.count < Self.maximumReferences else { return }
        if let reference = schema["$ref"]?.stringValue {
            // A schema inside itself has no members that were not met on the way.
            guard !followed.contains(reference), let target = value(at: reference) else { return }
            collect(target, at: place, depth: depth, followed: followed + [reference], into: &found)
        }
        for member in schema["properties"]?.objectValue ?? [:] {
            let inner = place + "/" + Self.escaped(member.key)
            found.insert(inner)
            collect(member.value, at: inner, depth: depth + 1, followed: followed, into: &found)
        }
        for key in ["items", "additionalProperties"] {
            if let inner = schema[key] {
                collect(inner, at: place + "/*", depth: depth + 1, followed: followed, into: &found)
            }
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            for part in schema[key]?.arrayValue ?? [] {
                collect(part, at: place, depth: depth, followed: followed + [key], into: &found)
            }
        }
    }

    /// Those of `fields` that `body` has.
    static func members(of body: JSON, among fields: Set<String>) -> Set<String> {
        var found: Set<String> = []
        collect(body, at: "", among: fields, depth: 0, into: &found)
        return found
    }

    private static func collect(
        _ value: JSON, at place: String, among fields: Set<String>, depth: Int, into found: inout Set<String>
    ) {
        guard depth < maximumDepth else { return }
        switch value {
        case .object(let object):
            for member in object {
                let named = place + "/" + escaped(member.key)
                let isField = fields.contains(named)
                if isField { found.insert(named) }
                collect(member.value, at: isField ? named : place + "/*", among: fields, depth: depth + 1, into: &found)
            }
        case .array(let elements):
            // One element tells as much as a thousand like it; the first few cover lists of unlike ones.
            for element in elements.prefix(8) {
                collect(element, at: place + "/*", among: fields, depth: depth + 1, into: &found)
            }
        case .null, .bool, .int, .double, .bigNumber, .string: break
        }
    }

    private func resolved(_ value: JSON?) -> JSON? {
        var value = value
        for _ in 0..<8 {
            guard let reference = value?["$ref"]?.stringValue else { return value }
            value = self.value(at: reference)
        }
        return nil
    }

    /// The value at a pointer within the document, `#/a/b`.
    private func value(at pointer: String) -> JSON? {
        guard pointer.hasPrefix("#") else { return nil }
        var value = source
        for part in pointer.dropFirst().split(separator: "/") {
            let token = String(part.replacing("~1", with: "/").replacing("~0", with: "~"))
            guard let next = value[token] ?? Int(token).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return value
    }

    private static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
        return token.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
