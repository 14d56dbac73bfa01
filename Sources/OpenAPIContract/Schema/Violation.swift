/// One place where an exchange, or a bare value, breaks the document.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The part of an exchange a violation is in.
    public enum Location: Hashable, Sendable {
        /// A value given to a schema directly, outside any exchange.
        case value
        case status
        case responseBody
        case responseHeader(String)
        case requestBody
        case pathParameter(String)
        case queryParameter(String)
        case requestHeader(String)
        case cookie(String)
    }

    public let location: Location
    /// JSON pointer into the value at `location`; empty for the whole of it.
    public let pointer: String
    /// The keyword of the schema, or the field of the OpenAPI document, that is broken.
    public let keyword: String
    /// Where in the document that keyword stands: `#/components/schemas/Job/required`.
    public let schemaPointer: String
    /// What would be right, in words.
    public let expected: String
    /// What is there, in words, shortened. May show parts of the value.
    public let found: String

    public init(
        location: Location, pointer: String, keyword: String, schemaPointer: String, expected: String, found: String
    ) {
        self.location = location
        self.pointer = pointer
        self.keyword = keyword
        self.schemaPointer = schemaPointer
        self.expected = expected
        self.found = found
    }

    /// `response body /data/0/id: type: expected integer, found string "12" (#/components/schemas/Job/…)`
    public var description: String {
        let place = pointer.isEmpty ? location.description : "\(location) \(pointer)"
        return "\(place): \(keyword): expected \(expected), found \(found) (\(schemaPointer))"
    }
}

extension Violation.Location: CustomStringConvertible {
    public var description: String {
        switch self {
        case .value: "value"
        case .status: "status"
        case .responseBody: "response body"
        case .responseHeader(let name): "response header \(name)"
        case .requestBody: "request body"
        case .pathParameter(let name): "path parameter \(name)"
        case .queryParameter(let name): "query parameter \(name)"
        case .requestHeader(let name): "request header \(name)"
        case .cookie(let name): "cookie \(name)"
        }
    }
}
