/// Where a schema stands: which of the loaded texts, and the pointer into it.
struct SchemaLocation: Hashable, Sendable {
    /// 0 is the document itself; others are resources given along with it.
    let document: Int
    let pointer: String

    func appending(_ token: String) -> SchemaLocation {
        SchemaLocation(document: document, pointer: JSONPointer.appending(token, to: pointer))
    }

    /// This location and those around it, innermost first.
    var enclosing: [SchemaLocation] {
        var result = [self]
        var pointer = Substring(pointer)
        while let slash = pointer.lastIndex(of: "/") {
            pointer = pointer[..<slash]
            result.append(SchemaLocation(document: document, pointer: String(pointer)))
        }
        return result
    }
}
