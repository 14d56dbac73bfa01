import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a network error means, in a few words.
enum NetworkWords {
    static func describe(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { describe($0.error) } ?? "its name is not known"
        case is SocketAddressError.UnknownHost: "its name is not known"
        case ChannelError.connectTimeout: "it did not accept a connection in time"
        case let error as IOError: describe(errno: error.errnoCode) ?? error.description
        case let error as HTTPParserError: "it does not speak HTTP/1.1 (\(error))"
        case is NIOSSLError, is BoringSSLError: describe(tls: "\(error)")
        default: "\(error)"
        }
    }

    /// The library's own words hold places in its source, and no reason to tell them to a user.
    private static func describe(tls words: String) -> String {
        words.contains("CERTIFICATE_VERIFY_FAILED") || words.contains("unableToValidateCertificate")
            ? "its certificate is not trusted, or not for this name" : "the TLS handshake failed"
    }

    private static func describe(errno: Int32) -> String? {
        switch errno {
        case EADDRINUSE: "the address is in use"
        case EADDRNOTAVAIL: "this machine has no such address"
        case EACCES, EPERM: "not permitted"
        case ECONNREFUSED: "nothing listens there"
        case ECONNRESET, EPIPE: "the connection was reset"
        case ENETUNREACH, EHOSTUNREACH: "there is no way there"
        default: nil
        }
    }
}
