// The types of this module are decoded as Go's encoding/json decodes them (sdk-behaviour 1): a field that is missing or
// null is left at its zero value, unknown fields are ignored, a wrong type is an error. The compiler writes
// `init(from:)` of every type, and these functions, which are nearer to it than the library's, are the ones it calls.

extension KeyedDecodingContainer {
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decodeIfPresent(type, forKey: key) ?? 0 }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decodeIfPresent(type, forKey: key) ?? 0 }

    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decodeIfPresent(type, forKey: key) ?? "" }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decodeIfPresent(type, forKey: key) ?? false }

    func decode<Element: Decodable>(_ type: [Element].Type, forKey key: Key) throws -> [Element] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [String: String].Type, forKey key: Key) throws -> [String: String] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }

    /// An unset date is nil.
    func decodeIfPresent(_ type: Timestamp.Type, forKey key: Key) throws -> Timestamp? {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        let timestamp = Timestamp(text: text)
        return timestamp.isUnset ? nil : timestamp
    }

    /// A word or number that a newer server may have added reads as nil, not as an error.
    func decodeIfPresent<Word: RawRepresentable & Decodable>(_ type: Word.Type, forKey key: Key) throws -> Word?
    where Word.RawValue: Decodable {
        try decodeIfPresent(Word.RawValue.self, forKey: key).flatMap(Word.init(rawValue:))
    }

    /// Scopes this version does not know are left out.
    func decode(_ type: [Scope].Type, forKey key: Key) throws -> [Scope] {
        (try decodeIfPresent([String].self, forKey: key) ?? []).compactMap(Scope.init(rawValue:))
    }
}
