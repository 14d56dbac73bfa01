/// Why a file cannot be checked as recorded traffic.
public struct HARError: Error, Sendable, Hashable, CustomStringConvertible {
    public let fileName: String
    /// JSON pointer, or `line 3, column 7` for what is no JSON; empty for the file as a whole.
    public let place: String
    /// What is wrong and what would be right.
    public let message: String

    /// `traffic.har: /log/entries/0/request/url: expected a string, found a number`
    public var description: String {
        place.isEmpty ? "\(fileName): \(message)" : "\(fileName): \(place): \(message)"
    }
}
