import CivilTime
import WireJSON

/// An object in the body of a control call: which members it may have, and each of them as what it has to be.
///
/// A member that is `null` counts as absent. What is wrong is refused with its place, what was found there, and what
/// would be right: a misspelt member that was passed over would leave a test waiting for what it never asked for.
struct ControlFields {
    private let object: JSONObject
    /// What stands before the names of members in errors: `outcomes[0].`.
    private let prefix: String

    /// `place` is where the object stands in the body; nil for the body itself.
    init(_ json: JSON, at place: String? = nil, known: [String]) throws(ControlError) {
        guard let object = json.objectValue else {
            throw .body("\(place ?? "the body") is \(Self.excerpt(json)): an object with \(Self.list(known)) is needed")
        }
        prefix = place.map { $0 + "." } ?? ""
        for key in object.keys where !known.contains(key) { throw .unknownKey(prefix + key, known: known) }
        self.object = object
    }

    private func value(_ name: String) -> JSON? {
        guard let value = object[name], !value.isNull else { return nil }
        return value
    }

    func has(_ name: String) -> Bool { value(name) != nil }

    func word(_ name: String, of words: [String]) throws(ControlError) -> String? {
        guard let value = value(name) else { return nil }
        guard let word = value.stringValue, words.contains(word) else {
            throw wrong(name, "is not one of \(Self.list(words))")
        }
        return word
    }

    func requiredWord(_ name: String, of words: [String]) throws(ControlError) -> String {
        guard let word = try word(name, of: words) else {
            throw .body("\(prefix)\(name) is missing: one of \(Self.list(words))")
        }
        return word
    }

    func text(_ name: String) throws(ControlError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue else { throw wrong(name, "is not a text") }
        return text
    }

    func number(_ name: String, in range: ClosedRange<Int64>) throws(ControlError) -> Int64? {
        guard let value = value(name) else { return nil }
        guard let number = value.intValue, range.contains(number) else {
            throw wrong(name, "is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func list(_ name: String) throws(ControlError) -> [JSON]? {
        guard let value = value(name) else { return nil }
        guard let list = value.arrayValue else { throw wrong(name, "is not a list") }
        return list
    }

    func span(_ name: String, atMost most: Span? = nil) throws(ControlError) -> Span? {
        guard let value = value(name) else { return nil }
        guard let span = Span(iso8601: value.stringValue ?? "") else {
            throw wrong(
                name, "is not a duration",
                hint: "write it as in PT1H30M, P1D or PT0.5S: no sign, and no months or years, which differ in length")
        }
        if let most, span > most { throw wrong(name, "is longer than \(most)") }
        return span
    }

    func instant(_ name: String) throws(ControlError) -> Instant? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue, let instant = Instant(rfc3339: text) else {
            throw wrong(name, "is not an RFC 3339 date", hint: "write it as in 2026-01-01T00:00:00Z")
        }
        return instant
    }

    private func wrong(_ name: String, _ why: String, hint: String? = nil) -> ControlError {
        .body("\(prefix)\(name) \(Self.excerpt(object[name] ?? .null)) \(why)", hint: hint)
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    /// At most 40 characters.
    private static func excerpt(_ json: JSON) -> String {
        let text = json.text
        return text.count <= 40 ? text : text.prefix(40) + "…"
    }
}
