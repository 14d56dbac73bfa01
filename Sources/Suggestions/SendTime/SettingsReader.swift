internal import WireJSON

/// Reads a setting of a send-time request from the body or from its `options` or `constraints`, in this order. The
/// contract names the settings and leaves open where they stand.
struct SettingsReader {
    private let places: [FieldReader]

    init(_ body: FieldReader) throws(FieldMismatch) {
        var places = [body]
        for group in ["options", "constraints"] {
            if let reader = try body.reader(group) { places.append(reader) }
        }
        self.places = places
    }

    /// Where the setting is; in the body when it is nowhere.
    func place(of key: String) -> FieldReader { places.first { $0.value(key) != nil } ?? places[0] }

    /// The way to the setting.
    func field(_ key: String) -> String { place(of: key).field(key) }

    func string(_ key: String) throws(FieldMismatch) -> String? { try place(of: key).string(key) }

    func integer(_ key: String) throws(FieldMismatch) -> Int64? { try place(of: key).integer(key) }

    func bool(_ key: String, default standard: Bool) throws(FieldMismatch) -> Bool {
        let value = try place(of: key).bool(key)
        return value ?? standard
    }
}
