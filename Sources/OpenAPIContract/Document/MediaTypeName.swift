/// A media type or range, without its parameters: `application/json`, `text/*`.
public struct MediaTypeName: Hashable, Sendable, CustomStringConvertible {
    /// In lower case.
    public let type: String
    public let subtype: String

    /// Reads `Application/JSON; charset=utf-8`; a text without slash becomes a type that matches nothing else.
    public init(_ text: String) {
        // Nearly every answer says this, and taking it apart costs as much as checking a small one.
        if text == "application/json" {
            (type, subtype) = ("application", "json")
            return
        }
        let bare = text.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        let parts = bare.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        type = String(parts.first ?? "")
        subtype = parts.count > 1 ? String(parts[1]) : ""
    }

    public var description: String { "\(type)/\(subtype)" }

    public var isJSON: Bool { type == "application" && subtype == "json" || subtype.hasSuffix("+json") }

    var isForm: Bool { type == "application" && subtype == "x-www-form-urlencoded" }

    /// Whether bodies of this type can be read into a value that a schema is for. A range says so of its exact types.
    var isReadable: Bool { isJSON || isForm || type == "text" || subtype == "*" }

    /// Whether `other` falls under this type or range.
    func includes(_ other: MediaTypeName) -> Bool {
        (type == "*" || type == other.type) && (subtype == "*" || subtype == other.subtype)
    }

    /// Exact types before ranges, ranges of one type before all.
    var precision: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) }
}
