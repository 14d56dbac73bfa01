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
    var members: [(key: String, part: DocumentPart)] {
        (json.objectValue?.members ?? []).map { member in
            (member.key, DocumentPart(json: member.value, pointer: JSONPointer.appending(member.key, to: pointer)))
        }
    }

    /// The members that are no extensions.
    var ownMembers: [(key: String, part: DocumentPart)] { members.filter { !$0.key.hasPrefix("x-") } }

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
