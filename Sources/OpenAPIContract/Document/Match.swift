/// What a document says about a method and path.
public enum Match: Sendable {
    /// Parameter texts are percent-decoded.
    case operation(Operation, pathParameters: [String: String])
    /// The path is known, with other methods.
    case methodNotAllowed(allowed: [String])
    case unknownPath
}
