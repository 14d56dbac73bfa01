import CivilTime
import WireJSON

/// The members of a request's object, read with the rules of Go's decoder: keys without case, unknown keys ignored,
/// null as absent, a wrong type refused in Go's words.
///
/// Observed: server-behaviour 4 (general); sdk-behaviour 1.
struct Fields {
    let object: JSONObject
    /// Go's name of the struct, for messages: `Job`.
    let structName: String
    /// How a wrong type is refused; `/accounts` differs from the rest.
    var refusesAsAccount = false

    init(_ json: JSON, structName: String, goType: String? = nil) throws {
        switch json {
        case .object(let object): self.object = object
        case .null: object = JSONObject()
        default:
            throw Problem.wrongType(
                found: json.goKind, goType: goType ?? "models.\(structName)", field: "")
        }
        self.structName = structName
    }

    /// The value of `key`; null counts as absent.
    func value(_ key: String) -> JSON? {
        guard let found = object[key] ?? valueIgnoringCase(key), !found.isNull else { return nil }
        return found
    }

    private func valueIgnoringCase(_ key: String) -> JSON? {
        object.members.last { $0.key.isSame(ignoringCaseOf: key) }?.value
    }

    func string(_ key: String) throws -> String? {
        guard let value = value(key) else { return nil }
        return try string(value, key)
    }

    private func string(_ value: JSON, _ key: String) throws -> String {
        guard case .string(let text) = value else { throw wrongType(value, "string", key) }
        // SQLite ends a text there: refused rather than cut off.
        guard !text.utf8.contains(0) else {
            let field = "\(structName).\(key)"
            throw refusesAsAccount ? Problem.accountNulCharacter(field: field) : Problem.nulCharacter(field: field)
        }
        return text
    }

    /// The text of `key`; an empty one counts as absent, as in Go.
    func text(_ key: String) throws -> String? {
        guard let text = try string(key), !text.isEmpty else { return nil }
        return text
    }

    func bool(_ key: String) throws -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .bool(let flag) = value else { throw wrongType(value, "bool", key) }
        return flag
    }

    func int(_ key: String) throws -> Int64? {
        guard let value = value(key) else { return nil }
        guard case .int(let number) = value else { throw wrongType(value, "int64", key) }
        return number
    }

    /// A number from 0 up to 2^63-1, the largest the store can hold.
    func uint(_ key: String) throws -> Int64? {
        guard let value = value(key) else { return nil }
        guard case .int(let number) = value, number >= 0 else { throw wrongType(value, "uint64", key) }
        return number
    }

    func number(_ key: String) throws -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = value.doubleValue else { throw wrongType(value, "float64", key) }
        return number
    }

    func strings(_ key: String) throws -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .array(let elements) = value else { throw wrongType(value, "[]string", key) }
        return try elements.map { try string($0, key) }
    }

    /// A date of a request. An offset is respected; without one the date is read in `zone`. Empty text and year 1 are
    /// what Go clients send for an unset date.
    ///
    /// Documented: product decisions, Dates in requests.
    func date(_ key: String, in zone: Zone) throws -> Instant? {
        guard let text = try string(key) else { return nil }
        return try Self.date(text, field: key, in: zone)
    }

    static func date(_ text: String, field: String, in zone: Zone) throws -> Instant? {
        if text.isEmpty || text.hasPrefix("0001-01-01T00:00:00") { return nil }
        guard let instant = Instant(text: text, in: zone), instant.isWritable else {
            throw Problem.invalidDate(field: field, found: String(text.prefix(60)))
        }
        return instant
    }

    private func wrongType(_ value: JSON, _ goType: String, _ key: String) -> Problem {
        let field = "\(structName).\(key)"
        let found = value.goKind(for: goType)
        return refusesAsAccount
            ? .accountWrongType(found: found, goType: goType, field: field)
            : .wrongType(found: found, goType: goType, field: field)
    }
}

extension JSON {
    /// Go's word for the kind of a JSON value.
    var goKind: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int, .double, .bigNumber: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// Go names the number itself when only its size or sign is wrong.
    fileprivate func goKind(for goType: String) -> String {
        switch self {
        case .int, .double, .bigNumber: goType.contains("int") ? "number \(text.prefix(40))" : goKind
        default: goKind
        }
    }
}
