import WireJSON

/// Reads one parameter out of text, by its style, and checks it.
struct ParameterReader {
    let parameter: Parameter
    let place: Violation.Location
    let direction: Direction

    func violations(ofHeaders headers: [(String, String)]) -> [Violation] {
        let values = headers.values(ofHeader: parameter.name)
        // RFC 9110: a header sent several times is one list.
        return values.isEmpty ? absence : violations(ofText: values.joined(separator: ","))
    }

    func violations(ofCookies headers: [(String, String)]) -> [Violation] {
        let pairs = headers.values(ofHeader: "cookie").flatMap { $0.split(separator: ";") }
        for pair in pairs {
            let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == parameter.name { return violations(ofText: String(parts[1])) }
        }
        return absence
    }

    func violations(ofQuery query: [(String, String)]) -> [Violation] {
        let values = query.filter { $0.0 == parameter.name }.map(\.1)
        guard let schema = parameter.schema else { return values.isEmpty ? absence : [] }
        let shape = SchemaShape(schema)
        if !parameter.isJSON, shape.types.contains(.object), !shape.types.contains(.string) {
            let members = queryMembers(query, values, shape)
            return members.isEmpty ? absence : check(.object(object(members, shape)), schema)
        }
        guard let first = values.first else { return absence }
        if values == [""], parameter.allowsEmptyValue { return [] }
        if parameter.style == .form, parameter.explodes, shape.types.contains(.array), !parameter.isJSON {
            return check(.array(values.map { shape.elementShape.value(of: $0) }), schema, orText: first)
        }
        // A value that is no list and comes twice is read as most servers do: the first one counts.
        return violations(ofText: first)
    }

    /// Checks the text of a single value.
    func violations(ofText text: String) -> [Violation] {
        guard let schema = parameter.schema else { return [] }
        if parameter.isJSON {
            do { return check(try JSON.parse(text), schema) } catch {
                return [
                    violation("content", expected: "JSON", found: "\(JSON.string(text).shortDescription): \(error)")
                ]
            }
        }
        let shape = SchemaShape(schema)
        if shape.types.contains(.array) {
            let parts = listParts(of: text)
            return check(.array(parts.map { shape.elementShape.value(of: $0) }), schema, orText: text)
        }
        if shape.types.contains(.object), !shape.types.contains(.string) {
            return check(.object(object(pairs(of: listParts(of: text)), shape)), schema)
        }
        return check(shape.value(of: bare(text)), schema)
    }

    private var absence: [Violation] {
        guard parameter.isRequired else { return [] }
        return [violation("required", expected: "the \(parameter.location) parameter \(parameter.name)", found: "none")]
    }

    private func check(_ value: JSON, _ schema: Schema) -> [Violation] {
        schema.validate(value, location: place, direction: direction)
    }

    /// Where a schema allows both a list and a single value, the text may be either.
    private func check(_ list: JSON, _ schema: Schema, orText text: String) -> [Violation] {
        let faults = check(list, schema)
        guard !faults.isEmpty, schema.isValid(SchemaShape(schema).value(of: bare(text))) else { return faults }
        return []
    }

    private func violation(_ keyword: String, expected: String, found: String) -> Violation {
        Violation(
            location: place, pointer: "", keyword: keyword, schemaPointer: "\(parameter.pointer)/\(keyword)",
            expected: expected, found: found)
    }

    // MARK: Styles

    /// The text without what the style puts before it.
    private func bare(_ text: String) -> String {
        switch parameter.style {
        case .label where text.hasPrefix("."): String(text.dropFirst())
        case .matrix where text.hasPrefix(";\(parameter.name)="): String(text.dropFirst(parameter.name.count + 2))
        default: text
        }
    }

    private func listParts(of text: String) -> [String] {
        if parameter.style == .matrix, parameter.explodes {
            return text.split(separator: ";").map { part in
                part.hasPrefix("\(parameter.name)=") ? String(part.dropFirst(parameter.name.count + 1)) : String(part)
            }
        }
        let separator: Character =
            switch parameter.style {
            case .spaceDelimited: " "
            case .pipeDelimited: "|"
            case .label where parameter.explodes: "."
            case .matrix, .label, .form, .simple, .deepObject: ","
            }
        let trimsBlanks = parameter.location == .header
        return bare(text).split(separator: separator, omittingEmptySubsequences: false).map { part in
            trimsBlanks ? String(part.trimmingBlanks) : String(part)
        }
    }

    /// Members of an object written as `a=1,b=2` or `a,1,b,2`.
    private func pairs(of parts: [String]) -> [(String, String)] {
        if parameter.explodes {
            return parts.map { part in
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return (sides.first ?? "", sides.count > 1 ? sides[1] : "")
            }
        }
        return stride(from: 0, to: parts.count, by: 2).map { (parts[$0], $0 + 1 < parts.count ? parts[$0 + 1] : "") }
    }

    private func queryMembers(
        _ query: [(String, String)], _ values: [String], _ shape: SchemaShape
    ) -> [(String, String)] {
        switch parameter.style {
        case .deepObject:
            let prefix = parameter.name + "["
            return query.compactMap { name, value in
                guard name.hasPrefix(prefix), name.hasSuffix("]") else { return nil }
                return (String(name.dropFirst(prefix.count).dropLast()), value)
            }
        case .form where parameter.explodes: return query.filter { shape.memberShape($0.0) != nil }
        case .form, .spaceDelimited, .pipeDelimited, .matrix, .label, .simple:
            return values.first.map { pairs(of: listParts(of: $0)) } ?? []
        }
    }

    private func object(_ members: [(String, String)], _ shape: SchemaShape) -> JSONObject {
        var object = JSONObject()
        for (name, text) in members { object[name] = shape.memberShape(name)?.value(of: text) ?? .string(text) }
        return object
    }
}

extension StringProtocol {
    var trimmingBlanks: SubSequence {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return self[endIndex...] }
        return self[...last].drop(while: isBlank)
    }
}
