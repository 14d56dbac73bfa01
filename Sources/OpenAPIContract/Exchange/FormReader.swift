import WireJSON

/// Reads a body of type `application/x-www-form-urlencoded` and checks it.
struct FormReader {
    let schema: Schema
    let location: Violation.Location
    let direction: Direction

    func violations(of bytes: [UInt8]) -> [Violation] {
        let shape = SchemaShape(schema)
        var object = JSONObject()
        for pair in String(decoding: bytes, as: UTF8.self).split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.decoded)
            let (name, text) = (sides.first ?? "", sides.count > 1 ? sides[1] : "")
            let member = shape.memberShape(name)
            guard let member, member.types.contains(.array) else {
                object[name] = member?.value(of: text) ?? .string(text)
                continue
            }
            object[name] = .array((object[name]?.arrayValue ?? []) + [member.elementShape.value(of: text)])
        }
        return schema.validate(.object(object), location: location, direction: direction)
    }

    private static func decoded(_ text: Substring) -> String {
        URIReference.percentDecoded(String(text.map { $0 == "+" ? " " : $0 }))
    }
}
