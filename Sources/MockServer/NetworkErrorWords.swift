import AsyncHTTPClient
import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why another server cannot be reached or listened for, in a few words.
enum NetworkErrorWords {
    static func describe(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: error.shortDescription
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { describe($0.error) } ?? "its name is not known"
        case is SocketAddressError.UnknownHost: "its name is not known"
        case SocketAddressError.unixDomainSocketPathTooLong: "the path is too long for a socket (107 bytes at most)"
        case is UnixDomainSocketPathWrongType: "there is a file of that name that is no socket"
        case let error as IOError: describe(errno: error.errnoCode) ?? error.description
        default: "\(error)"
        }
    }

    static func words(errno: Int32) -> String { describe(errno: errno) ?? String(cString: strerror(errno)) }

    private static func describe(errno: Int32) -> String? {
        switch errno {
        case EADDRINUSE: "the address is in use"
        case EADDRNOTAVAIL: "this machine has no such address"
        case EACCES, EPERM: "not permitted"
        case ENOENT: "the folder does not exist"
        case ECONNREFUSED: "nothing listens there"
        case ECONNRESET: "the connection was reset"
        case ENETUNREACH, EHOSTUNREACH: "there is no way there"
        default: nil
        }
    }
}
