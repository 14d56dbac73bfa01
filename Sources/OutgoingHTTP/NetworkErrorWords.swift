import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why another server cannot be reached, did not answer, or cannot be listened for, in a few words.
///
/// The words of the libraries are for those who work on the libraries: some hold places in their source.
public enum NetworkErrorWords {
    public static func describe(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: describe(error)
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { describe($0.error) } ?? "its name is not known"
        case is SocketAddressError.UnknownHost: "its name is not known"
        case SocketAddressError.unixDomainSocketPathTooLong: "the path is too long for a socket (107 bytes at most)"
        case is UnixDomainSocketPathWrongType: "there is a file of that name that is no socket"
        case ChannelError.connectTimeout: "it did not accept a connection in time"
        case ChannelError.ioOnClosedChannel: "the connection was closed"
        case let error as IOError: describe(errno: error.errnoCode) ?? error.description
        case HTTPParserError.invalidEOFState: "the connection was closed before the answer was complete"
        case let error as HTTPParserError: "it does not speak HTTP/1.1 (\(error))"
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: describe(tls: "\(error)")
        default: "\(error)"
        }
    }

    private static func describe(_ error: HTTPClientError) -> String {
        switch error {
        case .remoteConnectionClosed: "the connection was closed before the answer was complete"
        case .invalidURL: "its URL is not valid"
        default: error.shortDescription
        }
    }

    private static func describe(tls words: String) -> String {
        if words.contains("CERTIFICATE_VERIFY_FAILED") || words.contains("unableToValidateCertificate")
            || words.contains("failedToValidateHostname")
        {
            return "its certificate is not trusted, or not for this name"
        }
        return words.contains("WRONG_VERSION_NUMBER") ? "it does not speak TLS" : "the TLS handshake failed"
    }

    /// Why a file cannot be opened, as the system says it or in our words.
    public static func words(errno: Int32) -> String { describe(errno: errno) ?? String(cString: strerror(errno)) }

    private static func describe(errno: Int32) -> String? {
        switch errno {
        case EADDRINUSE: "the address is in use"
        case EADDRNOTAVAIL: "this machine has no such address"
        case EACCES, EPERM: "not permitted"
        case ENOENT: "the folder does not exist"
        case ECONNREFUSED: "nothing listens there"
        case ECONNRESET, EPIPE: "the connection was reset"
        case ENETUNREACH, EHOSTUNREACH: "there is no way there"
        default: nil
        }
    }
}
