import WireJSON

/// `unevaluatedItems` and `unevaluatedProperties`.
///
/// What other keywords have seen is found out afterwards, by asking the schemas again, and only where one of the two
/// keywords stands: schemas without them pay nothing.
extension SchemaEvaluator {
    mutating func checkUnevaluated(_ value: JSON, _ node: SchemaNode) -> Bool {
        var isValid = true
        if case .array(let elements) = value, let schema = node.rules.unevaluatedItems {
            var seen = [Bool](repeating: false, count: elements.count)
            markSeenElements(of: elements, node, &seen)
            for index in elements.indices where !seen[index] {
                isValid = checkUnseen(elements[index], schema, .element(index), "unevaluatedItems", node) && isValid
            }
        }
        if case .object(let object) = value, let schema = node.rules.unevaluatedProperties {
            var seen = [Bool](repeating: false, count: object.count)
            markSeenMembers(of: object, node, &seen)
            for (index, member) in object.members.enumerated() where !seen[index] {
                isValid =
                    checkUnseen(member.value, schema, .member(member.key), "unevaluatedProperties", node) && isValid
            }
        }
        return isValid
    }

    private mutating func checkUnseen(
        _ value: JSON, _ schema: Int, _ step: Step, _ keyword: String, _ node: SchemaNode
    ) -> Bool {
        guard nodes[schema].rules.always == false else { return check(value, schema, at: step) }
        return fail(
            at: step, node, keyword, expected: "nothing that no other keyword describes", found: value.shortDescription)
    }

    /// The schemas that `node` applies to the value itself and that it meets: what they see counts as seen.
    private mutating func metSubschemas(of node: SchemaNode, _ value: JSON) -> [Int] {
        var met: [Int] = []
        for applicator in node.rules.applicators {
            switch applicator {
            case .reference(let target): met.append(target)
            case .dynamicReference(let initial, let schemas): met.append(dynamicTarget(initial, schemas))
            case .allOf(let schemas): met += schemas
            case .anyOf(let schemas), .oneOf(let schemas): met += schemas.filter { holds(value, $0) }
            case .not: break
            case .conditional(let condition, let consequence, let alternative):
                let isMet = holds(value, condition)
                if isMet { met.append(condition) }
                if let schema = isMet ? consequence : alternative { met.append(schema) }
            case .dependentSchemas(let entries):
                for entry in entries where value[entry.name] != nil { met.append(entry.schema) }
            }
        }
        return met
    }

    private mutating func markSeenElements(of elements: [JSON], _ node: SchemaNode, _ seen: inout [Bool]) {
        if let rules = node.rules.array {
            for index in elements.indices where index < rules.prefixItems.count || rules.items != nil {
                seen[index] = true
            }
            if let schema = rules.contains {
                for index in elements.indices where !seen[index] && holds(elements[index], schema) {
                    seen[index] = true
                }
            }
        }
        for schema in metSubschemas(of: node, .array(elements)) {
            markSeenElements(of: elements, nodes[schema], &seen)
            if nodes[schema].rules.unevaluatedItems != nil { seen = seen.map { _ in true } }
        }
    }

    private mutating func markSeenMembers(of object: JSONObject, _ node: SchemaNode, _ seen: inout [Bool]) {
        if let rules = node.rules.object {
            for (index, member) in object.members.enumerated() where !seen[index] {
                seen[index] =
                    rules.additionalProperties != nil
                    || rules.properties.index(of: member.key, hint: index) != nil
                    || rules.patternProperties.contains { $0.pattern.matches(member.key) ?? false }
            }
        }
        for schema in metSubschemas(of: node, .object(object)) {
            markSeenMembers(of: object, nodes[schema], &seen)
            if nodes[schema].rules.unevaluatedProperties != nil { seen = seen.map { _ in true } }
        }
    }
}
