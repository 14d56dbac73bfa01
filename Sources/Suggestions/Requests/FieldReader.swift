internal import WireJSON

/// A field of a request that has another type than it must have.
struct FieldMismatch: Error, Hashable, Sendable {
    /// The way to it, such as `messages[2].timestamp`; empty for the body itself.
    let field: String
    /// What would be right, with its article: "a string".
    let expected: String
    /// What was there, as JSON Schema names it.
    let found: String
}

/// Reads the members of one object of a request by type, knowing the way to it.
///
/// A member that is absent and one that is null are the same: not given. Unknown members are left alone, as the real
/// server does.
struct FieldReader {
    let object: JSONObject
    /// The way to the object; empty for the body.
    let path: String

    init(_ value: JSON, path: String) throws(FieldMismatch) {
        guard case .object(let object) = value else {
            throw FieldMismatch(field: path, expected: "an object", found: value.kindName)
        }
        self.object = object
        self.path = path
    }

    /// The way to a member.
    func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The member unless it is absent or null.
    func value(_ key: String) -> JSON? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    func string(_ key: String) throws(FieldMismatch) -> String? {
        guard let value = value(key) else { return nil }
        guard let string = value.stringValue else { throw mismatch(key, "a string", value) }
        return string
    }

    func bool(_ key: String) throws(FieldMismatch) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let bool = value.boolValue else { throw mismatch(key, "a boolean", value) }
        return bool
    }

    func integer(_ key: String) throws(FieldMismatch) -> Int64? {
        guard let value = value(key) else { return nil }
        guard let integer = value.intValue else { throw mismatch(key, "an integer", value) }
        return integer
    }

    func number(_ key: String) throws(FieldMismatch) -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = value.doubleValue, number.isFinite else { throw mismatch(key, "a number", value) }
        return number
    }

    func array(_ key: String) throws(FieldMismatch) -> [JSON]? {
        guard let value = value(key) else { return nil }
        guard let array = value.arrayValue else { throw mismatch(key, "an array", value) }
        return array
    }

    func reader(_ key: String) throws(FieldMismatch) -> FieldReader? {
        guard let value = value(key) else { return nil }
        return try FieldReader(value, path: field(key))
    }

    private func mismatch(_ key: String, _ expected: String, _ value: JSON) -> FieldMismatch {
        FieldMismatch(field: field(key), expected: expected, found: value.kindName)
    }
}
