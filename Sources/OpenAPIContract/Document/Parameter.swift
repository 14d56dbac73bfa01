public import WireJSON

/// A parameter of a request, or a header of a response.
public struct Parameter: Sendable {
    public enum Location: String, Hashable, Sendable {
        case path
        case query
        case header
        case cookie
    }

    /// How a list or an object is written in text.
    public enum Style: String, Hashable, Sendable {
        case matrix
        case label
        case form
        case simple
        case spaceDelimited
        case pipeDelimited
        case deepObject

        var locations: [Location] {
            switch self {
            case .matrix, .label: [.path]
            case .form: [.query, .cookie]
            case .simple: [.path, .header]
            case .spaceDelimited, .pipeDelimited, .deepObject: [.query]
            }
        }
    }

    public let name: String
    public let location: Location
    public let isRequired: Bool
    public let style: Style
    public let explodes: Bool
    /// Whether the text is JSON (`content` instead of `schema`).
    public let isJSON: Bool
    public let allowsEmptyValue: Bool
    public let isDeprecated: Bool
    public let schema: Schema?
    public let extensions: [String: JSON]
    /// Where in the document it stands.
    public let pointer: String
}
