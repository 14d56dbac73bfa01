/// Something in a document that is not understood, so that what it demands is not checked.
///
/// The document is usable all the same; findings say where the checks have a hole.
public struct DocumentFinding: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Hashable, Sendable {
        /// A keyword that neither JSON Schema nor OpenAPI knows.
        case unknownKeyword
        /// A keyword that exists and is not checked here, or not in this dialect.
        case unsupportedKeyword
        /// A keyword with a value it cannot have; it is not applied.
        case malformedKeyword
        case unknownFormat
        /// A regular expression that is wrong or uses what is not supported.
        case unsupportedPattern
        /// A reference to a text that was not given.
        case externalReference
        /// A field of an OpenAPI object that is not known.
        case unknownField
        /// A field of an OpenAPI object that is known and not checked.
        case uncheckedField
        /// A field of an OpenAPI object with a value it cannot have; it is not used.
        case malformedField
        /// A media type whose bodies cannot be read, so that their schema is not applied.
        case uncheckedMediaType
    }

    public let kind: Kind
    /// Where in the document: `#/components/schemas/Job/minlength`.
    public let pointer: String
    /// What is there and what it means for the checks.
    public let message: String

    public var description: String { "\(pointer): \(message)" }
}
