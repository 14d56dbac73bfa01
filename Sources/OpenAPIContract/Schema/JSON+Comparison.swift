import WireJSON

/// Equality and order of JSON values as JSON Schema has them: `1` equals `1.0`, strings are compared scalar by scalar.
extension JSON {
    /// Whether both are the same value in the sense of `enum`, `const` and `uniqueItems`.
    func isSame(as other: JSON) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.string(let left), .string(let right)): return left.hasSameScalars(as: right)
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            return left.members.allSatisfy { member in
                right[member.key].map { member.value.isSame(as: $0) } ?? false
            }
        case (.int, .int), (.int, .double), (.int, .bigNumber), (.double, .int), (.double, .double),
            (.double, .bigNumber), (.bigNumber, .int), (.bigNumber, .double), (.bigNumber, .bigNumber):
            return compared(toNumber: other) == 0
        default: return false
        }
    }

    /// -1, 0 or 1 as this number is below, equal to or above `other`; nil when one of the two is no number.
    func compared(toNumber other: JSON) -> Int? {
        switch (self, other) {
        case (.int(let left), .int(let right)): return left < right ? -1 : (left == right ? 0 : 1)
        case (.double(let left), .double(let right)): return left < right ? -1 : (left == right ? 0 : 1)
        case (.int(let left), .double(let right)) where left.magnitude < 1 << 53:
            return Double(left) < right ? -1 : (Double(left) == right ? 0 : 1)
        case (.double(let left), .int(let right)) where right.magnitude < 1 << 53:
            return left < Double(right) ? -1 : (left == Double(right) ? 0 : 1)
        default:
            guard let left = DecimalNumber(self), let right = DecimalNumber(other) else { return nil }
            return left < right ? -1 : (left == right ? 0 : 1)
        }
    }

    /// Feeds `hasher` so that values that are the same feed the same.
    func hashAsSame(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let flag): hasher.combine(flag)
        case .int, .double, .bigNumber: hasher.combine(doubleValue)
        case .string(let text): hasher.combine(text)
        case .array(let elements):
            hasher.combine(elements.count)
            for element in elements { element.hashAsSame(into: &hasher) }
        case .object(let object):
            var sum = 0
            for member in object.members {
                var one = Hasher()
                one.combine(member.key)
                member.value.hashAsSame(into: &one)
                sum &+= one.finalize()
            }
            hasher.combine(sum)
        }
    }

    /// The value in a few words for a message: `string "abc"`, `array of 3`, never longer than about 70 characters.
    var shortDescription: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "boolean \(flag)"
        case .int, .double, .bigNumber:
            "\(TypeSet(of: self) == .integer ? "integer" : "number") \(text.shortened(to: 48))"
        case .string(let value): "string \(JSON.string(value.shortened(to: 48)).text)"
        case .array(let elements): elements.isEmpty ? "empty array" : "array of \(elements.count)"
        case .object(let object): object.isEmpty ? "empty object" : "object with \(object.count) members"
        }
    }
}

extension String {
    /// Swift calls a composed and a decomposed letter equal; JSON does not.
    func hasSameScalars(as other: String) -> Bool {
        self == other && (utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8))
    }

    func shortened(to limit: Int) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else {
            return self
        }
        return String(self[..<end]) + "…"
    }
}
