import WireJSON

/// A value inside a document, together with its place.
struct DocumentPart {
    let json: JSON
    /// Without the `#`.
    let pointer: String

    /// The place for people: `#/paths/~1jobs`.
    var display: String { "#" + pointer }

    subscript(key: String) -> DocumentPart? {
        json[key].map { DocumentPart(json: $0, pointer: JSONPointer.appending(key, to: pointer)) }
    }

    /// The members of an object, in order; none for any other value.
    var members: [(key: String, part: DocumentPart)] { members { _ in true } }

    /// The members that are no extensions.
    var ownMembers: [(key: String, part: DocumentPart)] { members { !$0.hasPrefix("x-") } }

    private func members(where isWanted: (String) -> Bool) -> [(key: String, part: DocumentPart)] {
        guard case .object(let object) = json else { return [] }
        return object.members.compactMap { member in
            guard isWanted(member.key) else { return nil }
            let pointer = JSONPointer.appending(member.key, to: pointer)
            return (member.key, DocumentPart(json: member.value, pointer: pointer))
        }
    }

    /// The elements of a list; none for any other value.
    var elements: [DocumentPart] {
        (json.arrayValue ?? []).enumerated().map { index, element in
            DocumentPart(json: element, pointer: "\(pointer)/\(index)")
        }
    }

    /// The `x-…` members.
    var extensions: [String: JSON] {
        var result: [String: JSON] = [:]
        for member in json.objectValue?.members ?? [] where member.key.hasPrefix("x-") {
            result[member.key] = member.value
        }
        return result
    }
}
