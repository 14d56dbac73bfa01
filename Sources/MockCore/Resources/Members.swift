import CivilTime
import WireJSON

/// Builds an answer's object member by member, with the documented and the observed way of unset values.
struct Members {
    private(set) var object = JSONObject()
    /// Row 30 of the conflicts: the real server writes year 1 for an unset date and leaves empty values out.
    let zeroDates: Bool

    init(_ quirks: Set<Quirk>, capacity: Int = 16) {
        zeroDates = quirks.contains(.zeroDates)
        object.reserveCapacity(capacity)
    }

    var json: JSON { .object(object) }

    mutating func add(_ key: String, _ value: JSON) { object.append(key, value) }
    mutating func add(_ key: String, _ value: Int64) { object.append(key, .int(value)) }
    mutating func add(_ key: String, _ value: String) { object.append(key, .string(value)) }
    mutating func add(_ key: String, _ value: Bool) { object.append(key, .bool(value)) }
    mutating func add(_ key: String, _ value: Instant) { object.append(key, .string(value.rfc3339())) }

    /// A value that is null when unset.
    mutating func add(_ key: String, orNull value: String?) { object.append(key, value.map(JSON.string) ?? .null) }
    mutating func add(_ key: String, orNull value: Int64?) { object.append(key, value.map(JSON.int) ?? .null) }

    /// A date that is null when unset, or year 1 at the real server.
    mutating func add(_ key: String, orNull value: Instant?) {
        if let value { return add(key, value) }
        object.append(key, zeroDates ? .string("0001-01-01T00:00:00Z") : .null)
    }

    /// A date behind a pointer: left out at the real server when unset.
    mutating func add(_ key: String, ifSet value: Instant?) {
        if let value { add(key, value) } else if !zeroDates { object.append(key, .null) }
    }

    mutating func add(_ key: String, ifSet value: String?) {
        if let value { add(key, value) } else if !zeroDates { object.append(key, .null) }
    }

    /// A value Go leaves out when it is empty.
    mutating func add(_ key: String, ifFilled value: String) {
        if !(zeroDates && value.isEmpty) { add(key, value) }
    }

    mutating func add(_ key: String, ifFilled value: Int64) {
        if !(zeroDates && value == 0) { add(key, value) }
    }
}
