import NIOHTTP1
import OpenAPIContract

/// Whether a body is held, all of it, to be checked, or passes by unread.
enum BodyPlan: Equatable {
    case hold
    /// - Parameter reason: Why it is not checked, for the report.
    case pass(reason: String)

    /// JSON that can be read and is not too long is held.
    init(_ headers: HTTPHeaders, limitBytes: Int) {
        let codings = headers[canonicalForm: "content-encoding"].map { $0.lowercased() }.filter { $0 != "identity" }
        let length = headers.first(name: "Content-Length").flatMap { Int($0) }
        let hasBody = length.map { $0 > 0 } ?? true
        if !hasBody {
            self = .hold
        } else if !codings.isEmpty {
            self = .pass(reason: "compressed with \(codings.joined(separator: ", "))")
        } else if let length, length > limitBytes {
            self = .pass(reason: Self.tooLong(limitBytes))
        } else if let type = headers.first(name: "Content-Type") {
            let name = MediaTypeName(type)
            self = name.isJSON ? .hold : .pass(reason: name.subtype.isEmpty ? "no media type" : "\(name)")
        } else {
            // Without a type the fault is known from the head, whatever the body is; a short one is told in full.
            self = length == nil ? .pass(reason: "no content type") : .hold
        }
    }

    /// A request without framing has no body.
    static func ofRequest(_ head: HTTPRequestHead, limitBytes: Int) -> BodyPlan {
        let isFramed = head.headers.contains(name: "Content-Length") || HeaderRules.isChunked(head.headers)
        return isFramed ? BodyPlan(head.headers, limitBytes: limitBytes) : .hold
    }

    static func tooLong(_ limitBytes: Int) -> String { "longer than \(limitBytes) bytes" }
}
