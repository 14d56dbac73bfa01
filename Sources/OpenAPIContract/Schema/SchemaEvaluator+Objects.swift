import WireJSON

extension SchemaEvaluator {
    mutating func checkObject(_ object: JSONObject, _ node: SchemaNode) -> Bool {
        guard let rules = node.rules.object else { return true }
        var isValid = checkMembers(object, rules, node)
        guard isValid || isExplaining else { return false }
        for name in rules.requiredElsewhere where object[name] == nil {
            isValid = failRequired(name, object, node)
        }
        if let limit = rules.minProperties, object.count < limit {
            isValid = fail(
                node, "minProperties", expected: "at least \(limit) members",
                found: JSON.object(object).shortDescription)
        }
        if let limit = rules.maxProperties, object.count > limit {
            isValid = fail(
                node, "maxProperties", expected: "at most \(limit) members",
                found: JSON.object(object).shortDescription)
        }
        guard isValid || isExplaining else { return false }
        for rule in rules.dependentRequired where object[rule.name] != nil {
            for name in rule.needed where object[name] == nil {
                isValid = fail(
                    node, "dependentRequired", expected: "a member \"\(name)\" beside \"\(rule.name)\"",
                    found: JSON.object(object).shortDescription)
            }
        }
        return isValid
    }

    private mutating func checkMembers(_ object: JSONObject, _ rules: ObjectRules, _ node: SchemaNode) -> Bool {
        var isValid = true
        var requiredLeft = rules.properties.requiredCount
        var hint = 0
        for (key, value) in object.members {
            var isDescribed = false
            if let index = rules.properties.index(of: key, hint: hint) {
                hint = index + 1
                isDescribed = true
                let property = rules.properties.properties[index]
                if property.isRequired { requiredLeft -= 1 }
                isValid = checkProperty(key, value, property.schema) && isValid
            }
            for (pattern, schema) in rules.patternProperties where pattern.matches(key) ?? false {
                isDescribed = true
                isValid = check(value, schema, at: .member(key)) && isValid
            }
            if !isDescribed, let schema = rules.additionalProperties {
                isValid = checkAdditional(key, value, schema, node) && isValid
            }
            if let schema = rules.propertyNames, !holds(.string(key), schema) {
                let place = nodes[schema].pointer
                isValid = fail(
                    at: .member(key), node, "propertyNames", expected: "a name that meets \(place)",
                    found: JSON.string(key).shortDescription)
            }
            guard isValid || isExplaining else { return false }
        }
        guard requiredLeft > 0 else { return isValid }
        return checkMissing(object, rules, node) && isValid
    }

    private mutating func checkProperty(_ key: String, _ value: JSON, _ schema: Int) -> Bool {
        if direction == .response, nodes[schema].rules.isWriteOnly {
            return fail(
                at: .member(key), nodes[schema], "writeOnly", expected: "no such member in a response",
                found: value.shortDescription)
        }
        return check(value, schema, at: .member(key))
    }

    private mutating func checkAdditional(_ key: String, _ value: JSON, _ schema: Int, _ node: SchemaNode) -> Bool {
        guard nodes[schema].rules.always == false else { return check(value, schema, at: .member(key)) }
        return fail(
            at: .member(key), node, "additionalProperties", expected: "no member \"\(key.shortened(to: 48))\"",
            found: value.shortDescription)
    }

    /// Some required member is missing; that may be right for this direction.
    private mutating func checkMissing(_ object: JSONObject, _ rules: ObjectRules, _ node: SchemaNode) -> Bool {
        var isValid = true
        for property in rules.properties.properties where property.isRequired && object[property.name] == nil {
            switch direction {
            case .request: if nodes[property.schema].rules.isReadOnly { continue }
            case .response: if nodes[property.schema].rules.isWriteOnly { continue }
            case .none: break
            }
            isValid = failRequired(property.name, object, node)
        }
        return isValid
    }

    private mutating func failRequired(_ name: String, _ object: JSONObject, _ node: SchemaNode) -> Bool {
        let keys = object.keys.prefix(12).map { $0.shortened(to: 40) }.joined(separator: ", ")
        return fail(
            node, "required", expected: "a member \"\(name)\"",
            found: object.isEmpty ? "empty object" : "object with \(keys)\(object.count > 12 ? ", …" : "")")
    }
}
