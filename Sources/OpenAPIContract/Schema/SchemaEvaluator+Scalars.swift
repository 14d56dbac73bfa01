import WireJSON

extension SchemaEvaluator {
    mutating func checkNumber(_ value: JSON, _ node: SchemaNode) -> Bool {
        var isValid = true
        for rule in node.rules.numbers where !meets(rule, value) {
            guard isExplaining else { return false }
            isValid = fail(rule, value, node)
        }
        return isValid
    }

    private func meets(_ rule: NumberRule, _ value: JSON) -> Bool {
        switch rule {
        case .minimum(let limit, let isExclusive, _):
            value.compared(toNumber: limit).map { isExclusive ? $0 > 0 : $0 >= 0 } ?? false
        case .maximum(let limit, let isExclusive, _):
            value.compared(toNumber: limit).map { isExclusive ? $0 < 0 : $0 <= 0 } ?? false
        case .multipleOf(let divisor, let exactDivisor): isMultiple(value, of: divisor, exactDivisor)
        case .format(let format): format.accepts(value)
        }
    }

    private func isMultiple(_ value: JSON, of divisor: JSON, _ exactDivisor: DecimalNumber) -> Bool {
        if case (.int(let number), .int(let step)) = (value, divisor) { return number % step == 0 }
        return DecimalNumber(value)?.isMultiple(of: exactDivisor) ?? false
    }

    private mutating func fail(_ rule: NumberRule, _ value: JSON, _ node: SchemaNode) -> Bool {
        let keyword: String
        let expected: String
        switch rule {
        case .minimum(let limit, let isExclusive, let name):
            keyword = name
            expected = "\(isExclusive ? "above" : "at least") \(limit.text)"
        case .maximum(let limit, let isExclusive, let name):
            keyword = name
            expected = "\(isExclusive ? "below" : "at most") \(limit.text)"
        case .multipleOf(let divisor, _):
            keyword = "multipleOf"
            expected = "a multiple of \(divisor.text)"
        case .format(let format):
            keyword = "format"
            expected = format.expectation
        }
        return fail(node, keyword, expected: expected, found: value.shortDescription)
    }

    mutating func checkString(_ text: String, _ node: SchemaNode) -> Bool {
        var isValid = true
        for rule in node.rules.strings where !meets(rule, text) {
            guard isExplaining else { return false }
            isValid = fail(rule, text, node)
        }
        return isValid
    }

    private func meets(_ rule: StringRule, _ text: String) -> Bool {
        switch rule {
        // A scalar takes one to four bytes, so the byte count often settles it.
        case .minLength(let limit): text.utf8.count >= limit && text.unicodeScalars.count >= limit
        case .maxLength(let limit): text.utf8.count <= limit || text.unicodeScalars.count <= limit
        case .pattern(let pattern): pattern.matches(text) ?? false
        case .format(let format): format.accepts(text)
        }
    }

    private mutating func fail(_ rule: StringRule, _ text: String, _ node: SchemaNode) -> Bool {
        let found = JSON.string(text).shortDescription
        switch rule {
        case .minLength(let limit):
            let length = "\(found) of \(text.unicodeScalars.count) characters"
            return fail(node, "minLength", expected: "at least \(limit) characters", found: length)
        case .maxLength(let limit):
            let length = "\(found) of \(text.unicodeScalars.count) characters"
            return fail(node, "maxLength", expected: "at most \(limit) characters", found: length)
        case .pattern(let pattern):
            let cost = pattern.matches(text) == nil ? ", which takes too long to match" : ""
            return fail(node, "pattern", expected: "a match of \(pattern.text)", found: found + cost)
        case .format(let format): return fail(node, "format", expected: format.expectation, found: found)
        }
    }
}
