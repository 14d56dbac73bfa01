import WireJSON

/// Reads the OpenAPI part of a document, collecting everything wrong and everything not understood.
final class DocumentReader {
    let root: DocumentPart
    let compiler: SchemaCompiler
    let table = SchemaTable()
    private var partByReference: [String: DocumentPart] = [:]
    /// What was read already, by pointer: shared parts are read, and what is odd about them named, once.
    var readParameters: [String: Parameter] = [:]
    var readResponses: [String: (headers: [Parameter], content: [MediaType])] = [:]
    var readRequestBodies: [String: RequestBody] = [:]

    /// References in a row before they count as a circle.
    private static let maximumHops = 32

    init(_ json: JSON, dialect: Dialect, resources: [String: JSON]) {
        root = DocumentPart(json: json, pointer: "")
        compiler = SchemaCompiler(dialect: dialect, assertsFormats: true, document: json, uri: "", others: resources)
    }

    func problem(_ part: DocumentPart, _ message: String) { compiler.problem(part.display, message) }

    func finding(_ kind: DocumentFinding.Kind, _ part: DocumentPart, _ message: String) {
        compiler.finding(kind, part.display, message)
    }

    /// Names the members of `part` that are not among `fields`, or are not checked.
    func checkFields(of part: DocumentPart, _ fields: Set<String>) {
        for key in part.json.objectValue?.keys ?? [] where !key.hasPrefix("x-") {
            if !fields.contains(key), let member = part[key] {
                finding(.unknownField, member, "\(key) is no field that belongs here: not used")
            } else if let reason = DocumentFields.unchecked[key], let member = part[key] {
                finding(.uncheckedField, member, "\(key): \(reason)")
            }
        }
    }

    /// Follows `$ref`; nil when it leads nowhere, which is then reported.
    func resolved(_ part: DocumentPart) -> DocumentPart? {
        var part = part
        for _ in 0..<Self.maximumHops {
            guard let reference = part["$ref"] else { return part }
            guard let text = reference.json.stringValue else {
                problem(reference, "$ref must be a string, not \(reference.json.shortDescription)")
                return nil
            }
            if let known = partByReference[text] {
                part = known
                continue
            }
            guard text.hasPrefix("#") else {
                finding(
                    .externalReference, reference, "refers to \(text), outside the document: nothing is checked here")
                return nil
            }
            let pointer = URIReference.percentDecoded(text.dropFirst())
            guard let target = JSONPointer.value(at: pointer, in: root.json) else {
                problem(reference, "$ref \"\(text)\" leads nowhere")
                return nil
            }
            part = DocumentPart(json: target, pointer: pointer)
            partByReference[text] = part
        }
        problem(part, "these references lead in a circle")
        return nil
    }

    func schema(at part: DocumentPart) -> Schema {
        let place = SchemaLocation(document: 0, pointer: part.pointer)
        return Schema(table: table, index: compiler.schema(at: place, part.json))
    }

    /// The text field `key`; nil when it is absent or, which is reported, something else.
    func text(_ part: DocumentPart, _ key: String) -> String? {
        guard let json = part.json[key] else { return nil }
        if case .string(let text) = json { return text }
        if let field = part[key] {
            finding(.malformedField, field, "\(key) must be a string, not \(json.shortDescription): not used")
        }
        return nil
    }

    /// The boolean field `key`; `standard` when it is absent or, which is reported, something else.
    func flag(_ part: DocumentPart, _ key: String, standard: Bool = false) -> Bool {
        guard let json = part.json[key] else { return standard }
        if case .bool(let flag) = json { return flag }
        if let field = part[key] {
            finding(.malformedField, field, "\(key) must be true or false, not \(json.shortDescription): not used")
        }
        return standard
    }

    /// The texts of a list; what else is in it is reported.
    func texts(_ part: DocumentPart?) -> [String] {
        (part?.elements ?? []).compactMap { element in
            if case .string(let text) = element.json { return text }
            finding(.malformedField, element, "must be a string, not \(element.json.shortDescription): not used")
            return nil
        }
    }

    /// Whether `part` is an object; reported as a problem when not.
    func isObject(_ part: DocumentPart, _ what: String) -> Bool {
        if part.json.objectValue != nil { return true }
        problem(part, "\(what) must be an object, not \(part.json.shortDescription)")
        return false
    }
}
