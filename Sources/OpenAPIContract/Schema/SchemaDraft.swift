import WireJSON

/// One schema on its way to a node: reads keyword by keyword, and names each it cannot use.
struct SchemaDraft {
    let compiler: SchemaCompiler
    let location: SchemaLocation
    var rules = SchemaRules()
    private(set) var members = JSONObject()

    init(compiler: SchemaCompiler, location: SchemaLocation) {
        self.compiler = compiler
        self.location = location
    }

    mutating func read(_ members: JSONObject) {
        self.members = members
        if compiler.dialect == .openAPI30, let reference = members["$ref"] {
            return readReferenceAlone(reference)
        }
        for member in members.members where !member.key.hasPrefix("x-") { readKeyword(member.key, member.value) }
        finishTypes()
    }

    /// OpenAPI 3.0: what stands beside `$ref` does not count.
    private mutating func readReferenceAlone(_ reference: JSON) {
        readKeyword("$ref", reference)
        for key in members.keys where !["$ref", "summary", "description"].contains(key) && !key.hasPrefix("x-") {
            finding(.unsupportedKeyword, key, "stands beside $ref, where OpenAPI 3.0 ignores it: not applied")
        }
    }

    private mutating func readKeyword(_ keyword: String, _ value: JSON) {
        if compiler.dialect == .openAPI30, !SchemaKeywords.openAPI30.contains(keyword) {
            return nameForeignKeyword(keyword)
        }
        let isRead =
            readTypeKeyword(keyword, value) || readNumberKeyword(keyword, value)
            || readStringKeyword(keyword, value) || readArrayKeyword(keyword, value)
            || readObjectKeyword(keyword, value) || readApplicator(keyword, value)
            || readAnnotation(keyword, value)
        if !isRead { nameForeignKeyword(keyword) }
    }

    private func nameForeignKeyword(_ keyword: String) {
        switch compiler.dialect {
        case .openAPI30 where Self.is202012Keyword(keyword):
            finding(.unsupportedKeyword, keyword, "is no keyword of OpenAPI 3.0 (3.1 has it): not applied")
        case .openAPI30, .jsonSchema202012:
            finding(.unknownKeyword, keyword, "is no known keyword: not applied")
        }
    }

    private static func is202012Keyword(_ keyword: String) -> Bool {
        SchemaKeywords.holdingOneSchema.contains(keyword) || SchemaKeywords.holdingSchemaList.contains(keyword)
            || SchemaKeywords.holdingSchemaMap.contains(keyword)
            || SchemaKeywords.annotations202012.contains(keyword)
            || ["const", "dependentRequired", "minContains", "maxContains", "$dynamicRef"].contains(keyword)
    }

    private mutating func readAnnotation(_ keyword: String, _ value: JSON) -> Bool {
        switch keyword {
        case "readOnly": rules.isReadOnly = value == true
        case "writeOnly": rules.isWriteOnly = value == true
        case "discriminator": rules.discriminator = discriminator(value)
        case "nullable" where compiler.dialect == .jsonSchema202012:
            finding(
                .unsupportedKeyword, keyword, "is no keyword of OpenAPI 3.1 (write type: [..., \"null\"]): not applied")
        case "definitions":
            _ = schemaMap(keyword, value)
        case "$schema":
            let known = [
                "https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.1/dialect/base",
            ]
            let uri = value.stringValue.map { $0.hasSuffix("#") ? String($0.dropLast()) : $0 }
            if !known.contains(uri ?? "") {
                finding(.unsupportedKeyword, keyword, "names a dialect that is not known: read as draft 2020-12")
            }
        default:
            return SchemaKeywords.annotations.contains(keyword) || SchemaKeywords.annotations202012.contains(keyword)
        }
        return true
    }

    private func discriminator(_ value: JSON) -> Discriminator? {
        guard let name = value["propertyName"]?.stringValue else {
            malformed("discriminator", "an object with propertyName", value)
            return nil
        }
        var discriminator = Discriminator(propertyName: name, schemaByValue: [:])
        for keyword in ["oneOf", "anyOf"] {
            for (index, branch) in (members[keyword]?.arrayValue ?? []).enumerated() {
                guard let reference = branch["$ref"]?.stringValue else { continue }
                let schema = subschema(keyword, String(index), branch)
                if let name = reference.split(separator: "/").last {
                    discriminator.schemaByValue[String(name)] = schema
                }
                for entry in value["mapping"]?.objectValue?.members ?? []
                where entry.value.stringValue == reference || entry.value.stringValue == referenceName(reference) {
                    discriminator.schemaByValue[entry.key] = schema
                }
            }
        }
        return discriminator
    }

    private func referenceName(_ reference: String) -> String? { reference.split(separator: "/").last.map(String.init) }

    /// The schema at `keyword`.
    func subschema(_ keyword: String) -> Int {
        compiler.schema(at: location.appending(keyword), members[keyword] ?? .null)
    }

    /// The schema at an entry of `keyword`, which is a list or an object.
    func subschema(_ keyword: String, _ entry: String, _ json: JSON) -> Int {
        compiler.schema(at: location.appending(keyword).appending(entry), json)
    }

    func finding(_ kind: DocumentFinding.Kind, _ keyword: String, _ message: String) {
        compiler.finding(kind, compiler.resources.display(location.appending(keyword)), "\(keyword) \(message)")
    }

    /// Reports a keyword whose value it cannot have.
    func malformed(_ keyword: String, _ expected: String, _ value: JSON) {
        finding(.malformedKeyword, keyword, "must be \(expected), not \(value.shortDescription): not applied")
    }

    /// A number that counts something: an integer from 0 up.
    func count(_ keyword: String, _ value: JSON) -> Int? {
        guard let number = value.intValue, number >= 0, let count = Int(exactly: number) else {
            malformed(keyword, "an integer from 0 up", value)
            return nil
        }
        return count
    }

    /// A list of texts.
    func strings(_ keyword: String, _ value: JSON) -> [String]? {
        let texts = value.arrayValue?.compactMap(\.stringValue)
        guard let texts, texts.count == value.arrayValue?.count else {
            malformed(keyword, "a list of strings", value)
            return nil
        }
        return texts
    }
}
