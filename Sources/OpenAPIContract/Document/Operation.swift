public import WireJSON

/// One method of one path.
public struct Operation: Sendable, Identifiable {
    /// The operationId; `GET /jobs` when the document gives none.
    public let id: String
    /// In capitals.
    public let method: String
    /// Without the server's prefix: `/jobs/{id}`.
    public let pathTemplate: String
    /// Those of the path item included.
    public let parameters: [Parameter]
    public let requestBody: RequestBody?
    /// In the order of the document.
    public let responses: [Response]
    /// Alternatives, each a set of schemes with their scopes; empty when no authentication is needed.
    public let security: [[String: [String]]]
    /// The `x-…` fields.
    public let extensions: [String: JSON]
    public let tags: [String]
    public let summary: String?
    public let isDeprecated: Bool
    /// Where in the document: `#/paths/~1jobs/get`.
    public let pointer: String

    /// The response documented for `status`: exactly, by range (`2XX`), or by default.
    public func response(for status: Int) -> Response? {
        responses.first { $0.status == .exact(status) }
            ?? responses.first { $0.status == .hundreds(status / 100) }
            ?? responses.first { $0.status == .standard }
    }
}

/// What a request may carry.
public struct RequestBody: Sendable {
    public let isRequired: Bool
    public let content: [MediaType]
    public let pointer: String
}

/// An answer an operation may give.
public struct Response: Sendable {
    public let status: StatusRange
    public let headers: [Parameter]
    /// Empty when no body is described.
    public let content: [MediaType]
    public let description: String?
    public let extensions: [String: JSON]
    public let pointer: String
}

/// One representation of a body.
public struct MediaType: Sendable {
    public let name: MediaTypeName
    public let schema: Schema?
    public let pointer: String
}

/// The statuses a response is documented for.
public enum StatusRange: Hashable, Sendable, CustomStringConvertible {
    case exact(Int)
    /// `.hundreds(2)` is `2XX`.
    case hundreds(Int)
    /// `default`: every status not documented otherwise.
    case standard

    init?(_ text: String) {
        if text == "default" {
            self = .standard
        } else if let status = Int(text), (100...599).contains(status), text.utf8.count == 3 {
            self = .exact(status)
        } else if text.utf8.count == 3, text.hasSuffix("XX"), let digit = text.first?.wholeNumberValue,
            (1...5).contains(digit)
        {
            self = .hundreds(digit)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .exact(let status): String(status)
        case .hundreds(let digit): "\(digit)XX"
        case .standard: "default"
        }
    }
}
