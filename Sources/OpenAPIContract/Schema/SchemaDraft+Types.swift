import WireJSON

extension SchemaDraft {
    /// Keywords about any kind of value. False when `keyword` is none of them, as in the other readers.
    mutating func readTypeKeyword(_ keyword: String, _ value: JSON) -> Bool {
        switch keyword {
        case "type": readType(value)
        case "enum":
            guard case .array(let values) = value else {
                malformed(keyword, "a list", value)
                return true
            }
            rules.allowedValues = values
        case "const": rules.constant = value
        case "format": readFormat(value)
        case "nullable" where compiler.dialect == .openAPI30:
            if value.boolValue == nil { malformed(keyword, "true or false", value) }
        default: return false
        }
        return true
    }

    private mutating func readType(_ value: JSON) {
        let words: [String]?
        switch value {
        case .string(let word): words = [word]
        case .array where compiler.dialect == .jsonSchema202012: words = strings("type", value)
        default: words = nil
        }
        var types: TypeSet = []
        for word in words ?? [] {
            guard let type = TypeSet(word: word), word != "null" || compiler.dialect == .jsonSchema202012 else {
                return malformed("type", "one of the words object, array, string, number, integer, boolean", value)
            }
            types.formUnion(type)
        }
        guard !types.isEmpty else { return malformed("type", "the name of a type", value) }
        rules.types = types
    }

    /// OpenAPI 3.0.3: `nullable` adds null to the types that `type` lists, and does nothing without `type`.
    mutating func finishTypes() {
        guard compiler.dialect == .openAPI30, members["nullable"]?.boolValue == true else { return }
        guard members["type"] != nil else {
            return finding(.unsupportedKeyword, "nullable", "has no effect without type beside it")
        }
        rules.types.insert(.null)
    }

    private mutating func readFormat(_ value: JSON) {
        guard let name = value.stringValue else { return malformed("format", "a string", value) }
        guard compiler.assertsFormats else { return }
        if let format = StringFormat(rawValue: name) {
            rules.strings.append(.format(format))
        } else if let format = NumberFormat(rawValue: name) {
            rules.numbers.append(.format(format))
        } else if !StringFormat.unchecked.contains(name) {
            finding(.unknownFormat, "format", "\"\(name)\" is not known: not checked")
        }
    }

    mutating func readNumberKeyword(_ keyword: String, _ value: JSON) -> Bool {
        switch keyword {
        case "minimum", "maximum":
            guard isNumber(keyword, value) else { return true }
            let exclusion = keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"
            appendLimit(keyword, value, isExclusive: members[exclusion]?.boolValue ?? false)
        case "exclusiveMinimum", "exclusiveMaximum": readExclusiveLimit(keyword, value)
        case "multipleOf":
            guard let divisor = DecimalNumber(value), !divisor.isZero, !divisor.isNegative else {
                malformed(keyword, "a number above 0", value)
                return true
            }
            guard divisor.digits.count <= 19 else {
                finding(.unsupportedKeyword, keyword, "has more than 19 digits: not applied")
                return true
            }
            rules.numbers.append(.multipleOf(value, divisor))
        default: return false
        }
        return true
    }

    /// A boolean in OpenAPI 3.0, a number since 3.1; the wrong one of the two is applied as it is meant, and named.
    private mutating func readExclusiveLimit(_ keyword: String, _ value: JSON) {
        switch (value, compiler.dialect) {
        case (.bool, .openAPI30): break
        case (.bool(let isOn), .jsonSchema202012):
            let effect = isOn ? "applied as 3.0 has it" : "without effect"
            finding(.malformedKeyword, keyword, "is a boolean, as in OpenAPI 3.0; 3.1 wants a number: \(effect)")
        case (_, .openAPI30):
            guard isNumber(keyword, value) else { return }
            finding(
                .malformedKeyword, keyword, "is a number, as in OpenAPI 3.1; 3.0 wants a boolean: applied as 3.1 has it"
            )
            appendLimit(keyword, value, isExclusive: true)
        case (_, .jsonSchema202012): if isNumber(keyword, value) { appendLimit(keyword, value, isExclusive: true) }
        }
    }

    private mutating func appendLimit(_ keyword: String, _ limit: JSON, isExclusive: Bool) {
        if keyword.hasSuffix("inimum") {
            rules.numbers.append(.minimum(limit, isExclusive: isExclusive, keyword: keyword))
        } else {
            rules.numbers.append(.maximum(limit, isExclusive: isExclusive, keyword: keyword))
        }
    }

    private func isNumber(_ keyword: String, _ value: JSON) -> Bool {
        if DecimalNumber(value) != nil { return true }
        malformed(keyword, "a number", value)
        return false
    }

    mutating func readStringKeyword(_ keyword: String, _ value: JSON) -> Bool {
        switch keyword {
        case "minLength": if let count = count(keyword, value) { rules.strings.append(.minLength(count)) }
        case "maxLength": if let count = count(keyword, value) { rules.strings.append(.maxLength(count)) }
        case "pattern":
            guard let text = value.stringValue else {
                malformed(keyword, "a string", value)
                return true
            }
            if let pattern = pattern(text, keyword) { rules.strings.append(.pattern(pattern)) }
        default: return false
        }
        return true
    }

    func pattern(_ text: String, _ keyword: String) -> Pattern? {
        do { return try Pattern(text) } catch {
            let what = error.isUnsupported ? "uses" : "is no regular expression of ECMA-262:"
            finding(.unsupportedPattern, keyword, "\"\(text.shortened(to: 60))\" \(what) \(error): not applied")
            return nil
        }
    }
}
