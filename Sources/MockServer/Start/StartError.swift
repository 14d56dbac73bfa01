import OutgoingHTTP

/// Why a server cannot start, in one line for the person who started it.
public struct StartError: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }

    /// - Parameter place: What was to be listened on.
    static func listening(on place: String, _ error: any Error) -> StartError {
        error as? StartError ?? StartError("cannot listen on \(place): \(NetworkErrorWords.describe(error))")
    }
}
