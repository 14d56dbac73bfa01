import WireJSON

extension SchemaEvaluator {
    mutating func checkArray(_ elements: [JSON], _ node: SchemaNode) -> Bool {
        guard let rules = node.rules.array else { return true }
        var isValid = checkCount(of: elements, rules, node)
        guard isValid || isExplaining else { return false }
        for (index, schema) in rules.prefixItems.enumerated() where index < elements.count {
            isValid = check(elements[index], schema, at: .element(index)) && isValid
            guard isValid || isExplaining else { return false }
        }
        if let schema = rules.items, elements.count > rules.prefixItems.count {
            for index in rules.prefixItems.count..<elements.count {
                isValid = check(elements[index], schema, at: .element(index)) && isValid
                guard isValid || isExplaining else { return false }
            }
        }
        if rules.needsUniqueItems, let (first, second) = Self.firstRepetition(in: elements) {
            isValid = fail(
                node, "uniqueItems", expected: "elements that all differ",
                found: "the same \(elements[first].shortDescription) at \(first) and \(second)")
        }
        guard isValid || isExplaining, let schema = rules.contains else { return isValid }
        return checkContains(elements, schema, rules, node) && isValid
    }

    private mutating func checkCount(of elements: [JSON], _ rules: ArrayRules, _ node: SchemaNode) -> Bool {
        var isValid = true
        if let limit = rules.minItems, elements.count < limit {
            isValid = fail(
                node, "minItems", expected: "at least \(limit) elements", found: JSON.array(elements).shortDescription)
        }
        if let limit = rules.maxItems, elements.count > limit {
            isValid = fail(
                node, "maxItems", expected: "at most \(limit) elements", found: JSON.array(elements).shortDescription)
        }
        return isValid
    }

    private mutating func checkContains(
        _ elements: [JSON], _ schema: Int, _ rules: ArrayRules, _ node: SchemaNode
    ) -> Bool {
        var count = 0
        for element in elements where holds(element, schema) { count += 1 }
        let minimum = rules.minContains ?? 1
        let place = nodes[schema].pointer
        if count < minimum {
            return fail(
                node, rules.minContains == nil ? "contains" : "minContains",
                expected: "at least \(minimum) elements that meet \(place)", found: "\(count)")
        }
        guard let maximum = rules.maxContains, count > maximum else { return true }
        return fail(
            node, "maxContains", expected: "at most \(maximum) elements that meet \(place)",
            found: "\(count)")
    }

    /// The places of two elements that are the same.
    private static func firstRepetition(in elements: [JSON]) -> (Int, Int)? {
        var placesByHash: [Int: [Int]] = [:]
        for (index, element) in elements.enumerated() {
            var hasher = Hasher()
            element.hashAsSame(into: &hasher)
            let hash = hasher.finalize()
            for earlier in placesByHash[hash] ?? [] where elements[earlier].isSame(as: element) {
                return (earlier, index)
            }
            placesByHash[hash, default: []].append(index)
        }
        return nil
    }
}
