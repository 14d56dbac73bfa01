/// What is wrong with an answer, for the person who reads the error.
enum DecodingWords {
    static func words(for error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        return switch error {
        case .typeMismatch(let type, let context): "\(place(context)) is no \(type)"
        case .valueNotFound(let type, let context): "\(place(context)) is null where there should be \(type)"
        case .keyNotFound(let key, let context): "\(place(context)) has no \(key.stringValue)"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it is not JSON" : "\(place(context)): \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }

    /// As a JSON pointer.
    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return path.isEmpty ? "the answer" : "/" + path.joined(separator: "/")
    }
}
