import WireJSON

extension SchemaDraft {
    mutating func readArrayKeyword(_ keyword: String, _ value: JSON) -> Bool {
        var array = rules.array ?? ArrayRules()
        switch keyword {
        case "minItems": array.minItems = count(keyword, value)
        case "maxItems": array.maxItems = count(keyword, value)
        case "uniqueItems":
            if value.boolValue == nil { malformed(keyword, "true or false", value) }
            array.needsUniqueItems = value.boolValue ?? false
        case "items":
            guard value.arrayValue == nil else {
                malformed(keyword, "one schema (a list is prefixItems now)", value)
                return true
            }
            array.items = subschema(keyword)
        case "prefixItems": array.prefixItems = schemaList(keyword, value) ?? []
        case "contains": array.contains = subschema(keyword)
        case "minContains": array.minContains = count(keyword, value)
        case "maxContains": array.maxContains = count(keyword, value)
        case "unevaluatedItems":
            rules.unevaluatedItems = subschema(keyword)
            return true
        default: return false
        }
        rules.array = array
        return true
    }

    mutating func readObjectKeyword(_ keyword: String, _ value: JSON) -> Bool {
        var object = rules.object ?? ObjectRules()
        switch keyword {
        case "properties":
            // `required` may have been read before.
            let known = object.requiredElsewhere
            object.requiredElsewhere = []
            for (name, schema) in schemaMap(keyword, value) {
                object.properties.append(PropertyTable.Property(name: name, schema: schema, isRequired: false))
            }
            for name in known { require(name, of: &object) }
        case "required": for name in strings(keyword, value) ?? [] { require(name, of: &object) }
        case "additionalProperties": object.additionalProperties = additionalProperties(value)
        case "patternProperties":
            for (name, schema) in schemaMap(keyword, value) {
                if let pattern = pattern(name, keyword) { object.patternProperties.append((pattern, schema)) }
            }
        case "minProperties": object.minProperties = count(keyword, value)
        case "maxProperties": object.maxProperties = count(keyword, value)
        case "propertyNames": object.propertyNames = subschema(keyword)
        case "dependentRequired": object.dependentRequired = dependentRequired(value)
        case "unevaluatedProperties":
            rules.unevaluatedProperties = subschema(keyword)
            return true
        default: return false
        }
        rules.object = object
        return true
    }

    private func require(_ name: String, of object: inout ObjectRules) {
        guard !object.properties.markRequired(name), !object.requiredElsewhere.contains(name) else { return }
        object.requiredElsewhere.append(name)
    }

    private func additionalProperties(_ value: JSON) -> Int? {
        // `true` is the default in both dialects; in 3.0 it is no schema.
        switch value {
        case .bool(true): return compiler.dialect == .openAPI30 ? nil : subschema("additionalProperties")
        case .bool(false) where compiler.dialect == .openAPI30: return compiler.neverSchema()
        case .bool, .object: return subschema("additionalProperties")
        default:
            malformed("additionalProperties", "a schema, true or false", value)
            return nil
        }
    }

    private func dependentRequired(_ value: JSON) -> [(name: String, needed: [String])] {
        guard case .object(let entries) = value else {
            malformed("dependentRequired", "an object of lists of strings", value)
            return []
        }
        return entries.members.compactMap { entry in
            strings("dependentRequired", entry.value).map { (entry.key, $0) }
        }
    }

    func schemaList(_ keyword: String, _ value: JSON) -> [Int]? {
        guard case .array(let list) = value, !list.isEmpty else {
            malformed(keyword, "a list of schemas, not empty", value)
            return nil
        }
        return list.enumerated().map { subschema(keyword, String($0), $1) }
    }

    func schemaMap(_ keyword: String, _ value: JSON) -> [(name: String, schema: Int)] {
        guard case .object(let entries) = value else {
            malformed(keyword, "an object of schemas", value)
            return []
        }
        return entries.members.map { ($0.key, subschema(keyword, $0.key, $0.value)) }
    }

    mutating func readApplicator(_ keyword: String, _ value: JSON) -> Bool {
        switch keyword {
        case "$ref":
            guard let text = value.stringValue else {
                malformed(keyword, "a string", value)
                return true
            }
            if let target = compiler.schema(referredToBy: text, at: location, keyword: keyword) {
                rules.applicators.append(.reference(target))
            }
        case "$dynamicRef": readDynamicReference(value)
        case "allOf": if let schemas = schemaList(keyword, value) { rules.applicators.append(.allOf(schemas)) }
        case "anyOf": if let schemas = schemaList(keyword, value) { rules.applicators.append(.anyOf(schemas)) }
        case "oneOf": if let schemas = schemaList(keyword, value) { rules.applicators.append(.oneOf(schemas)) }
        case "not": rules.applicators.append(.not(subschema(keyword)))
        case "if": readConditional()
        // Read with `if`, and without effect alone.
        case "then", "else": if members["if"] == nil { _ = subschema(keyword) }
        case "dependentSchemas": rules.applicators.append(.dependentSchemas(schemaMap(keyword, value)))
        case "$defs": _ = schemaMap(keyword, value)
        default: return false
        }
        return true
    }

    private mutating func readConditional() {
        let consequence = members["then"].map { _ in subschema("then") }
        let alternative = members["else"].map { _ in subschema("else") }
        // Kept even without both, because what `if` sees counts as evaluated.
        rules.applicators.append(
            .conditional(condition: subschema("if"), consequence: consequence, alternative: alternative))
    }

    private mutating func readDynamicReference(_ value: JSON) {
        guard let text = value.stringValue else { return malformed("$dynamicRef", "a string", value) }
        guard let initial = compiler.schema(referredToBy: text, at: location, keyword: "$dynamicRef") else { return }
        let name = URIReference(text).fragment ?? ""
        let schemas = compiler.schemas(dynamicallyAnchoredAs: name)
        // Dynamic only if the plain reading already leads to a dynamic anchor.
        guard schemas.values.contains(initial) else { return rules.applicators.append(.reference(initial)) }
        rules.applicators.append(.dynamicReference(initial: initial, schemaByResource: schemas))
    }
}
