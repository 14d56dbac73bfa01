/// Why a text cannot be used as an OpenAPI document or as a schema: every fault that was found, each with its place.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// Where in the document: `#/paths/~1jobs/get`.
        public let pointer: String
        /// What is wrong and what would be right.
        public let message: String

        public var description: String { "\(pointer): \(message)" }
    }

    /// Never empty, in the order of the document.
    public let problems: [Problem]

    /// One line: the first fault and how many more there are.
    public var description: String {
        guard let first = problems.first else { return "the document cannot be used" }
        switch problems.count {
        case 1: return first.description
        case 2: return "\(first) (and 1 more problem)"
        default: return "\(first) (and \(problems.count - 1) more problems)"
        }
    }
}
