/// Why a text is no JSON, in the words of Go's decoder, which clients of the real server see.
///
/// Observed: server-behaviour 4 (general) and 0.2.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String
    /// Bytes read up to and including the faulty one.
    public let offset: Int

    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    public var description: String { "\(message) (byte \(offset))" }
}
