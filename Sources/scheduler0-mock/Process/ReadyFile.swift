#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that tells a script the server's base URL. It is either not there or complete.
struct ReadyFile: Sendable {
    let path: String

    /// Takes away what an earlier run has left, so that nobody takes it for news of this one.
    func remove() throws(CommandFailure) {
        // `unlink` leaves a folder alone, which FileManager would take away with all that is in it.
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .cannotStart("the ready file \(path) cannot be replaced")
        }
    }

    func write(_ baseURL: String) throws(CommandFailure) {
        do {
            try Data(baseURL.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .cannotStart("the ready file \(path) cannot be written")
        }
    }
}
