import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a server cannot start, in one line for the person who started it.
public struct StartError: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }

    /// - Parameter place: What was to be listened on.
    static func listening(on place: String, _ error: any Error) -> StartError {
        switch error {
        case let error as StartError: error
        case let error as IOError: StartError("cannot listen on \(place): \(words(for: error))")
        case SocketAddressError.unixDomainSocketPathTooLong:
            StartError("cannot listen on \(place): the path is too long for a socket (107 bytes at most)")
        case is SocketAddressError: StartError("cannot listen on \(place): there is no such address")
        case is UnixDomainSocketPathWrongType:
            StartError("cannot listen on \(place): there is a file of that name that is no socket")
        default: StartError("cannot listen on \(place): \(error)")
        }
    }

    private static func words(for error: IOError) -> String {
        switch error.errnoCode {
        case EADDRINUSE: "the address is in use"
        case EADDRNOTAVAIL: "this machine has no such address"
        case EACCES, EPERM: "not permitted"
        case ENOENT: "the folder does not exist"
        default: error.description
        }
    }
}
