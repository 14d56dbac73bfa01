/// The values of `format` that are checked on strings.
enum StringFormat: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case regex
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case byte

    /// Formats that say how a string is meant and exclude none.
    static let unchecked: Set<String> = ["binary", "password"]

    func accepts(_ text: String) -> Bool {
        switch self {
        case .regex:
            // An expression beyond this engine may be correct all the same.
            do { _ = try Pattern(text) } catch { return error.isUnsupported }
            return true
        case .uriTemplate: return URITemplateFormat.accepts(text)
        default:
            var copy = text
            return copy.withUTF8 { accepts($0[...]) }
        }
    }

    private func accepts(_ bytes: Bytes) -> Bool {
        switch self {
        case .dateTime: DateTimeFormats.isDateTime(bytes)
        case .date: DateTimeFormats.isDate(bytes)
        case .time: DateTimeFormats.isTime(bytes)
        case .duration: DurationFormat.accepts(bytes)
        case .email: EmailFormat.accepts(bytes, isInternational: false)
        case .idnEmail: EmailFormat.accepts(bytes, isInternational: true)
        case .hostname: NetworkFormats.isHostname(bytes)
        case .ipv4: NetworkFormats.isIPv4(bytes)
        case .ipv6: NetworkFormats.isIPv6(bytes)
        case .uri: URIFormats(isInternational: false).isURI(bytes)
        case .uriReference: URIFormats(isInternational: false).isReference(bytes)
        case .iri: URIFormats(isInternational: true).isURI(bytes)
        case .iriReference: URIFormats(isInternational: true).isReference(bytes)
        case .uuid: IdentifierFormats.isUUID(bytes)
        case .jsonPointer: IdentifierFormats.isJSONPointer(bytes)
        case .relativeJSONPointer: IdentifierFormats.isRelativeJSONPointer(bytes)
        case .byte: IdentifierFormats.isBase64(bytes)
        case .regex, .uriTemplate: false
        }
    }

    /// The format for people, with an example where the name does not explain itself.
    var expectation: String {
        switch self {
        case .dateTime: "an RFC 3339 date-time (2026-01-31T08:00:00Z)"
        case .date: "a date (2026-01-31)"
        case .time: "an RFC 3339 time (08:00:00Z)"
        case .duration: "an ISO 8601 duration (PT1H30M)"
        case .byte: "base64 text"
        case .email, .idnEmail: "an e-mail address"
        case .hostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "an absolute URI"
        case .uriReference: "a URI reference"
        case .iri: "an absolute IRI"
        case .iriReference: "an IRI reference"
        case .uriTemplate: "a URI template"
        case .uuid: "a UUID"
        case .regex: "a regular expression of ECMA-262"
        case .jsonPointer: "a JSON pointer"
        case .relativeJSONPointer: "a relative JSON pointer"
        }
    }
}
