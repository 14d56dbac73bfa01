import WireJSON

extension SchemaEvaluator {
    mutating func checkApplicator(_ applicator: Applicator, _ value: JSON, _ node: SchemaNode) -> Bool {
        switch applicator {
        case .reference(let target): return check(value, target)
        case .dynamicReference(let initial, let schemas): return check(value, dynamicTarget(initial, schemas))
        case .allOf(let schemas):
            var isValid = true
            for schema in schemas {
                isValid = check(value, schema) && isValid
                guard isValid || isExplaining else { return false }
            }
            return isValid
        case .anyOf(let schemas):
            for schema in schemas where holds(value, schema) { return true }
            return failAlternatives("anyOf", schemas, value, node)
        case .oneOf(let schemas): return checkOneOf(schemas, value, node)
        case .not(let schema):
            guard holds(value, schema) else { return true }
            let refused = nodes[schema].pointer
            return fail(
                node, "not", expected: "a value that does not meet \(refused)", found: value.shortDescription)
        case .conditional(let condition, let consequence, let alternative):
            guard let schema = holds(value, condition) ? consequence : alternative else { return true }
            return check(value, schema)
        case .dependentSchemas(let entries):
            guard case .object(let object) = value else { return true }
            var isValid = true
            for entry in entries where object[entry.name] != nil { isValid = check(value, entry.schema) && isValid }
            return isValid
        }
    }

    func dynamicTarget(_ initial: Int, _ schemas: [Int: Int]) -> Int {
        for resource in scope {
            if let schema = schemas[resource] { return schema }
        }
        return initial
    }

    private mutating func checkOneOf(_ schemas: [Int], _ value: JSON, _ node: SchemaNode) -> Bool {
        var first: Int?
        for schema in schemas where holds(value, schema) {
            guard let first else {
                first = schema
                continue
            }
            let (one, other) = (nodes[first].pointer, nodes[schema].pointer)
            return fail(
                node, "oneOf", expected: "a value that meets exactly one alternative",
                found: "\(value.shortDescription) that meets \(one) and \(other)")
        }
        return first != nil || failAlternatives("oneOf", schemas, value, node)
    }

    /// No alternative fits. When it is clear which one was meant, its faults say more than the bare fact.
    private mutating func failAlternatives(
        _ keyword: String, _ schemas: [Int], _ value: JSON, _ node: SchemaNode
    ) -> Bool {
        guard isExplaining else { return false }
        if let meant = discriminated(value, node) {
            add(faults(of: value, meant))
            return false
        }
        let candidates = schemas.map { faults(of: value, $0) }.filter { faults in
            !faults.contains { isAboutKind($0) }
        }
        if candidates.count == 1, let only = candidates.first, !only.isEmpty {
            add(only)
            return false
        }
        let places = schemas.prefix(6).map { nodes[$0].pointer }.joined(separator: ", ")
        return fail(
            node, keyword, expected: "a value that meets one of \(places)\(schemas.count > 6 ? ", …" : "")",
            found: value.shortDescription)
    }

    /// Whether a fault of an alternative is that it is for other kinds of values altogether.
    private func isAboutKind(_ fault: Violation) -> Bool {
        fault.pointer == pointer && ["type", "const", "enum", "false"].contains(fault.keyword)
    }

    private func discriminated(_ value: JSON, _ node: SchemaNode) -> Int? {
        guard let discriminator = node.rules.discriminator,
            let name = value[discriminator.propertyName]?.stringValue
        else { return nil }
        return discriminator.schemaByValue[name]
    }
}
