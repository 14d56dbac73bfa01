import OutgoingHTTP

/// Why a proxy cannot start, in one line for the person who started it.
public struct ProxyStartError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }

    static func listening(on place: String, _ error: any Error) -> ProxyStartError {
        error as? ProxyStartError ?? ProxyStartError("cannot listen on \(place): \(NetworkErrorWords.describe(error))")
    }
}
