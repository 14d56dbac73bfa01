import WireJSON

/// Why a world cannot be made or restored; one clear line each.
public enum WorldError: Error, Hashable, CustomStringConvertible {
    case noHandler(operation: String)
    case database(path: String, reason: String)
    case seed(file: String, pointer: String, reason: String)

    public var description: String {
        switch self {
        case .noHandler(let operation): "the document has the operation \(operation), but nothing answers it"
        case .database(let path, let reason): "cannot open the database \(path): \(reason)"
        case .seed(let file, let pointer, let reason):
            "\(file): at \(pointer.isEmpty ? "the top" : pointer): \(reason)"
        }
    }
}
