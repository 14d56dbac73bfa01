/// Done, in words.
public struct Acknowledgement: Codable, Hashable, Sendable {
    public var message: String

    public init(
        message: String = ""
    ) {
        self.message = message
    }
}
